import { rmSync } from 'node:fs';

export default async function stop(): Promise<void> {
  const { cluster, folder } = globalThis.testCluster ?? {};
  await cluster?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
}
