import { type DirectiveNode, Kind, parse, visit } from 'graphql';

/** Directives by which a subgraph could take over another's fields, have them sent to it, or put fields of its own before another audience. */
const reaching = new Set([
  'override',
  'tag',
  'inaccessible',
  'key',
  'requires',
  'provides',
  'external',
  'shareable',
  'authenticated',
  'requiresScopes',
  'policy',
  'interfaceObject',
  'composeDirective',
]);

/**
 * What a remote department's SDL asks for beyond what its embedded twin was reviewed with: taking over fields (`@override`), entering a
 * contract (`@tag`), and the like. Empty when it may be composed. A document that does not parse is a fault too.
 */
export function remoteSdlFaults(remote: string, twin: string): string[] {
  try {
    const reviewed = uses(twin);
    return [...uses(remote)].filter((use) => !reviewed.has(use)).map((use) => `${use} is not in the reviewed schema.`);
  } catch {
    return ['The schema cannot be parsed.'];
  }
}

/** Every use of a reaching directive, with the place it stands at. */
function uses(sdl: string): ReadonlySet<string> {
  const found = new Set<string>();
  const path: string[] = [];
  visit(parse(sdl), {
    enter: (node) => {
      if ('name' in node && node.name && node.kind !== Kind.DIRECTIVE) path.push(node.name.value);
      if (node.kind === Kind.DIRECTIVE && reaching.has(node.name.value))
        found.add(`@${node.name.value}(${argumentsOf(node)}) at ${path.join('.')}`);
    },
    leave: (node) => {
      if ('name' in node && node.name && node.kind !== Kind.DIRECTIVE) path.pop();
    },
  });
  return found;
}

const argumentsOf = (node: DirectiveNode) =>
  (node.arguments ?? [])
    .map((each) => `${each.name.value}: ${'value' in each.value ? String(each.value.value) : each.value.kind}`)
    .join(', ');
