import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { ActorsQueries } from '../src/accounts/actors.queries';
import { CoursesService } from '../src/courses/courses.service';
import type { Actor } from '../src/platform/access/actor';
import type { BenchedService } from './benched-service';

/** An account of the office of the one Bloc there is. @returns its token */
export async function addOffice(pool: Pool): Promise<string> {
  const token = randomUUID();
  await pool.query(
    `WITH account AS (INSERT INTO accounts (email, name, password_hash, locale, created_at, accepted_at)
       VALUES ('office@example.vn', 'Văn phòng', 'none', 'en', now(), now()) RETURNING id),
     granted AS (INSERT INTO grants (account_id, role, unit_id, granted_at)
       SELECT account.id, 'training_officer', units.id, now() FROM account, units WHERE kind = 'bloc')
     INSERT INTO api_tokens (token_hash, account_id, name, created_at, expires_at)
     SELECT $1, id, 'bench', now(), '2100-01-01' FROM account`,
    [createHash('sha256').update(token).digest('hex')],
  );
  return token;
}

/** The programmes, established by that office. @returns who did */
export async function establishProgrammes(service: BenchedService, pool: Pool): Promise<Actor> {
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM accounts WHERE email = 'office@example.vn'`);
  const actor = (await service.get(ActorsQueries).ofAccount(rows[0]!.id))!;
  await service.get(CoursesService).establishCatalogue(actor);
  return actor;
}
