import 'reflect-metadata';
import { departments } from '#server/departments/registry';
import { hubKeys } from '#server/hub/department-keys';
import { openDepartment } from '#server/hub/department-process';

/** Children's welfare as a process of its own, on the same rows that the hub's embedded one reads. */
const { databaseUrl, dataDir } = JSON.parse(process.argv[2] ?? '{}') as { databaseUrl: string; dataDir: string };
const department = departments.find((each) => each.key === 'children');
if (!department) throw new Error('there is no department of children');
const { url } = await openDepartment({
  department,
  database: { url: databaseUrl },
  keys: hubKeys(dataDir),
  host: '127.0.0.1',
  port: 0,
});
process.send?.({ ready: { address: url, version: process.version } });
process.on('disconnect', () => process.exit());
