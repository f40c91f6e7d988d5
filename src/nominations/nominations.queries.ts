import { endorsedAbove, needsEndorsement, reservesBefore, reservesBeforeAmong } from './turn';
import { Injectable } from '@nestjs/common';
import type { ClassState } from '../classes/training-class.states';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { foldName, forLike } from '../platform/names';
import { keysetPage, type Orders, type PageOf } from '../platform/paging';
import type { Bilingual } from '../platform/messages/words';
import type { Check } from './checks';
import { undoUntil } from './held-decisions';
import { liveStates, type NominationState } from './nomination.states';
import { type Reach, within } from '../platform/access/reach';

/** One letter may name many. */
interface NamedLetter {
  readonly id: string;
  readonly number: string;
  readonly date: Day;
}

/** A nomination with the names a reader needs. */
export interface NominationItem {
  readonly id: string;
  readonly state: NominationState;
  readonly rank: number | null;
  /** Reserves of the same unit who move up before this one; null unless waiting. */
  readonly reservesBefore: number | null;
  readonly seat: number | null;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly classState: ClassState;
  readonly opensOn: Day;
  readonly needsEndorsement: boolean;
  /** Whether the Group's only officer is the nominee, so that the Bloc's office gives the Group's word. */
  readonly endorsedAbove: boolean;
  /** The day the call closes on; null before it is announced. */
  readonly callClosesOn: Day | null;
  /** The last day somebody else may take this place. */
  readonly substituteUntil: Day;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly birthDate: Day;
  readonly position: string | null;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** Where the nominee belongs now, and since when to no unit. */
  readonly nowOfUnitId: string;
  readonly nowOfUnitName: string;
  readonly leftOn: Day | null;
  readonly letter: NamedLetter | null;
  /** What the Group endorsed by; null while none was entered. */
  readonly groupLetter: NamedLetter | null;
  readonly checks: readonly Check[];
  readonly lateReason: string | null;
  readonly reason: string | null;
  readonly correctBy: Day | null;
  readonly placeGivenUpAt: Date | null;
  readonly passedOverAt: Date | null;
  readonly passedOverBecause: Bilingual | null;
  /** When and by whom the warnings among the checks were read; null when there were none. */
  readonly warningsAcknowledged: { readonly at: Date; readonly by: string } | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly endorsedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly endedAt: Date | null;
  /** Until when the decision it stands by can be taken back, as nobody is told of it yet; null where none can. */
  readonly undoUntil: Date | null;
  readonly substitutesId: string | null;
  readonly substitutedById: string | null;
  /** The nomination it goes on as in another class; null unless it was transferred. */
  readonly goesOn: { readonly id: string; readonly classCode: string } | null;
  readonly listImportId: string | null;
  readonly version: number;
}

export const nominationSorts = ['unit', 'name', 'submittedAt', '-submittedAt'] as const;
export type NominationSort = (typeof nominationSorts)[number];

export interface NominationFilter {
  /** Nominations of these units or of people who are theirs now, or of this person: what the reader may see. */
  readonly visibleUnits: Reach;
  readonly visiblePerson: string | null;
  readonly classId?: string;
  readonly unitId?: string;
  readonly personId?: string;
  /** The unit's letter they came with, as scans of it are kept with. */
  readonly letterId?: string;
  readonly state?: NominationState;
  readonly liveOnly?: boolean;
  readonly reservesOnly?: boolean;
  readonly search?: string;
  readonly sort?: NominationSort | undefined;
  readonly limit?: number;
  readonly after?: string;
}

/**
 * @param today the parameter it is
 * @param before how many reserves of the unit come before
 * @param more columns told besides
 */
