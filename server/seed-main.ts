import 'reflect-metadata';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { given, run, say } from './command';
import { lockDirectory } from './database/directory-lock';
import { insistOnGround } from './grounds';
import { openHubDatabase, sowOnce } from './house';
import { readSettings, type Settings } from './settings';

const HELP = `使い方: npm run seed -- [--scale 20] [--seed 20260401] [--as-of 2026-11-23] [--reset]
  --scale  町の大きさ（既定 1。20 なら約4万4千人。負荷の試験用で、計画の数字とは合いません）
  --seed   乱数の種（同じ種と基準日なら、同じ町）
  --as-of  基準日（既定は今日）
  --reset  いまある組み込みのデータを消してからつくる`;

/** npm run seed: sows the invented city into an empty database, at whatever scale, and says how long it took. */
async function main(): Promise<number> {
  const option = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const values = given({ options: { scale: { ...option, default: '1' }, seed: option, 'as-of': option, reset: flag, help: flag } })?.values;
  if (!values || values.help) return say(HELP, values ? 0 : 2);
  const scale = Number(values.scale);
  if (!Number.isInteger(scale) || scale < 1 || scale > 100) return say('--scale は1から100までの整数で書いてください。', 2);
  const settings = readSettings(undefined, { HUB_SEED: values.seed, HUB_AS_OF: values['as-of'] });
  if (!settings.demo) return say('架空の町は、体験用のハブ（HUB_DEMO=on）にだけつくれます。', 2);
  const directory = path.join(settings.dataDir, 'postgres');
  if (values.reset && settings.databaseUrl)
    return say('--reset は組み込みのデータだけに使えます。PostgreSQL のデータベースは、管理の道具で作り直してください。', 2);
  if (values.reset && existsSync(directory)) {
    lockDirectory(directory).release(); // throws, naming the process, while a hub has it open
    await insistOnInvented(settings);
    rmSync(directory, { recursive: true });
  }
  const started = performance.now();
  let sown = false;
  const database = await openHubDatabase(settings, say, {
    prepare: async (opening) => {
      await insistOnGround(opening, true);
      sown = await sowOnce(opening, settings, say, scale);
    },
  });
  await database.close();
  if (!sown) return say('このデータベースにはもう町があります。--reset で消すか、HUB_DATA_DIR で別の場所を指定してください。', 2);
  return say(`${((performance.now() - started) / 1000).toFixed(1)}秒でつくりました。`);
}

/** Throws when real records would be thrown away for invented ones. */
async function insistOnInvented(settings: Settings): Promise<void> {
  const database = await openHubDatabase(settings, () => undefined, { prepare: (opening) => insistOnGround(opening, true) });
  await database.close();
}

run(main);
