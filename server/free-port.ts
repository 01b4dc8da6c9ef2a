import net from 'node:net';

/**
 * Throws what listening would throw when somebody else has the port: before a city is sown for a minute in vain. Whoever takes it meanwhile is
 * found when the house listens.
 */
export async function insistOnFree(port: number, host: string): Promise<void> {
  const probe = net.createServer();
  await new Promise<void>((done, failed) => {
    probe.once('error', failed);
    probe.listen(port, host, done);
  });
  await new Promise((done) => probe.close(done));
}
