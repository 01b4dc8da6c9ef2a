import path from 'node:path';

// node scripts/run.mjs test/kit/print-after.ts <module>: the schema as JSON, printed by a program that loaded that module before any other.
await import(/* @vite-ignore */ path.resolve(process.argv[2] ?? ''));
const { printedSchema } = await import('#server/printed-schema');
process.stdout.write(`${JSON.stringify([...printedSchema()])}\n`);
