import { type ASTNode, GraphQLError, Kind } from 'graphql';
import { holdsMyNumber } from '#server/kernel/my-number';

const values = new Set<ASTNode['kind']>([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.VARIABLE,
]);
const missing = /^Field "[^"]*" of required type "[^"]*" was not provided\.$/;
const named = /^Expected value of type "([^"]+)"|^(?:Enum )?"?(\w+)"? cannot represent|in "(\w+)" enum\.$/;

/** Told by its beginning: an answer does not grow with what was sent. */
const longName = /(\w{60})\w+/g;

const WITHHELD = '個人番号（マイナンバー）とみられる12桁の番号があるため、誤りの内容を表示しません。番号を消して、もう一度送ってください。';

/**
 * What graphql-js says is wrong with a request, without the values that it quotes: they may be a name, or a note that was typed in the wrong
 * place. The place and the expected type stay. A text that holds a 個人番号 is not told at all.
 */
export function unquoted(fault: unknown, message: string): string {
  const text = withoutValue(fault, message.replace(/ Did you mean .*\?$/s, ''))
    .replace(/ (BlockString|String|Int|Float) ".*"/s, ' $1')
    .replace(/^(Variable "\$\w+" got invalid value) .*$/s, '$1.')
    .replace(longName, '$1…');
  return withoutMyNumber(text);
}

/** The text, or a sentence in its place when it holds a 個人番号. */
export function withoutMyNumber(text: string): string {
  return holdsMyNumber(text) ? WITHHELD : text;
}

/** graphql-js points at the value that does not fit, and quotes it in words of its own or of the scalar. */
function withoutValue(fault: unknown, message: string): string {
  const original = fault instanceof GraphQLError && fault.originalError instanceof GraphQLError ? fault.originalError : fault;
  const [node] = (original instanceof GraphQLError && original.nodes) || [];
  if (!node || !values.has(node.kind) || missing.test(message)) return message;
  const [, expected, leaf, enumeration] = named.exec(message) ?? [];
  const type = expected ?? leaf ?? enumeration;
  return type ? `値が、型「${type}」に合いません。` : '値が、求められている型に合いません。';
}
