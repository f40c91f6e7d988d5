import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { EarlierCertificatesService } from '../src/training-records/earlier-certificates.service';
import type { BenchedService } from './benched-service';
import type { Callers } from './callers';
import { Nominees, nominationOf } from './nominees';
import { addOffice, establishProgrammes } from './office';

const openClasses = 4;
const nominatedOfUnit = 20;
const certificates = 5;

/** Tokens of people with something to read. */
export interface Readers {
  /** Of a unit of sixty, with open calls and nominations to follow. */
  readonly secretary: string;
  /** With a nomination and a record of five lines. */
  readonly cadre: string;
}

export async function seatReaders(service: BenchedService, pool: Pool, crowd: Callers): Promise<Readers> {
  const nominees = await Nominees.create(pool);
  await addOffice(pool);
  const office = await establishProgrammes(service, pool);
  const lists = await nominees.forNewClasses(openClasses, nominatedOfUnit);
  await crowd.call({ url: service.url, lists: lists.map((list) => list.map(nominationOf)), callers: lists.length });
  const [{ token: secretary, personId }] = lists[0]! as [(typeof lists)[0][0]];
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM courses WHERE code = 'theory_refresher'`);
  for (let year = 2020; year < 2020 + certificates; year += 1) {
    await service.get(EarlierCertificatesService).enter(office, personId, {
      courseId: rows[0]!.id,
      number: `${year}-BD`,
      issuedOn: `${year}-06-15`,
      issuedBy: 'Đảng ủy Khối',
      className: `Bồi dưỡng lý luận ${year}`,
      startedOn: `${year}-06-01`,
      endedOn: `${year}-06-05`,
      grade: null,
      validUntil: null,
      unitName: null,
      position: null,
    });
  }
  const cadre = await tokenOf(pool, personId);
  await pool.query('ANALYZE');
  return { secretary, cadre };
}

async function tokenOf(pool: Pool, personId: string): Promise<string> {
  const token = randomUUID();
  await pool.query(
    `WITH account AS (INSERT INTO accounts (email, name, password_hash, locale, created_at, accepted_at, person_id)
       SELECT 'cadre@example.vn', full_name, 'none', 'vi', now(), now(), id FROM persons WHERE id = $1 RETURNING id)
     INSERT INTO api_tokens (token_hash, account_id, name, created_at, expires_at) SELECT $2, id, 'bench', now(), '2100-01-01' FROM account`,
    [personId, createHash('sha256').update(token).digest('hex')],
  );
  return token;
}
