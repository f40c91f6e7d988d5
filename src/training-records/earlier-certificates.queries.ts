import type { Tx } from '../platform/database/database';
import type { EarlierCertificate } from './earlier-certificate';

/** A certificate on record under a number somebody wants to enter. */
export interface TakenNumber {
  readonly recordId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly number: string;
  /** Null for one of this service, whose number no other certificate bears. */
  readonly issuedBy: string | null;
}

type Numbered = Pick<EarlierCertificate, 'number' | 'issuedBy'>;

const folded = (text: string) => text.toLocaleLowerCase('vi');

/** Two papers of one issuer do not bear one number. */
export const isSameNumber = (taken: TakenNumber, { number, issuedBy }: Numbered): boolean =>
  folded(taken.number) === folded(number) && (taken.issuedBy === null || folded(taken.issuedBy) === folded(issuedBy));

/** Whose certificates bear these numbers already, whoever issued them. */
export async function numbersTaken(tx: Tx, certificates: readonly Numbered[]): Promise<TakenNumber[]> {
  return tx.rows(
    `SELECT r.id AS record_id, r.person_id, p.full_name, r.award_number AS number, CASE r.kind WHEN 'earlier_certificate' THEN r.issued_by END AS issued_by
     FROM training_records_in_force r JOIN persons p ON p.id = r.person_id LEFT JOIN courses c ON c.id = r.course_id
     WHERE lower(r.award_number) IN (SELECT lower(n) FROM unnest($1::text[]) n) AND (r.kind = 'earlier_certificate' OR (r.kind = 'completion' AND c.award = 'certificate'))
     ORDER BY r.id`,
    [certificates.map(({ number }) => number)],
  );
}
