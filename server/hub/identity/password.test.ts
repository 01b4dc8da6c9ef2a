import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword, passwordFault } from './password';
import { Seal } from './seal';

describe('a new password', () => {
  it.each(['short', 'eleven char', 'ぶどうの丘'])('of less than twelve characters is refused: %s', (password) => {
    expect(passwordFault(password)).toContain('12文字');
  });

  it.each([
    'password1234',
    'P@ssw0rd2026',
    'Password-Password',
    'qwertyuiop123',
    'aaaaaaaaaaaaaa',
    'abcdefghijklmnop',
    '123456789012345',
    'yamanashi2026!',
    'marugoto-hub-1',
    'administrator1',
    'abababababab',
    'やまなしやまなしやまなし',
  ])('that guessers try first is refused: %s', (password) => {
    expect(passwordFault(password)).toContain('推測');
  });

  it('made of the name or ID of its person is refused', () => {
    expect(passwordFault('kirihara-kanri-1', ['桐原 はじめ', 'kanri-1', 'kirihara'])).toContain('推測');
    expect(passwordFault('kirihara-kanri-1', ['青柳 つぎえ', 'kanri-2'])).toBeUndefined();
  });

  it.each(['ぶどうと桃と西の風 2と7', 'correct horse battery staple', 'mV7#qL2x!Tz9', 'まつりの夜は笛の音がひびく'])(
    'of some thought is taken: %s',
    (password) => {
      expect(passwordFault(password)).toBeUndefined();
    },
  );

  it('is known again in whatever width it was typed, and by nobody else', async () => {
    const kept = await hashPassword('ｶﾅの混じった Ｐassphrase');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await isPassword(kept, 'カナの混じった Passphrase')).toBe(true);
    expect(await isPassword(kept, 'カナの混じった passphrase')).toBe(false);
    expect(await isPassword(undefined, 'nobody has this password')).toBe(false);
  });
});

describe('a seal', () => {
  it('opens for what it was made for, under its key, and untouched', () => {
    const seal = new Seal('k'.repeat(43));
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, at) => {
        const sealed = seal.seal('totp', text);
        expect(seal.open('totp', sealed)).toBe(text);
        expect(seal.open('oidc', sealed)).toBeUndefined();
        expect(new Seal('l'.repeat(43)).open('totp', sealed)).toBeUndefined();
        const bytes = Buffer.from(sealed, 'base64url');
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ 1;
        expect(seal.open('totp', bytes.toString('base64url'))).toBeUndefined();
      }),
      { seed: 20260401 },
    );
  });
});
