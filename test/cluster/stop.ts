import { rmSync } from 'node:fs';

export default async function stop(): Promise<void> {
  const { cluster, folder, notTried } = globalThis.testCluster ?? {};
  await cluster?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
  // Below the count of tests, where somebody looks.
  if (notTried) process.stderr.write(`${notTried}\n`);
}
