import { Client } from 'pg';
import { migrate } from '../src/platform/database/data-source';

export interface CopiedDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated copy of a database nobody is connected to, on the same server. */
export async function copyOf(address: string): Promise<CopiedDatabase> {
  const original = new URL(address).pathname.slice(1);
  const name = `bench_${process.pid}_${original}`;
  const onServer = async (sql: string) => {
    const client = new Client({ connectionString: at(address, 'postgres') });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await onServer(`CREATE DATABASE "${name}" TEMPLATE "${original}" STRATEGY FILE_COPY`);
  const drop = () => onServer(`DROP DATABASE "${name}" WITH (FORCE)`);
  const url = at(address, name);
  try {
    await migrate(url);
    return { url, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

function at(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}
