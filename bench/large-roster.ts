import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readRoster, rosterTable } from '../src/people/rosters/sheet';
import { readTables } from '../src/platform/sheets/tables';

/** What reading one file took, in a process that did nothing else. */
export interface LargeRoster {
  readonly people: number;
  readonly seconds: number;
  readonly megabytesBefore: number;
  readonly megabytesAtMost: number;
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

async function main(path: string): Promise<void> {
  const file = { name: basename(path), content: readFileSync(path) };
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const { rows } = readRoster(await readTables(file, rosterTable));
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  const most = process.resourceUsage().maxRSS * 1024;
  const read: LargeRoster = {
    people: rows.length,
    seconds,
    megabytesBefore: megabytes(before),
    megabytesAtMost: megabytes(most),
  };
  process.send!(read, () => process.disconnect());
}

void main(process.argv[2]!);