const item = (
  today: string,
  nominations: string,
  seats: string,
  before: string,
  more = '',
) => `SELECT n.id, n.state, n.rank, s.number AS seat, n.class_id, c.code AS class_code, c.name AS class_name, c.state AS class_state, c.opens_on,
  ${needsEndorsement} AS needs_endorsement,
  n.state = 'submitted' AND ${endorsedAbove(today)} AS endorsed_above, (c.call_closes_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS call_closes_on,
  coalesce(c.substitute_until, c.opens_on - 1) AS substitute_until, ${before} AS reserves_before,
  n.person_id, p.code AS person_code, p.full_name, p.sort_name, p.birth_date, p.position,
  n.unit_id, u.code AS unit_code, unit_name_on(u.id, c.opens_on) AS unit_name,
  p.unit_id AS now_of_unit_id, unit_name_on(p.unit_id, ${today}) AS now_of_unit_name, p.left_on,
  CASE WHEN n.letter_number IS NULL THEN NULL ELSE jsonb_build_object(
    'id', paper_id(n.unit_id, n.letter_number, n.letter_date), 'number', n.letter_number, 'date', n.letter_date) END AS letter,
  (SELECT jsonb_build_object('id', g.id, 'number', g.number, 'date', g.date) FROM group_letters g WHERE g.id = n.group_letter_id) AS group_letter,
  ${more} n.late_reason, n.reason, n.correct_by, n.place_given_up_at, n.passed_over_at, n.passed_over_because,
  CASE WHEN n.warnings_acknowledged_at IS NULL THEN NULL
    ELSE jsonb_build_object('at', n.warnings_acknowledged_at, 'by', (SELECT name FROM accounts WHERE id = n.warnings_acknowledged_by)) END AS warnings_acknowledged, n.created_at, n.submitted_at, n.endorsed_at,
  n.decided_at, n.ended_at, ${undoUntil} AS undo_until, n.substitutes_id, by.id AS substituted_by_id, (
    SELECT jsonb_build_object('id', o.id, 'classCode', k.code) FROM nominations o JOIN classes k ON k.id = o.class_id WHERE o.goes_on_with_id = n.id) AS goes_on, n.list_import_id, n.version
  FROM ${nominations} n JOIN classes c ON c.id = n.class_id JOIN courses k ON k.id = c.course_id JOIN persons p ON p.id = n.person_id
  JOIN units u ON u.id = n.unit_id LEFT JOIN ${seats} LEFT JOIN nominations by ON by.substitutes_id = n.id`;

const itemsStored = (today: string, nominations = 'nominations') =>
  item(today, nominations, 'seats s ON s.nomination_id = n.id', reservesBefore, 'n.checks,');

/** A nomination just written; its checks, which are most of it, are known to who wrote it. */
export type WrittenItem = Omit<NominationItem, 'checks'>;

/** Of nominations that the same statement has `written`, with the seats it has `taken`. */
export const itemsWritten = (today: string) =>
  item(
    today,
    'written',
    'taken s ON s.id = n.id',
    reservesBeforeAmong(
      '(SELECT class_id, unit_id, rank FROM nominations UNION ALL SELECT class_id, unit_id, rank FROM written)',
    ),
  );

/**
 * The nominations `n`, of persons `p`, a reader may see: all, or of these units, of people who are theirs now, and their own. What one
 * unit or person has of all classes is little, and found from where it comes from.
 * @param units the parameter they are @param person the parameter the reader's person is
 */
export const inSight = (reach: Reach, units: string, person: string, isLittle: boolean): string => {
  if (reach === null) return `${units}::uuid[] IS NULL AND (${person}::uuid IS NULL OR true)`;
  return isLittle
    ? `n.id IN (
  SELECT id FROM nominations WHERE unit_id = ANY (${units})
  UNION SELECT o.id FROM persons q JOIN nominations o ON o.person_id = q.id WHERE q.unit_id = ANY (${units})
  UNION SELECT id FROM nominations WHERE person_id = ${person})`
    : `(n.unit_id = ANY (${units}) OR p.unit_id = ANY (${units}) OR n.person_id = ${person})`;
};

const name = { column: 'p.sort_name', type: 'text', value: ({ sortName }: NominationItem) => sortName };
const unit = { column: 'u.code', type: 'text', value: ({ unitCode }: NominationItem) => unitCode };
const id = { column: 'n.id', type: 'uuid', value: (row: NominationItem) => row.id };
const submittedAt = {
  // Drafts were never sent: they stand where they were made.
  column: 'coalesce(n.submitted_at, n.created_at)',
  type: 'timestamptz',
  value: (row: NominationItem) => (row.submittedAt ?? row.createdAt).toISOString(),
};
const orders: Orders<NominationSort, NominationItem> = {
  unit: [unit, name, id],
  name: [name, unit, id],
  submittedAt: [submittedAt, id],
};

