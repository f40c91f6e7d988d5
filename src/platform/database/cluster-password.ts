import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Only who knows the password, and only from this machine. */
const doors = '# Written by the service.\nhost all all 127.0.0.1/32 scram-sha-256\n';

/** The password of the embedded PostgreSQL: made once, and kept where only the account of the service reads it. */
export class ClusterPassword {
  private readonly file: string;
  private readonly doorFile: string;

  constructor(home: string, data: string) {
    this.file = join(home, 'password');
    this.doorFile = join(data, 'pg_hba.conf');
  }

  async read(): Promise<string | null> {
    return readFile(this.file, 'utf8').catch(() => null);
  }

  /**
   * Folders of earlier versions let every local account in; they are locked like new ones.
   * @param tell says a statement to the database while no server runs and nobody can come in
   */
  async lock(tell: (statement: string) => Promise<void>): Promise<string> {
    const kept = await this.read();
    if (kept && (await readFile(this.doorFile, 'utf8')) === doors) return kept;
    const password = kept ?? randomBytes(24).toString('base64url');
    await writeFile(this.file, password, { mode: 0o600 });
    await tell(`ALTER ROLE training PASSWORD '${password}'`);
    await writeFile(this.doorFile, doors);
    return password;
  }
}
