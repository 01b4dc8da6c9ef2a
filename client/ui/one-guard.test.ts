import { describe, expect, it } from 'vitest';

/** Every script of every page but the tests. */
const sources = import.meta.glob(['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}'], {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

/** What is wrong with how a script hears keys: Enter that ends a conversion (変換) must never reach it. */
function faultsOf(file: string, source: string): string[] {
  const faults: string[] = [];
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const listens = /addEventListener\(\s*['"`]key/.test(code);
  if (listens && file !== './use-keys.ts') faults.push(`${file}: listens for keys on its own; say it to useKeys`);
  const handles = listens || /\bonKey(Down|Up|Press)(Capture)?=/.test(code);
  const isGuarded = /\bis(Composing|Typing)\(/.test(code) && /from '(\.\.?\/)+(ui\/)?is-typing'/.test(code);
  if (handles && !isGuarded) faults.push(`${file}: hears keys without isComposing or isTyping`);
  if (/['"`](Enter|NumpadEnter)['"`]/.test(code) && !isGuarded && !isKeyName(file))
    faults.push(`${file}: speaks of Enter without the guard`);
  return faults;
}

/** The registry and its words only name keys. */
const isKeyName = (file: string): boolean => /\/(console-keys|console-words)\.ts$/.test(file);

describe('keys', () => {
  it(`are heard in one way by all ${Object.keys(sources).length} scripts, which never mistakes the Enter of an input method for another`, () => {
    expect(Object.keys(sources)).toContain('./use-keys.ts');
    expect(Object.entries(sources).flatMap(([file, source]) => faultsOf(file, source))).toEqual([]);
  });

  it('that are heard in another way are found', () => {
    const guard = "import { isComposing } from '../ui/is-typing';\n";
    expect(faultsOf('../x/a.tsx', "document.addEventListener('keydown', act)")).toHaveLength(2);
    expect(faultsOf('../x/a.tsx', '<input onKeyDown={press} />')).toHaveLength(1);
    expect(faultsOf('../x/a.tsx', "if (event.key === 'Enter') send();")).toHaveLength(1);
    expect(faultsOf('../x/a.tsx', `${guard}if (isComposing(event)) return; <input onKeyDown={press} />`)).toEqual([]);
    expect(faultsOf('../x/a.tsx', "// 'Enter' in a comment")).toEqual([]);
  });
});
