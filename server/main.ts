import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { EmbeddedInUse } from './database/embedded-in-use';
import { openHouse } from './house';
import { BadSettings, readSettings } from './settings';

/** What is under way may take this long to end; then the process ends all the same. Whatever was acknowledged is committed. */
const DRAIN_MS = 10_000;

/** Opens the house, and closes it in reverse when asked to stop. */
async function main(): Promise<void> {
  const settings = readSettings();
  mkdirSync(settings.dataDir, { recursive: true });
  const house = await openHouse(settings, (line) => process.stdout.write(`${line}\n`));
  let asked = false;
  const close = () => {
    if (asked) return;
    asked = true;
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    house.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, close);
}

main().catch((fault: unknown) => {
  // Faults that a person can mend are told in words, without a stack.
  const words = mendable(fault);
  process.stderr.write(`${words ?? (fault instanceof Error ? fault.stack : String(fault))}\n`);
  process.exit(words ? 2 : 1);
});

function mendable(fault: unknown): string | undefined {
  if (fault instanceof BadSettings || fault instanceof EmbeddedInUse) return fault.message;
  const { code, port, address } = fault as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE') return `ポート ${port} は別の処理が使っています。PORT に別の番号を書いて起動してください。`;
  if (code === 'EACCES' && port) return `ポート ${port} を開く権限がありません。PORT に 1024 以上の番号を書いてください。`;
  if (code === 'ECONNREFUSED' && port)
    return `PostgreSQL（${address ?? ''}:${port}）が応答しません。動いているか、DATABASE_URL が正しいかを確かめてください。`;
  return undefined;
}