const isLittleFor = ({ visibleUnits, classId }: NominationFilter) =>
  visibleUnits !== null && visibleUnits.length <= 1 && !classId;

/** The conditions of a filter; what they compare with is added to `parameters`. What is not asked for is not said, so that an index is met. */
function conditionsOf(filter: NominationFilter, parameters: unknown[]): string[] {
  const { classId, unitId, personId, letterId, state, liveOnly, reservesOnly, search } = filter;
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [inSight(filter.visibleUnits, '$1', '$2', isLittleFor(filter))];
  if (classId) conditions.push(`n.class_id = ${place(classId)}`);
  if (unitId) conditions.push(`n.unit_id = ${place(unitId)}`);
  if (personId) conditions.push(`n.person_id = ${place(personId)}`);
  if (letterId) conditions.push(`paper_id(n.unit_id, n.letter_number, n.letter_date) = ${place(letterId)}`);
  // As words, not as a parameter: some indexes are of some states alone.
  if (state) conditions.push(`n.state = '${state}'`);
  else if (liveOnly) conditions.push(`n.state = ANY (${place(liveStates)}::text[])`);
  if (reservesOnly) conditions.push('n.rank IS NOT NULL');
  if (search) {
    const words = forLike(foldName(search));
    conditions.push(`(p.folded_name LIKE ${place(`%${words}%`)} OR lower(p.code) LIKE ${place(`${words}%`)})`);
  }
  return conditions;
}

@Injectable()
export class NominationsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By unit, then Vietnamese given name, unless told; live and ended ones unless filtered. */
  async list({ limit, after, sort = 'unit', ...filter }: NominationFilter): Promise<PageOf<NominationItem>> {
    const parameters: unknown[] = [filter.visibleUnits, filter.visiblePerson, this.clock.today()];
    const conditions = conditionsOf(filter, parameters);
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    conditions.push(page.condition);
    // Where few are seen they are sorted; going through all units in their order would compare each with each.
    const units = isLittleFor(filter) ? '(SELECT id, code FROM units OFFSET 0)' : 'units';
    // The page is cut before anything is joined that it only shows.
    const cut = `(SELECT n.* FROM nominations n JOIN persons p ON p.id = n.person_id JOIN ${units} u ON u.id = n.unit_id
       WHERE ${conditions.join(' AND ')} ${page.orderAndLimit})`;
    const rows = await this.database.read<NominationItem>(
      `${itemsStored('$3', cut)} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async nomination(id: string): Promise<NominationItem | null> {
    const [row] = await this.database.read<NominationItem>(`${itemsStored('$2')} WHERE n.id = $1`, [
      id,
      this.clock.today(),
    ]);
    return row ?? null;
  }

  /** How many nominations of a class are in each state, reserves apart; per unit when asked. */
  async countsByState(
    classId: string,
    units: Reach,
  ): Promise<{ state: NominationState; reserves: number; count: number }[]> {
    return this.database.read(
      `SELECT state, count(rank)::int AS reserves, count(*)::int AS count FROM nominations WHERE class_id = $1 AND ${within('unit_id', units, '$2')} GROUP BY state`,
      [classId, units],
    );
  }

  /** How many nominations of a class were sent on each day, whatever became of them. */
  async sentPerDay(classId: string, units: Reach): Promise<{ day: Day; count: number }[]> {
    return this.database.read(
      `SELECT (submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, count(*)::int AS count
       FROM nominations WHERE class_id = $1 AND ${within('unit_id', units, '$2')} AND submitted_at IS NOT NULL GROUP BY 1 ORDER BY 1`,
      [classId, units],
    );
  }

  /** How many live nominations each unit has, wherever their seats come from. */
  async livePerUnit(classId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read<{ unitId: string; count: number }>(
      `SELECT unit_id, count(*)::int AS count FROM nominations WHERE class_id = $1 AND ended_at IS NULL GROUP BY unit_id`,
      [classId],
    );
    return new Map(rows.map(({ unitId, count }) => [unitId, count]));
  }

  /** The units that said "none this time". */
  async noneAnswers(classId: string): Promise<{ unitId: string; answeredAt: Date; note: string | null }[]> {
    return this.database.read(`SELECT unit_id, answered_at, note FROM standing_unit_answers WHERE class_id = $1`, [
      classId,
    ]);
  }
}
