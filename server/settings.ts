import { z } from 'zod';

const loopback = ['127.0.0.1', '::1', 'localhost'];

const departments = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
  )
  .refine(
    (entries) => entries.every((entry) => /^[a-z-]+=https?:\/\/\S+$/.test(entry)),
    '「children=http://127.0.0.1:4101/graphql」の形を、コンマで区切って書いてください。',
  );

const databaseUrl = z
  .string()
  .refine(
    (url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url.replace('@/', '@localhost/')),
    '「postgres://利用者@ホスト:5432/データベース」の形で書いてください。',
  );

/** Ed25519, as a hub writes it into `department.pub`. */
const publicKeys = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine(
    (keys) => keys.every((key) => /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/.test(key)),
    'ハブの department.pub にある一行を、そのまま書いてください。いくつもあるときはコンマで区切ります。',
  );

const port = z.coerce
  .number('数字で書いてください。')
  .int('整数で書いてください。')
  .min(0, '0〜65535 で書いてください。')
  .max(65535, '0〜65535 で書いてください。');

const isLoopback = (url: string) => URL.canParse(url) && loopback.includes(new URL(url).hostname.replace(/^\[|\]$/g, ''));

/** Every setting there is: name, meaning of a value, default. `.env.example` lists the same names (checked). */
const shape = {
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'development・production・test のどれかを書いてください。')
    .default('development'),
  PORT: port.default(4000),
  HOST: z.string().min(1, '空にはできません。').default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  HUB_DUMP_URL: databaseUrl.optional(),
  HUB_DATA_DIR: z.string().min(1, '空にはできません。').default('.data'),
  HUB_DEPARTMENTS: departments.default([]),
  HUB_DEPARTMENT_KEY: publicKeys.default([]),
  HUB_PUBLIC_URL: z
    .string()
    .refine(
      (url) => /^https?:\/\/[^/]+\/?$/.test(url) && URL.canParse(url),
      '「https://hub.example.lg.jp」の形で、道（/以下）を付けずに書いてください。',
    )
    .transform((url) => new URL(url).origin)
    .optional(),
  HUB_PROXY: z.enum(['on', 'off'], 'on か off を書いてください。').default('off'),
  HUB_IDENTITY_KEY: z.string().min(32, '32文字以上の、推測されない文字列にしてください。').optional(),
  HUB_AUDIT_KEY: z.string().min(32, '32文字以上の、推測されない文字列にしてください。').optional(),
  HUB_OIDC_ISSUER: z
    .string()
    .refine(
      (url) => URL.canParse(url) && (url.startsWith('https://') || isLoopback(url)),
      '「https://…」で始まる、認証基盤のアドレスを書いてください。',
    )
    .optional(),
  HUB_OIDC_CLIENT_ID: z.string().optional(),
  HUB_OIDC_CLIENT_SECRET: z.string().optional(),
  HUB_DEMO: z.enum(['on', 'off'], 'on か off を書いてください。').optional(),
  HUB_AS_OF: z.iso.date('「2026-11-23」の形で書いてください。').optional(),
  HUB_SEED: z.coerce.number('数字で書いてください。').int('整数で書いてください。').default(20260401),
} as const;

export const settingsKeys: readonly string[] = Object.keys(shape);

export interface Settings {
  readonly mode: 'development' | 'production' | 'test';
  readonly port: number;
  readonly host: string;
  /** Real PostgreSQL; without it the embedded one under `dataDir`. */
  readonly databaseUrl?: string;
  /** As whom the same database is read for a copy, where its owner may not pass the row policies. */
  readonly dumpUrl?: string;
  readonly dataDir: string;
  /** Departments that run elsewhere, name → GraphQL address. */
  readonly departments: ReadonlyMap<string, string>;
  /** For a department in a process of its own: public keys of the hubs that may call it. Those in `dataDir` when there are none here. */
  readonly hubKeys: readonly string[];
  /** Demo sign-in and invented data. Only ever on loopback. */
  readonly demo: boolean;
  /** The address that people type, without a path: https, or plain http on loopback. */
  readonly publicUrl: string;
  /** Whether a proxy of one's own stands before the hub; then the address that it writes into X-Forwarded-For is believed. */
  readonly behindProxy: boolean;
  readonly identityKey?: string;
  /** Seals the audit; `audit.key` in `dataDir` when not given. */
  readonly auditKey?: string;
  /** The city's identity provider (OpenID Connect). */
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  readonly asOf?: string;
  readonly seed: number;
}

/** Every fault of the settings at once, one Japanese line each. */
export class BadSettings extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      ['設定に誤りがあります。次のすべてを直してから、もう一度起動してください。', ...faults.map((fault) => `  - ${fault}`)].join('\n'),
    );
  }
}

/**
 * Reads settings from the environment; the only place that does. `over` stands above it (a command's options). `hasEntrance`: whether people come
 * in here, which a department's own process has nobody do. Throws `BadSettings` with all faults.
 */
