import { Client } from 'pg';

/** A database of its own for one spec, cloned from the migrated template in milliseconds. */
export async function cloneDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `spec_${process.env['JEST_WORKER_ID'] ?? '0'}_${process.hrtime.bigint()}`;
  await onRoot(`CREATE DATABASE ${name} TEMPLATE training_template`);
  const url = new URL(process.env['TEST_CLUSTER_URL']!);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onRoot(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onRoot(sql: string): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_CLUSTER_URL'] });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
