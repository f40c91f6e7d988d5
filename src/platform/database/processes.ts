import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process began, as its kernel says: with the number it names that process and no other, for numbers are given
 * again after a crash or in a fresh container. Null when none with this number lives.
 */
export function beginningOf(pid: number): string | null {
  if (!isAlive(pid)) return null;
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return ps(pid, 'lstart=') ?? 'unknown';
  // The name in brackets may hold anything; what follows is the state, and the beginning as the twentieth.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const hasEnded = fields[0] === 'Z';
  return hasEnded ? null : `${read('/proc/sys/kernel/random/boot_id')?.trim()} ${fields[19]}`;
}

/** With what a process was started; empty when nobody can say. */
export function argumentsOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? ps(pid, 'args=') ?? '';
}

export function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat === null ? ps(pid, 'ppid=') : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function ps(pid: number, column: string): string | null {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', column], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
