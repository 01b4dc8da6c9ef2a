import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Department } from '#server/departments/department';
import { actorVerifier } from '#server/hub/actor-token';
import { DepartmentServer } from '#server/hub/department-server';
import { guard } from '#server/hub/guard';
import { remoteExecutor } from '#server/hub/remote-executor';
import { buildSubgraph } from '#server/hub/subgraph';
import type { Town } from './a-town';

/** Puts a department behind a door of its own, on the same rows. Gives how to close it. */
export async function moveOut(town: Town, department: Department): Promise<() => void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { key, name } = department;
  const { sdl, ...subgraph } = buildSubgraph(key, department);
  const { http } = new DepartmentServer(
    { sdl, ...subgraph },
    town.database,
    actorVerifier(() => [publicKey], key),
  );
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`;
  const executor = guard({ key, label: name }, remoteExecutor({ name: key, url, key: privateKey, sdl }), 5_000);
  await town.hub.useRemote(new Map([[key, { url, sdl, executor }]]));
  return () => {
    http.close();
    http.closeAllConnections();
  };
}