export function readSettings(
  environment: NodeJS.ProcessEnv = process.env,
  over: Readonly<Record<string, string | undefined>> = {},
  hasEntrance = true,
): Settings {
  const env = { ...environment, ...Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined)) };
  const given = Object.fromEntries(settingsKeys.filter((key) => env[key]).map((key) => [key, env[key]]));
  const read = z.object(shape).safeParse(given);
  const faults = read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const unknown = Object.keys(env).filter((key) => key.startsWith('HUB_') && !key.startsWith('HUB_TEST_') && !settingsKeys.includes(key));
  faults.push(...unknown.map((key) => `${key}: 知らない設定です。名前を確かめるか、消してください。`));
  const { demo, faults: entranceFaults } = entranceOf(given);
  // What cannot be read at all is told once: nothing more can be said of it.
  const told = new Set(faults.map(nameOf));
  if (hasEntrance) faults.push(...entranceFaults.filter((fault) => !told.has(nameOf(fault))));
  if (!read.success || faults.length > 0) throw new BadSettings(faults);
  const value = read.data;
  return {
    mode: value.NODE_ENV,
    port: value.PORT,
    host: value.HOST,
    ...(value.DATABASE_URL ? { databaseUrl: value.DATABASE_URL } : {}),
    ...(value.HUB_DUMP_URL ? { dumpUrl: value.HUB_DUMP_URL } : {}),
    dataDir: value.HUB_DATA_DIR,
    departments: new Map(value.HUB_DEPARTMENTS.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)])),
    hubKeys: value.HUB_DEPARTMENT_KEY,
    demo,
    publicUrl: value.HUB_PUBLIC_URL ?? `http://localhost:${value.PORT}`,
    behindProxy: value.HUB_PROXY === 'on',
    ...(value.HUB_IDENTITY_KEY ? { identityKey: value.HUB_IDENTITY_KEY } : {}),
    ...(value.HUB_AUDIT_KEY ? { auditKey: value.HUB_AUDIT_KEY } : {}),
    ...(value.HUB_OIDC_ISSUER
      ? {
          oidc: {
            issuer: value.HUB_OIDC_ISSUER,
            clientId: value.HUB_OIDC_CLIENT_ID ?? '',
            clientSecret: value.HUB_OIDC_CLIENT_SECRET ?? '',
          },
        }
      : {}),
    ...(value.HUB_AS_OF ? { asOf: value.HUB_AS_OF } : {}),
    seed: value.HUB_SEED,
  };
}

const nameOf = (fault: string) => fault.slice(0, fault.indexOf(':'));

type Given = Readonly<Record<string, string | undefined>>;

/** Whether demo sign-in is on, and what the way in lacks. Looks at the settings as written, so that it is told beside every other fault. */
function entranceOf(given: Given): { demo: boolean; faults: string[] } {
  const { HOST = '127.0.0.1', NODE_ENV, HUB_DEMO, HUB_PUBLIC_URL } = given;
  const reachable = !loopback.includes(HOST);
  const production = NODE_ENV === 'production';
  const demo = HUB_DEMO ? HUB_DEMO === 'on' : !production && !reachable && !HUB_PUBLIC_URL;
  return {
    demo,
    faults: [
      ...(demo ? demoFaults(HOST, reachable, production, HUB_PUBLIC_URL) : publicFaults(given, reachable, production)),
      ...oidcFaults(given),
    ],
  };
}

function demoFaults(host: string, reachable: boolean, production: boolean, publicUrl: string | undefined): string[] {
  const faults: string[] = [];
  if (production) faults.push('HUB_DEMO: 本番（NODE_ENV=production）では体験用サインインを使えません。off にしてください。');
  if (reachable)
    faults.push(
      `HUB_DEMO: ほかの機器から届く HOST=${host} では体験用サインインを使えません。HOST を 127.0.0.1 にするか、off にしてください。`,
    );
  if (publicUrl) faults.push('HUB_DEMO: HUB_PUBLIC_URL を書いたハブでは体験用サインインを使えません。off にしてください。');
  return faults;
}

/** Whoever can be reached is reached encrypted: the cookie of a sign-in never crosses a network in the clear. */
function publicFaults({ HUB_PUBLIC_URL: url }: Given, reachable: boolean, production: boolean): string[] {
  if (!url && (production || reachable))
    return [
      'HUB_PUBLIC_URL: 人が開くアドレスを「https://hub.example.lg.jp」の形で書いてください。TLS は手前の中継（リバースプロキシ）で終えます。',
    ];
  if (url && !url.startsWith('https://') && (production || reachable || !isLoopback(url)))
    return ['HUB_PUBLIC_URL: https:// で始めてください。暗号化されない通信では、サインインの Cookie を守れません。'];
  return [];
}

function oidcFaults({ HUB_OIDC_ISSUER, HUB_OIDC_CLIENT_ID, HUB_OIDC_CLIENT_SECRET }: Given): string[] {
  const parts = { HUB_OIDC_ISSUER, HUB_OIDC_CLIENT_ID, HUB_OIDC_CLIENT_SECRET };
  const missing = Object.entries(parts).filter(([, value]) => !value);
  if (missing.length === 0 || missing.length === 3) return [];
  return missing.map(([name]) => `${name}: HUB_OIDC_ISSUER・HUB_OIDC_CLIENT_ID・HUB_OIDC_CLIENT_SECRET は、三つそろえて書いてください。`);
}
