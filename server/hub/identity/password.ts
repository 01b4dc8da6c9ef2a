import { hash, verify } from '@node-rs/argon2';
import { commonWords } from './common-words';

const SHORTEST = 12;
const LONGEST = 128;
/** Argon2id (the library's default), 64 MiB, three passes: a fifth of a second of one core. */
const options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), options);
}

let nobody: Promise<string> | undefined;

/** Whether the password is the one kept. Where none is kept it compares with nobody's, and so takes equally long. */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  nobody ??= hash('nobody has this password', options);
  const matches = await verify(kept ?? (await nobody), password.normalize('NFKC').slice(0, LONGEST));
  return kept !== undefined && matches;
}

/** What is wrong with a new password, as a sentence that says what to do; `own` are words that others would try first. */
export function passwordFault(password: string, own: readonly string[] = []): string | undefined {
  const plain = password.normalize('NFKC');
  const length = [...plain].length;
  if (length < SHORTEST) return `${SHORTEST}文字以上にしてください。短い言葉をいくつかつなげると、覚えやすく強くなります。`;
  if (length > LONGEST) return `${LONGEST}文字までにしてください。`;
  if (isGuessable(plain, own)) return '推測されやすいパスワードです。名前・ID・よく使われる言葉や、くり返し・並びを避けてください。';
  return undefined;
}

/** Whether little is left when well-known words, one's own names, repeats and runs are taken away. */
function isGuessable(password: string, own: readonly string[]): boolean {
  let rest = plainLetters(password);
  const names = own.map(plainLetters).filter((word) => word.length >= 3);
  for (const word of [...names, ...commonWords].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return new Set(rest).size < 5 || withoutRuns(rest).length < 6;
}

/** As a guesser reads it: lower case, digits and signs for letters turned back. */
function plainLetters(text: string): string {
  const turned: Readonly<Record<string, string>> = { '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };
  const lower = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()._-]/gu, '');
  // Long numbers are numbers: only a lone digit among letters stands for one.
  return lower.replace(/(?<![0-9])[0-9@$](?![0-9])/g, (sign) => turned[sign] ?? sign);
}

/** Without characters that repeat the one before, or go on from it: `aaaa`, `1234`, `dcba`. */
function withoutRuns(text: string): string {
  const step = (index: number) => text.charCodeAt(index) - text.charCodeAt(index - 1);
  return [...text].filter((_, index) => index === 0 || Math.abs(step(index)) > 1).join('');
}
