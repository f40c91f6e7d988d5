import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file as an office sent it, by the start of its name; every person in it is invented. */
export function caseFile(start: string): { readonly name: string; readonly content: Buffer } {
  const name = readdirSync(__dirname).find((file) => file.startsWith(`${start}-`) || file.startsWith(`${start}.`));
  if (!name) throw new Error(`No case ${start}`);
  return { name, content: readFileSync(join(__dirname, name)) };
}
