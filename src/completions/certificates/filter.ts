import type { Day } from '../../platform/clock';
import type { CertificateStanding } from './certificate.entity';
import type { Place } from '../../platform/finding';
import { foldName, forLike, searchWords } from '../../platform/names';
import type { Scope } from '../completions.policy';
import type { Orders } from '../../platform/paging';
import { readVerificationCode } from './verification-code';

/** The orders certificates can be listed in; a minus turns one round. `issuedOn` goes on by number, `name` is by given name. */
export const certificateSorts = ['issuedOn', '-issuedOn', 'name', '-name', 'validUntil', '-validUntil'] as const;
export type CertificateSort = (typeof certificateSorts)[number];

export interface CertificateFilter {
  readonly classId?: string | undefined;
  readonly series?: string | undefined;
  /** The year of issue. */
  readonly year?: number | undefined;
  /** The unit the holder belongs to today. */
  readonly unitId?: string | undefined;
  readonly standing?: CertificateStanding | undefined;
  /** Words of the holder's name, or part of the number, or the code. */
  readonly search?: string | undefined;
}

interface SortedRow {
  readonly id: string;
  readonly sequence: number;
  readonly issuedOn: Day;
  readonly validUntil: Day | null;
  readonly sortName: string;
}

const issuedOn = { column: 't.issued_on', type: 'date', value: (row: SortedRow) => row.issuedOn };
const sequence = { column: 't.sequence', type: 'int', value: (row: SortedRow) => row.sequence };
const sortName = { column: 'p.sort_name', type: 'text', value: (row: SortedRow) => row.sortName };
const validUntil = {
  // What does not expire comes after all that does.
  column: `coalesce(t.valid_until, '9999-12-31')`,
  type: 'date',
  value: (row: SortedRow) => row.validUntil ?? '9999-12-31',
};
const id = { column: 't.id', type: 'uuid', value: (row: SortedRow) => row.id };

export const certificateOrders: Orders<CertificateSort, SortedRow> = {
  issuedOn: [issuedOn, sequence, id],
  name: [sortName, issuedOn, id],
  validUntil: [validUntil, sequence, id],
};

/**
 * The conditions of a filter; `$1` is today, and what they compare with is added to `parameters`.
 * @param found the ids of all a search finds, where they are few
 */
export function conditionsOf(
  { classId, series, year, unitId, standing, search }: CertificateFilter,
  parameters: unknown[],
  found: readonly string[] | null = null,
): string[] {
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions: string[] = [];
  if (classId !== undefined)
    conditions.push(`t.completion_id IN (SELECT id FROM completions WHERE class_id = ${place(classId)})`);
  if (series !== undefined) conditions.push(`t.series = ${place(series)}`);
  if (year !== undefined) conditions.push(`t.year = ${place(year)}`);
  if (unitId !== undefined) conditions.push(`p.unit_id = ${place(unitId)}`);
  if (standing !== undefined) conditions.push(conditionOf[standing]);
  if (found) conditions.push(`t.id = ANY (${place(found)}::uuid[])`);
  else if (search !== undefined) conditions.push(`(${isNamed(search, place)} OR ${isNumbered(search, place)})`);
  return conditions;
}

/**
 * The certificates `t`, of persons `p`, a reader may see. What one unit or person has is little, and found from where it comes
 * from; what a Group has is met in any order.
 */
export function seenBy({ unitIds, personId }: Scope, place: Place): string {
  if (!unitIds) return 'true';
  const own = `${place(personId)}::uuid`;
  if (unitIds.length === 0) return `t.person_id = ${own}`;
  const ofUnits = `unit_id = ANY (${place(unitIds)}::uuid[])`;
  return unitIds.length === 1
    ? `t.person_id IN (SELECT id FROM persons WHERE ${ofUnits} UNION ALL SELECT ${own})`
    : `(p.${ofUnits} OR t.person_id = ${own})`;
}

/** Whether a person `p` has all words of a search in the name, each from its first letter: as an index of trigrams knows it. */
const isNamed = (search: string, place: Place) =>
  searchWords(search)
    .map(forLike)
    .map((word) => `(p.folded_name LIKE ${place(`${word}%`)} OR p.folded_name LIKE ${place(`% ${word}%`)})`)
    .join(' AND ') || 'true';

/** Whether a part of the number of a certificate `t` is searched for, with or without marks, or its code is. */
export const isNumbered = (search: string, place: Place) =>
  `(folded_text(t.number) LIKE ${place(`%${forLike(foldName(search))}%`)} OR t.verification_code = ${place(readVerificationCode(search))})`;

/** The ids of what a search finds, so many at most: where there are more, they are soon met in the order of a list. */
export function searched(search: string, scope: Scope, most: number, parameters: unknown[]): string {
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const seen = seenBy(scope, place);
  const those = (condition: string) =>
    `SELECT t.id FROM certificates t JOIN persons p ON p.id = t.person_id WHERE ${seen} AND ${condition}`;
  return `SELECT id FROM (${those(isNamed(search, place))} UNION ALL ${those(isNumbered(search, place))}) found LIMIT ${most}`;
}

const conditionOf: Readonly<Record<CertificateStanding, string>> = {
  issued: `(t.state = 'issued' AND (t.valid_until IS NULL OR t.valid_until >= $1::date))`,
  expired: `(t.state = 'issued' AND t.valid_until < $1::date)`,
  replaced: `t.state = 'replaced'`,
  revoked: `t.state = 'revoked'`,
};
