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
      demo: true,
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
      HUB_DEPARTMENT_SECRET: 's'.repeat(32),
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

  it.each([[{ NODE_ENV: 'production' }], [{ HOST: '0.0.0.0' }], [{ HUB_DEMO: 'off' }]])(
    'never turn the demo on by themselves where it is not asked for: %o',
    (environment) => {
      expect(faultsOf(environment)).toEqual([expect.stringContaining('職員認証')]);
    },
  );

  it('do not repeat a secret when it is wrong', () => {
    const secret = 'short-but-secret';
    expect(faultsOf({ HUB_DEPARTMENT_SECRET: secret }).join('\n')).not.toContain(secret);
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
