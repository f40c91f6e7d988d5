import { Injectable } from '@nestjs/common';
import { type Broken, brokenInAll, findBroken } from '../../platform/database/broken';
import { Database } from '../../platform/database/database';
import type { RegisterEvent } from './register';
import type { Certificate } from './certificate.entity';

/** What the register says a certificate was after an event. */
type RegisteredFacts = Omit<Certificate, 'id' | 'series' | 'year' | 'stateReason' | 'stateDecision'>;

export interface RegisterLine {
  readonly position: number;
  readonly event: RegisterEvent;
  readonly at: Date;
  readonly actorName: string;
  readonly reason: string | null;
  readonly decision: string | null;
  readonly facts: RegisteredFacts;
}

const kept = 'certificate_register_lines_are_kept';
const chained = 'certificate_register_lines_are_chained';

/**
 * Statements that name what does not fit, as `id`: lines that are missing, were changed or belong to another chain; a
 * register whose end was cut off; certificates that are not what their last line says; replacements that lead nowhere;
 * lines other than those the journal heard of; and a register that would let a line be changed.
 */
const looks = [
  `SELECT series || ' ' || year || ' line ' || position AS id FROM (
     SELECT l.*, certificate_line_hash(l) AS expected, lag(position, 1, 0) OVER w AS place_before, lag(hash, 1, ''::bytea) OVER w AS hash_before
     FROM certificate_register_lines l WINDOW w AS (PARTITION BY series, year ORDER BY position)) l
   WHERE position <> place_before + 1 OR previous_hash <> hash_before OR hash <> expected ORDER BY series, year, position`,
  `SELECT r.series || ' ' || r.year || ' end of the register' AS id FROM certificate_registers r
   LEFT JOIN certificate_register_lines l ON l.series = r.series AND l.year = r.year AND l.position = r.last_position
   WHERE (r.last_position > 0 AND l.hash IS DISTINCT FROM r.last_hash)
      OR r.last_position <> (SELECT count(*) FROM certificate_register_lines a WHERE a.series = r.series AND a.year = r.year)`,
  `SELECT t.number AS id FROM certificates t LEFT JOIN LATERAL (
     SELECT l.facts FROM certificate_register_lines l WHERE l.certificate_id = t.id ORDER BY l.position DESC LIMIT 1) l ON true
   WHERE l.facts IS NULL OR NOT l.facts <@ certificate_facts(t)`,
  `SELECT t.number || ' replaced by none' AS id FROM certificates t
   WHERE t.state = 'replaced' AND NOT EXISTS (SELECT FROM certificates young WHERE young.replaces_id = t.id)`,
  `SELECT t.number || ' replaces ' || old.number AS id FROM certificates t JOIN certificates old ON old.id = t.replaces_id
   WHERE old.state <> 'replaced' OR old.completion_id <> t.completion_id`,
  `SELECT j.facts ->> 'series' || ' ' || (j.facts ->> 'year') || ' line ' || (j.facts ->> 'position') || ' against journal line ' || j.id AS id
   FROM journal_lines j LEFT JOIN certificate_register_lines l
     ON l.series = j.facts ->> 'series' AND l.year = (j.facts ->> 'year')::int AND l.position = (j.facts ->> 'position')::int
   WHERE j.action IN ('certificates.issued', 'certificates.corrected', 'certificates.replaced', 'certificates.revoked', 'certificates.revoked_with_class',
     'certificates.reassigned')
     AND encode(l.hash, 'hex') IS DISTINCT FROM j.facts ->> 'hash'`,
  `SELECT 'missing trigger ' || name AS id FROM unnest(ARRAY['${kept}', '${chained}']) name
   WHERE NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = name AND tgenabled <> 'D')`,
] as const;

@Injectable()
export class RegisterLinesQueries {
  constructor(private readonly database: Database) {}

  /** What became of a certificate, the first line first. */
  async ofCertificate(certificateId: string): Promise<RegisterLine[]> {
    return this.database.read(
      `SELECT position, event, at, actor_name, reason, decision, facts FROM certificate_register_lines
       WHERE certificate_id = $1 ORDER BY position`,
      [certificateId],
    );
  }

  /** Whatever shows that somebody changed the register past the service; empty when it is as it was written. */
  async broken(): Promise<Broken> {
    const found: Broken[] = [];
    for (const look of looks) found.push(await findBroken(this.database.reader, look));
    return brokenInAll(found);
  }
}
