import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BadSettings, readSettings } from './settings';
import { type Watching, watchQuestion } from './watch-question';

const HELP = `使い方: npm run query -- --as <人> '<問い合わせ>' または <ファイル.graphql>
  --as <人>            facilitator・recorder・elderly-care・disability・livelihood・children・council・analyst・administrator・supervisor・disclosure-officer
  --variables '<JSON>' 変数
  --operation <名前>   文書に操作がいくつもあるとき
  --watch              購読（subscription）を、止めるまで1行ずつ書き出す。ハブが開き直しても続ける
  --count <数>         --watch のとき、この数だけ受け取ったら終わる
  --url <アドレス>     動いているハブ（既定は PORT の http://localhost:4000）
  --data-dir <場所>    ハブのデータの置き場（既定は HUB_DATA_DIR の .data）`;

/** What a person can mend: told in words, without a stack. */
class Refused extends Error {
  constructor(
    words: string,
    readonly code = 1,
  ) {
    super(words);
  }
}

/** npm run query: signs in over HTTP as a persona and writes the answer to standard output as JSON. Exit 1 when the answer has errors. */
async function main(): Promise<number> {
  const options = parsed();
  const [given] = options.positionals;
  if (options.values.help || !given) throw new Refused(HELP, options.values.help ? 0 : 2);
  const { as, operation, watch, 'data-dir': dataDir } = options.values;
  const url = options.values.url.replace(/\/+$/, '');
  const payload = {
    query: documentOf(given),
    variables: variablesOf(options.values.variables),
    ...(operation ? { operationName: operation } : {}),
  };
  const most = countOf(options.values.count);
  const watching: Watching = { url, payload, cookie: await signIn(url, as, dataDir) };
  return watch ? follow(watching, most) : ask(watching);
}

async function ask({ url, cookie, payload }: Watching): Promise<number> {
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await reach(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(payload) });
  const text = await answer.text();
  try {
    const result = JSON.parse(text) as { errors?: unknown };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return result.errors ? 1 : 0;
  } catch {
    throw new Refused(`${url} の答えは GraphQL ではありません（${answer.status}）。--url を確かめてください。`);
  }
}

async function follow(watching: Watching, most: number): Promise<number> {
  let count = 0;
  const take = (result: unknown) => {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return ++count < most ? 'more' : 'enough';
  };
  await watchQuestion(watching, take, (words) => process.stderr.write(`${words}\n`));
  return 0;
}

/** Where the hub of this environment listens and keeps its data, unless the command says otherwise. */
function parsed() {
  const { port, dataDir: hubsDir } = readSettings(undefined, {}, false);
  const option = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    as: { ...option, default: 'facilitator' },
    variables: { ...option, default: '{}' },
    operation: option,
    watch: flag,
    count: option,
    url: { ...option, default: `http://localhost:${port}` },
    'data-dir': { ...option, default: hubsDir },
    help: flag,
  };
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch {
    throw new Refused(HELP, 2);
  }
}

function documentOf(given: string): string {
  if (existsSync(given)) return readFileSync(given, 'utf8');
  if (/\.(graphql|gql)$/.test(given)) throw new Refused(`「${given}」というファイルはありません。`, 2);
  return given;
}

function variablesOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Refused('--variables がJSONとして読めません。', 2);
  }
}

function countOf(text: string | undefined): number {
  const count = text === undefined ? Number.POSITIVE_INFINITY : Number(text);
  if (!(count >= 1)) throw new Refused('--count は1以上の数で書いてください。', 2);
  return count;
}

async function signIn(url: string, persona: string, dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'demo-key');
  if (!existsSync(file))
    throw new Refused(`「${file}」がありません。ハブを一度起動するか（npm start）、その HUB_DATA_DIR を --data-dir に書いてください。`);
  const key = readFileSync(file, 'utf8').trim();
  const answer = await reach(`${url}/sign-in?as=${encodeURIComponent(persona)}&key=${key}`, { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie)
    throw new Refused(`「${persona}」としてサインインできません。--as の名前と、--data-dir がこのハブのものかを確かめてください。`);
  return cookie;
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  if (!URL.canParse(address)) throw new Refused('--url は「http://localhost:4000」の形で書いてください。', 2);
  const { origin } = new URL(address);
  return fetch(address, init).catch(() => {
    throw new Refused(`${origin} でハブが応答しません。npm start で起動しているか、--url が正しいかを確かめてください。`);
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = fault instanceof Refused ? fault.code : fault instanceof BadSettings ? 2 : 1;
  },
);
