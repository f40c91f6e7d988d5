/** The whole number that follows `name` on the command line, else `usual`. @throws Error when it is none */
export function numberAfter(name: string, usual: number): number {
  const at = process.argv.indexOf(name);
  if (at === -1) return usual;
  const value = Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} needs a whole number from 1.`);
  return value;
}

/** What follows `name` on the command line; null when it is not there. */
export function wordAfter(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at === -1 ? null : (process.argv[at + 1] ?? null);
}

/** The address of a database that follows `name` on the command line. @throws Error when there is none */
export function addressAfter(name: string): string {
  const address = wordAfter(name);
  if (!address?.startsWith('postgres'))
    throw new Error(`${name} needs the address of a database made by the bench data.`);
  return address;
}
