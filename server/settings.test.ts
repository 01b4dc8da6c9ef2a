import { describe, expect, it } from 'vitest';
import { BadSettings, readSettings } from './settings';

describe('settings', () => {
  it('have a default for everything, and open the demo on this machine alone', () => {
    const settings = readSettings({});
    expect(settings).toEqual({
      mode: 'development',
      port: 4000,
      host: '127.0.0.1',
      dataDir: '.data',
      departments: new Map(),
      hubKeys: [],
      demo: true,
      publicUrl: 'http://localhost:4000',
      behindProxy: false,
      seed: 20260401,
    });
  });

  it('are read from the environment, an empty one being no setting', () => {
    const settings = readSettings({
      NODE_ENV: 'test',
      PORT: '0',
      HOST: 'localhost',
      DATABASE_URL: 'postgres://u@h:5432/d',
      HUB_DATA_DIR: '/srv/hub',
      HUB_DEPARTMENTS: 'children=http://127.0.0.1:4101/graphql, council=https://council.example/g?a=b',
      HUB_DEMO: '',
      HUB_AS_OF: '2026-11-23',
      HUB_SEED: '7',
      HUB_TEST_PAIRS: '100000',
      PATH: '/usr/bin',
    });
    expect(settings).toMatchObject({
      mode: 'test',
      port: 0,
      databaseUrl: 'postgres://u@h:5432/d',
      dataDir: '/srv/hub',
      asOf: '2026-11-23',
      seed: 7,
      demo: true,
    });
    expect([...settings.departments]).toEqual([
      ['children', 'http://127.0.0.1:4101/graphql'],
      ['council', 'https://council.example/g?a=b'],
    ]);
  });

  it("let a command's own options stand above the environment", () => {
    expect(readSettings({ PORT: '4000' }, { PORT: '4100', HOST: undefined })).toMatchObject({ port: 4100, host: '127.0.0.1' });
  });

  it('tell an address that cannot be read once', () => {
    const faults = faultsOf({ NODE_ENV: 'production', HUB_PUBLIC_URL: 'http://hub.example/path' });
    expect(faults.filter((fault) => fault.startsWith('HUB_PUBLIC_URL:'))).toHaveLength(1);
  });

  it('tell every fault at once, in words, each with the name of its setting', () => {
    const faults = faultsOf({
      NODE_ENV: 'staging',
      PORT: '65536',
      HOST: '0.0.0.0',
      DATABASE_URL: 'mysql://h/d',
      HUB_DEPARTMENTS: 'children',
      HUB_DEPARTMENT_SECRET: 'short',
      HUB_DEMO: 'on',
      HUB_AS_OF: '2026-13-01',
      HUB_SEED: 'x',
      HUB_DEPARTMENT: 'children=http://127.0.0.1:4101',
    });
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(
      [
        'DATABASE_URL',
        'HUB_AS_OF',
        'HUB_DEMO',
        'HUB_DEPARTMENT',
        'HUB_DEPARTMENTS',
        'HUB_DEPARTMENT_SECRET',
        'HUB_SEED',
        'NODE_ENV',
        'PORT',
      ].sort(),
    );
    for (const fault of faults) expect(fault).toMatch(/[ぁ-ん]/);
  });

  it('refuse a name that begins like ours and is none of ours', () => {
    expect(faultsOf({ HUB_DATADIR: '.data' })).toEqual(['HUB_DATADIR: 知らない設定です。名前を確かめるか、消してください。']);
  });

  it.each([
    ['in production', { NODE_ENV: 'production', HUB_DEMO: 'on' }, '本番'],
    ['at an address that others reach', { HOST: '0.0.0.0', HUB_DEMO: 'on' }, 'HOST=0.0.0.0'],
    ['at the name of another machine', { HOST: 'hub.example', HUB_DEMO: 'on' }, 'HOST=hub.example'],
  ])('refuse demo sign-in %s', (_where, environment, named) => {
    expect(faultsOf(environment).join('\n')).toContain(named);
  });

  it.each([[{ NODE_ENV: 'production' }], [{ HOST: '0.0.0.0' }], [{ HUB_PUBLIC_URL: 'http://hub.example' }]])(
    'let nobody from outside in without encryption: %o',
    (environment) => {
      expect(faultsOf(environment)).toEqual([expect.stringMatching(/^HUB_PUBLIC_URL: .*https:/)]);
    },
  );

  it.each([
    [{ NODE_ENV: 'production', HUB_PUBLIC_URL: 'https://hub.example.lg.jp' }],
    [{ HOST: '0.0.0.0', HUB_PUBLIC_URL: 'https://hub.example.lg.jp/' }],
  ])('open a hub for people without the demo: %o', (environment) => {
    expect(readSettings(environment)).toMatchObject({ demo: false, publicUrl: 'https://hub.example.lg.jp' });
  });

  it('let people sign in for real on this machine, too', () => {
    expect(readSettings({ HUB_DEMO: 'off', PORT: '4100' })).toMatchObject({ demo: false, publicUrl: 'http://localhost:4100' });
  });

  it('refuse the demo under an address that others know', () => {
    expect(faultsOf({ HUB_DEMO: 'on', HUB_PUBLIC_URL: 'https://hub.example' })).toEqual([
      expect.stringContaining('HUB_PUBLIC_URL を書いたハブ'),
    ]);
    expect(readSettings({ HUB_PUBLIC_URL: 'https://hub.example' }).demo).toBe(false);
  });

  it('take the identity provider whole or not at all, and over https', () => {
    expect(faultsOf({ HUB_OIDC_ISSUER: 'https://id.example' })).toEqual([
      expect.stringMatching(/^HUB_OIDC_CLIENT_ID: /),
      expect.stringMatching(/^HUB_OIDC_CLIENT_SECRET: /),
    ]);
    const whole = { HUB_OIDC_CLIENT_ID: 'hub', HUB_OIDC_CLIENT_SECRET: 'a secret of the hub' };
    expect(readSettings({ ...whole, HUB_OIDC_ISSUER: 'https://id.example' }).oidc).toEqual({
      issuer: 'https://id.example',
      clientId: 'hub',
      clientSecret: 'a secret of the hub',
    });
    expect(faultsOf({ ...whole, HUB_OIDC_ISSUER: 'http://id.example' })).toEqual([expect.stringMatching(/^HUB_OIDC_ISSUER: 「https/)]);
  });

  it.each(['postgres://[bad', 'localhost:5432/hub'])('refuse an address of PostgreSQL that is none: %s', (DATABASE_URL) => {
    expect(faultsOf({ DATABASE_URL })).toEqual([expect.stringContaining('DATABASE_URL: 「postgres://')]);
  });

  it.each(['postgres:///hub?host=/var/run/postgresql', 'postgresql://hub@/hub', 'postgres://u:p@[::1]:5432/d?sslmode=require'])(
    'take %s',
    (databaseUrl) => {
      expect(readSettings({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl });
    },
  );

  it('take the public keys of one hub or of several', () => {
    const keys = [
      'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=',
      'MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
    ];
    expect(readSettings({ HUB_DEPARTMENT_KEY: keys.join(', ') }).hubKeys).toEqual(keys);
    expect(readSettings({}).hubKeys).toEqual([]);
  });

  it('do not repeat a secret when it is wrong', () => {
    // The key that signs, where the one that checks belongs.
    const secret = 'MC4CAQAwBQYDK2VwBCIEIPAVtDoYzqp9vqzkBtqXqTfTMEfZVTUmzc3LrtqfOG4l';
    expect(faultsOf({ HUB_DEPARTMENT_KEY: secret })).toEqual([expect.stringMatching(/^HUB_DEPARTMENT_KEY: ハブの department\.pub/)]);
    expect(faultsOf({ HUB_DEPARTMENT_KEY: secret }).join('\n')).not.toContain(secret);
    const url = 'mysql://user:hidden-word@h/d';
    expect(faultsOf({ DATABASE_URL: url }).join('\n')).not.toContain('hidden-word');
  });
});

function faultsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readSettings(environment);
  } catch (fault) {
    if (fault instanceof BadSettings) return fault.faults;
    throw fault;
  }
  throw new Error('these settings were accepted');
}
