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

const port = z.coerce
  .number('数字で書いてください。')
  .int('整数で書いてください。')
  .min(0, '0〜65535 で書いてください。')
  .max(65535, '0〜65535 で書いてください。');

/** Every setting there is: name, meaning of a value, default. `.env.example` lists the same names (checked). */
const shape = {
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'development・production・test のどれかを書いてください。')
    .default('development'),
  PORT: port.default(4000),
  HOST: z.string().min(1, '空にはできません。').default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, '「postgres://利用者@ホスト:5432/データベース」の形で書いてください。')
    .optional(),
  HUB_DATA_DIR: z.string().min(1, '空にはできません。').default('.data'),
  HUB_DEPARTMENTS: departments.default([]),
  HUB_DEPARTMENT_SECRET: z.string().min(32, '32文字以上の、推測されない文字列にしてください。').optional(),
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
  readonly dataDir: string;
  /** Departments that run elsewhere, name → GraphQL address. */
  readonly departments: ReadonlyMap<string, string>;
  readonly departmentSecret?: string;
  /** Demo sign-in and invented data. Only ever on loopback. */
  readonly demo: boolean;
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

/** Reads settings from the environment; the only place that does. `over` stands above it (a command's options). Throws `BadSettings` with all faults. */
export function readSettings(
  environment: NodeJS.ProcessEnv = process.env,
  over: Readonly<Record<string, string | undefined>> = {},
): Settings {
  const env = { ...environment, ...Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined)) };
  const given = Object.fromEntries(settingsKeys.filter((key) => env[key]).map((key) => [key, env[key]]));
  const read = z.object(shape).safeParse(given);
  const faults = read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const unknown = Object.keys(env).filter((key) => key.startsWith('HUB_') && !key.startsWith('HUB_TEST_') && !settingsKeys.includes(key));
  faults.push(...unknown.map((key) => `${key}: 知らない設定です。名前を確かめるか、消してください。`));
  const { demo, faults: demoFaults } = demoOf(given);
  faults.push(...demoFaults);
  if (!read.success || faults.length > 0) throw new BadSettings(faults);
  const value = read.data;
  return {
    mode: value.NODE_ENV,
    port: value.PORT,
    host: value.HOST,
    ...(value.DATABASE_URL ? { databaseUrl: value.DATABASE_URL } : {}),
    dataDir: value.HUB_DATA_DIR,
    departments: new Map(value.HUB_DEPARTMENTS.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)])),
    ...(value.HUB_DEPARTMENT_SECRET ? { departmentSecret: value.HUB_DEPARTMENT_SECRET } : {}),
    demo,
    ...(value.HUB_AS_OF ? { asOf: value.HUB_AS_OF } : {}),
    seed: value.HUB_SEED,
  };
}

/** Whether demo sign-in is on, and what forbids it. Looks at the settings as written, so that it is told beside every other fault. */
function demoOf({ HOST = '127.0.0.1', NODE_ENV, HUB_DEMO }: Readonly<Record<string, string | undefined>>): {
  demo: boolean;
  faults: string[];
} {
  const reachable = !loopback.includes(HOST);
  const production = NODE_ENV === 'production';
  const demo = HUB_DEMO ? HUB_DEMO === 'on' : !production && !reachable;
  const faults: string[] = [];
  if (demo && production) faults.push('HUB_DEMO: 本番（NODE_ENV=production）では体験用サインインを使えません。off にしてください。');
  if (demo && reachable)
    faults.push(
      `HUB_DEMO: ほかの機器から届く HOST=${HOST} では体験用サインインを使えません。HOST を 127.0.0.1 にするか、off にしてください。`,
    );
  if (!demo)
    faults.push('HUB_DEMO: 体験用でないサインイン（職員認証）はまだありません。HOST=127.0.0.1・NODE_ENV=development で起動してください。');
  return { demo, faults };
}
