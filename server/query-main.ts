import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const HELP = `使い方: npm run query -- --as <人> '<問い合わせ>' または <ファイル.graphql>
  --as <人>            facilitator・recorder・elderly-care・disability・livelihood・children・council・analyst・administrator
  --variables '<JSON>' 変数
  --operation <名前>   文書に操作がいくつもあるとき
  --watch              購読（subscription）を、止めるまで1行ずつ書き出す
  --count <数>         --watch のとき、この数だけ受け取ったら終わる
  --url <アドレス>     動いているハブ（既定 http://localhost:4000）
  --data-dir <場所>    ハブのデータの置き場（既定 .data）`;

/** npm run query: signs in over HTTP as a persona and writes the answer to standard output as JSON. Exit 1 when the answer has errors. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: 'string', default: 'facilitator' },
      variables: { type: 'string', default: '{}' },
      operation: { type: 'string' },
      watch: { type: 'boolean', default: false },
      count: { type: 'string' },
      url: { type: 'string', default: 'http://localhost:4000' },
      'data-dir': { type: 'string', default: '.data' },
      help: { type: 'boolean', default: false },
    },
  });
  const [given] = positionals;
  if (values.help || !given) return say(HELP, values.help ? 0 : 2);
  const query = existsSync(given) ? readFileSync(given, 'utf8') : given;
  const variables = JSON.parse(values.variables) as Record<string, unknown>;
  const cookie = await signIn(values.url, values.as, values['data-dir']);
  if (!cookie) return say(`「${values.as}」としてサインインできません。ハブが動いているか、--url と --data-dir を確かめてください。`, 1);
  const payload = { query, variables, ...(values.operation ? { operationName: values.operation } : {}) };
  if (values.watch) return watch(values.url, cookie, payload, values.count ? Number(values.count) : Number.POSITIVE_INFINITY);
  const answer = await fetch(`${values.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(payload),
  });
  const result = (await answer.json()) as { errors?: unknown };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  return result.errors ? 1 : 0;
}

async function signIn(url: string, persona: string, dataDir: string): Promise<string | undefined> {
  const key = readFileSync(path.join(dataDir, 'demo-key'), 'utf8').trim();
  const answer = await fetch(`${url}/sign-in?as=${encodeURIComponent(persona)}&key=${key}`, { redirect: 'manual' });
  return answer.headers.get('set-cookie')?.split(';')[0];
}

async function watch(
  url: string,
  cookie: string,
  payload: { query: string; variables: Record<string, unknown>; operationName?: string },
  most: number,
): Promise<number> {
  const headers = { origin: url, cookie };
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers });
      }
    },
  });
  process.once('SIGINT', () => void client.dispose());
  let count = 0;
  for await (const result of client.iterate(payload)) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    if (++count >= most) break;
  }
  await client.dispose();
  return 0;
}

function say(words: string, code: number): number {
  process.stderr.write(`${words}\n`);
  return code;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.exitCode = say(
      fault instanceof SyntaxError
        ? '--variables がJSONとして読めません。'
        : `問い合わせられません: ${fault instanceof Error ? fault.message : String(fault)}`,
      1,
    );
  },
);
