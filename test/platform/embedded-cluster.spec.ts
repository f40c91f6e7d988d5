import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformFileSync } from '@swc/core';

/** A process of its own that starts the cluster, says where it is, and waits to be killed. */
const starter = `
  const { EmbeddedCluster } = require(process.argv[1]);
  EmbeddedCluster.start(process.argv[2], false).then((cluster) => {
    console.log(cluster.url);
    process.stdin.on('data', () => cluster.stop().then(() => process.exit(0)));
  }, (error) => { console.error(error.message); process.exit(3); });`;

describe('the embedded PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'training-cluster-'));
  // Inside the project, so that what it imports is found.
  const module = join(__dirname, '../../node_modules/.cache/training-test/embedded-cluster.js');

  beforeAll(() => {
    // As root the server runs as somebody else, who must be able to enter.
    chmodSync(folder, 0o755);
    const { code } = transformFileSync(join(__dirname, '../../src/platform/database/embedded-cluster.ts'), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs', ignoreDynamic: true },
    });
    mkdirSync(dirname(module), { recursive: true });
    writeFileSync(module, code);
  });
  const running: { stop: () => Promise<void> }[] = [];
  afterAll(async () => {
    await Promise.all(running.map((service) => service.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(data: string): Promise<{ url: string; kill: () => Promise<void>; stop: () => Promise<void> }> {
    const run = spawn(process.execPath, ['-e', starter, module, data], { stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = new Promise<void>((resolve) => run.once('exit', () => resolve()));
    const url = await new Promise<string>((resolve, reject) => {
      run.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
      run.stderr.once('data', (chunk: Buffer) => reject(new Error(chunk.toString().trim())));
    });
    const service = {
      url,
      kill: async () => {
        run.kill('SIGKILL');
        await ended;
      },
      stop: async () => {
        if (run.exitCode === null && run.signalCode === null) run.stdin.write('stop');
        await ended;
      },
    };
    running.push(service);
    return service;
  }

  const serverOf = (data: string) =>
    Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

  it('starts again after its service was killed with -9 and left the server behind', async () => {
    const data = join(folder, 'killed');
    const first = await start(data);
    const orphan = serverOf(data);
    await first.kill();
    expect(() => process.kill(orphan, 0)).not.toThrow();

    const second = await start(data);
    expect(() => process.kill(orphan, 0)).toThrow();
    expect(serverOf(data)).not.toBe(orphan);
    await second.stop();
  });

  it('refuses a second service on the same folder and leaves the first alone', async () => {
    const data = join(folder, 'twice');
    const first = await start(data);
    await expect(start(data)).rejects.toThrow('already runs the service');
    expect(() => process.kill(serverOf(data), 0)).not.toThrow();
    await first.stop();
  });
});
