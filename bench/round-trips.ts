import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { compared, ourWorkbooks } from './our-workbooks';

/** Each of our workbooks opened and saved by LibreOffice, and read again: every row is to say what it said before. */
export async function measureRoundTrips(): Promise<boolean> {
  const workbooks = await ourWorkbooks();
  const folder = mkdtempSync(join(tmpdir(), 'training-bench-'));
  try {
    for (const { file } of workbooks) writeFileSync(join(folder, file.name), file.content);
    const saved = join(folder, 'saved');
    mkdirSync(saved);
    const files = workbooks.map(({ file }) => join(folder, file.name));
    if (!(await savedByOffice(folder, saved, files))) {
      console.log('LibreOffice (soffice) is not on this machine: nothing was sent through it, and nothing is proved.');
      return false;
    }
    const faults: string[] = [];
    const table: Record<string, object> = {};
    for (const workbook of workbooks) {
      const { rows, lost, strange } = await compared(workbook, readFileSync(join(saved, workbook.file.name)));
      table[workbook.name] = { rows, same: rows - lost.length, lost: lost.length, strange: strange.length };
      if (lost.length + strange.length > 0)
        faults.push(`${workbook.name}: ${lost[0] ?? 'nothing'} became ${strange[0] ?? 'nothing'}`);
    }
    console.log('Our workbooks, opened and saved by LibreOffice, and read again:');
    console.table(table);
    for (const fault of faults) console.log(fault);
    return faults.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether there is an office to do it; it has a profile of its own, lest one that is open takes the files. */
async function savedByOffice(folder: string, saved: string, files: readonly string[]): Promise<boolean> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  try {
    await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', saved, ...files]);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
