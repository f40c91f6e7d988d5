import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { accountToRunAs, type Binaries, makeHome, reachableBinaries, reachableHome, type RunAs } from './cluster-home';
import { ClusterPassword } from './cluster-password';
import { argumentsOf, beginningOf, parentOf } from './processes';

const database = 'training';

export class AlreadyRunning extends Error {
  constructor(pid: number, folder: string) {
    super(
      `Another process (${pid}) already runs the service on ${folder}. Stop it first, or set DATA_DIR to another folder.`,
    );
  }
}

interface Place {
  readonly data: string;
  readonly port: number;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly durable: boolean;
}

const firstWait = 100;
const longestWait = 5_000;
/** The server is asked to stop ever less politely, each time after so long. */
const stopPatience = 10_000;

/**
 * A real PostgreSQL, started as our child on a data folder and stopped with us. A server left behind by a killed
 * process is found by its lock file, stopped, and started anew; its data is whole because PostgreSQL recovers it. One
 * that ends without being told is started anew at the same address.
 */
export class EmbeddedCluster {
  private isStopping = false;
  private revival: Promise<void> | null = null;

  private constructor(
    readonly url: string,
    private readonly place: Place,
    private server: ChildProcess,
    private readonly ownerFile: string,
  ) {
    process.once('exit', () => this.server.kill('SIGINT'));
    this.watch();
  }

  /** @param folder where the cluster lives; made when missing. @param durable off where the data is thrown away afterwards: faster, unsafe in a power cut. */
  static async start(folder: string, durable = true): Promise<EmbeddedCluster> {
    const runAs = accountToRunAs();
    const home = reachableHome(folder, runAs);
    await makeHome(home, runAs);
    const data = join(home, 'postgres');
    const ownerFile = join(home, 'service.pid');
    const owner = await ownerOf(home);
    if (owner && owner !== process.pid) throw new AlreadyRunning(owner, home);
    await writeFile(ownerFile, `${process.pid} ${beginningOf(process.pid)}`);

    const binaries = await reachableBinaries(home, runAs);
    await stopOrphan(data);
    if (!existsSync(join(data, 'PG_VERSION'))) await initialise(data, binaries, runAs);
    const password = await new ClusterPassword(home, data).lock((statement) =>
      tellAlone(statement, data, binaries, runAs),
    );

    const place = { data, port: await freePort(), binaries, runAs, durable };
    const server = await startServer(place);
    const root = rootAddress(password, place.port);
    await ensureDatabase(root);
    return new EmbeddedCluster(`${root}/${database}`, place, server, ownerFile);
  }

  /** A cluster with nothing in it, to be thrown away: whatever an earlier one left in the folder goes first. */
  static async startEmpty(folder: string): Promise<EmbeddedCluster> {
    const home = reachableHome(folder, accountToRunAs());
    const owner = await ownerOf(home);
    if (owner) throw new AlreadyRunning(owner, home);
    await stopOrphan(join(home, 'postgres'));
    await rm(home, { recursive: true, force: true });
    return EmbeddedCluster.start(folder, false);
  }

  /** The address of the cluster a live service runs on this folder; null when none does. */
  static async runningOn(folder: string): Promise<string | null> {
    const home = reachableHome(folder, accountToRunAs());
    const data = join(home, 'postgres');
    const [owner, password, [, , , port]] = await Promise.all([
      ownerOf(home),
      new ClusterPassword(home, data).read(),
      lockOf(data),
    ]);
    return owner && port && password ? `${rootAddress(password, Number(port))}/${database}` : null;
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.revival;
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      if (hasEnded(this.server)) break;
      this.server.kill(signal);
      await Promise.race([once(this.server, 'exit'), delay(stopPatience, null, { ref: false })]);
    }
    await rm(this.ownerFile, { force: true });
  }

  /** Stops it and leaves nothing of it. */
  async discard(): Promise<void> {
    await this.stop();
    await rm(dirname(this.ownerFile), { recursive: true, force: true });
  }

  private watch(): void {
    this.server.once('exit', (code, signal) => {
      if (this.isStopping) return;
      console.error(`PostgreSQL ended by itself (${signal ?? code}); it is started anew.`);
      this.revival = this.revive().finally(() => (this.revival = null));
    });
  }

  /** Its last children may take a moment to notice that it is gone, and until then none starts beside them. */
  private async revive(): Promise<void> {
    for (let wait = firstWait; !this.isStopping; wait = Math.min(wait * 2, longestWait)) {
      try {
        this.server = await startServer(this.place);
        return this.watch();
      } catch (error) {
        console.error(String(error));
        await delay(wait);
      }
    }
  }
}

const rootAddress = (password: string, port: number) => `postgres://training:${password}@127.0.0.1:${port}`;

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** The lines of the server's own lock file: its number, its folder, when it began, its port. */
async function lockOf(data: string): Promise<string[]> {
  return (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
}

/** The number of the live process that runs the service on this folder; null when there is none. */
async function ownerOf(home: string): Promise<number | null> {
  const kept = await readFile(join(home, 'service.pid'), 'utf8').catch(() => '');
  const [number, ...beginning] = kept.trim().split(' ');
  const pid = Number(number);
  const began = pid > 0 ? beginningOf(pid) : null;
  if (began === null) return null;
  // Earlier versions kept the number alone; then it is ours when the server is its child.
  const isOurs =
    beginning.length > 0
      ? began === beginning.join(' ')
      : parentOf(Number((await lockOf(join(home, 'postgres')))[0])) === pid;
  return isOurs ? pid : null;
}

async function stopOrphan(data: string): Promise<void> {
  const pid = Number((await lockOf(data))[0]);
  const began = pid > 0 ? beginningOf(pid) : null;
  // A lock whose server is gone is PostgreSQL's to judge: only it knows whether children of that server still live.
  if (began === null) return;
  if (argumentsOf(pid).includes(data)) {
    process.kill(pid, 'SIGINT');
    await waitUntil(() => beginningOf(pid) !== began, 30_000, 'the PostgreSQL left behind to stop');
  } else {
    // The number is another's by now, and PostgreSQL would take that one for the server.
    await rm(join(data, 'postmaster.pid'), { force: true });
  }
}

/** Says one statement to the database by a process of its own, with no server that anybody could reach. */
async function tellAlone(statement: string, data: string, { postgres }: Binaries, runAs: RunAs): Promise<void> {
  const run = spawn(postgres, ['--single', '-D', data, 'postgres'], { ...runAs, stdio: ['pipe', 'ignore', 'pipe'] });
  const said = collect(run);
  run.stdin?.end(`${statement}\n`);
  const [code] = (await once(run, 'close')) as [number | null];
  if (code !== 0) throw new Error(`PostgreSQL could not be locked in ${data}: ${said()}`);
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

async function startServer({ data, port, binaries, runAs, durable }: Place): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    // Where it runs a page read anywhere costs what the next one does: else a class of a thousand is told from a million by reading all.
    random_page_cost: '1.1',
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
      if (hasEnded(server)) throw new Error(`PostgreSQL did not start: ${said()}`);
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
