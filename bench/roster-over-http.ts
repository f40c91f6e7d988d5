import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Pool } from 'pg';
import { BenchedService } from './benched-service';
import type { LargeRoster } from './large-roster';
import { addOffice } from './office';

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** An office and a unit nobody is known of. @returns the office's token and the unit */
async function openUnit(pool: Pool): Promise<{ readonly token: string; readonly unitId: string }> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH bloc AS (INSERT INTO units (code, kind) VALUES ('KHOI', 'bloc') RETURNING id),
     base AS (INSERT INTO units (code, kind) VALUES ('U', 'base') RETURNING id),
     named AS (INSERT INTO unit_names (unit_id, name_vi, name_en, valid)
       SELECT id, 'Đơn vị', 'Unit', '[2000-01-01,)' FROM (TABLE bloc UNION ALL TABLE base) both_units),
     below AS (INSERT INTO unit_parents (unit_id, parent_id, valid) SELECT base.id, bloc.id, '[2000-01-01,)' FROM base, bloc)
     SELECT id FROM base`,
  );
  return { token: await addOffice(pool), unitId: rows[0]!.id };
}

/** The dry run of one roster over HTTP, by a service that has done nothing before. */
async function main(path: string): Promise<void> {
  const service = await BenchedService.start({ PROCESS: 'web' });
  const pool = new Pool({ connectionString: service.databaseUrl, max: 1 });
  pool.on('error', () => {});
  try {
    const { token, unitId } = await openUnit(pool);
    const form = new FormData();
    form.set('unitId', unitId);
    form.set('file', new Blob([readFileSync(path)]), basename(path));
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const answer = await fetch(`${service.url}/api/v1/roster-imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    const body = (await answer.json()) as { readonly summary?: { readonly new: number } };
    if (!body.summary) throw new Error(`${basename(path)}: ${answer.status} ${JSON.stringify(body)}`);
    const most = process.resourceUsage().maxRSS * 1024;
    const done: LargeRoster = {
      people: body.summary.new,
      seconds,
      megabytesBefore: megabytes(before),
      megabytesAtMost: megabytes(most),
    };
    process.send!(done);
  } finally {
    await pool.end();
    await service.stop();
    process.disconnect();
  }
}

void main(process.argv[2]!);
