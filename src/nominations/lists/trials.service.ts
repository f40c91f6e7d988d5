import { Injectable } from '@nestjs/common';
import { SeatsQueries } from '../../classes/seats.queries';
import { peopleLike } from '../../people/likeness';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { noValue } from '../../platform/sheets/sheet-row';
import { type Admission, AdmissionsService, type CheckedNominee } from '../admissions.service';
import type { Check } from '../checks';
import { reserveNumberAfter } from '../turn';
import { listWarnings, type PersonToCompare, reserveByList } from './contradictions';
import { type Match, matchPerson } from './matching';
import { type Judged, judgeRow, type ListVerdict } from './verdicts';
import { rowKindWords } from '../../people/rosters/row-kind.words';
import type { PassedOverRow } from '../../people/rosters/row-kinds';
import { isPerson, type ListRow, reservesOf } from './reserve-groups';
import type { NominationListRow } from './sheet';

/** One row of the sheet and what would become of it. */
export interface TriedRow extends Judged {
  readonly rowNumber: number;
  /** Where the rows of several sheets are read; else null. */
  readonly sheet: string | null;
  readonly ordinal: string | null;
  readonly fullName: string | null;
  readonly personId: string | null;
  /** Among the unit's reserves; null for who is to be none. */
  readonly reserveNumber: number | null;
  /** Whether the list has this person among its reserves. */
  readonly asReserve: boolean;
  /** Those of admission, then what the list itself asks to note. */
  readonly checks: readonly Check[];
}

interface MatchedRow {
  readonly row: NominationListRow;
  readonly match: Match;
  readonly asReserve: boolean;
  readonly warnings: readonly Check[];
}

/** Tries a list out: every row gets a verdict with its reason, and nothing is nominated. */
@Injectable()
export class ListTrials {
  constructor(
    private readonly admissions: AdmissionsService,
    private readonly seats: SeatsQueries,
    private readonly clock: Clock,
  ) {}

  async tryOut(tx: Tx, admission: Admission, unitId: string, rows: readonly ListRow[]): Promise<TriedRow[]> {
    const { id: classId, poolOpen, mode } = admission.trainingClass;
    const roster = await tx.rows<PersonToCompare>(
      `SELECT id, code, full_name, folded_name, birth_date, position, cell, sex, education, theory_level, ratings, joined_on, official_on
       FROM persons WHERE unit_id = $1 AND NOT has_left(left_on, $2)`,
      [unitId, this.clock.today()],
    );
    const byId = new Map(roster.map((person) => [person.id, person]));
    const reserves = reservesOf(rows);
    const inFile = rows.filter(isPerson).map((row) => {
      const match = matchPerson(row, roster);
      const person = match.kind === 'person' ? byId.get(match.personId)! : null;
      return { row, match, asReserve: reserves.has(row), warnings: person ? listWarnings(row, person, mode) : [] };
    });
    // Whoever the list has as a reserve comes after everybody else, wherever the row stands.
    const matched = inFile.toSorted((one, other) => Number(one.asReserve) - Number(other.asReserve));
    const personIds = matched.flatMap(({ match }) => (match.kind === 'person' ? [match.personId] : []));
    const checked = await this.admissions.check(tx, admission, unitId, personIds);
    const nominated = await this.nominated(tx, classId, personIds);
    const waiting = await this.waiting(tx, classId, unitId);
    const free = await this.seats.freeFor(classId, unitId, poolOpen, tx);

    const likeElsewhere = await this.likeElsewhere(tx, unitId, matched);

    const tried = judgeInOrder(matched, checked, nominated, likeElsewhere, free.own + free.pool, waiting);
    const triedOf = new Map(matched.map(({ row }, index) => [row, tried[index]!]));
    return rows.map((row) => (isPerson(row) ? triedOf.get(row)! : passedOver(row)));
  }

  private async nominated(tx: Tx, classId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ personId: string }>(
      `SELECT person_id FROM nominations WHERE class_id = $1 AND person_id = ANY ($2) AND ended_at IS NULL`,
      [classId, personIds],
    );
    return new Set(rows.map((row) => row.personId));
  }

  /** The rows whose people the unit does not have, and another may. */
  private async likeElsewhere(
    tx: Tx,
    unitId: string,
    matched: readonly MatchedRow[],
  ): Promise<ReadonlySet<NominationListRow>> {
    const unknown = matched.flatMap(({ row, match }) => {
      const { fullName, birth } = row;
      return match.kind === 'not_on_roster' && birth && 'day' in birth ? [{ row, fullName, birthDate: birth.day }] : [];
    });
    const likes = await peopleLike(tx, unknown);
    return new Set(likes.filter((like) => like.unitId !== unitId).map(({ place }) => unknown[place]!.row));
  }

  private async waiting(tx: Tx, classId: string, unitId: string): Promise<number> {
    const row = await tx.row<{ count: number }>(
      `SELECT count(*) AS count FROM nominations WHERE class_id = $1 AND unit_id = $2 AND rank IS NOT NULL`,
      [classId, unitId],
    );
    return row.count;
  }
}

function judgeInOrder(
  matched: readonly MatchedRow[],
  checked: ReadonlyMap<string, CheckedNominee>,
  nominated: ReadonlySet<string>,
  likeElsewhere: ReadonlySet<NominationListRow>,
  seats: number,
  waiting: number,
): TriedRow[] {
  const seen = new Map<string, number>();
  let seatsLeft = seats;
  let reserves = waiting;
  return matched.map(({ row, match, asReserve, warnings }) => {
    const personId = match.kind === 'person' ? match.personId : null;
    const checks = personId ? [...(checked.get(personId)?.checks ?? []), ...warnings] : [];
    const sameAs = personId ? (seen.get(personId) ?? null) : null;
    const isNominated = personId !== null && nominated.has(personId);
    const isLikeSomebodyElsewhere = likeElsewhere.has(row);
    const problems = row.problems.map(({ message }) => message);
    const lacksValues = row.problems.some(({ code }) => code === noValue);
    const judged = judgeRow(
      { match, checks, sameAs, isNominated, isLikeSomebodyElsewhere, problems, lacksValues },
      seatsLeft,
      reserves,
    );
    if (personId && sameAs === null && !lacksValues) seen.set(personId, row.ordinal ?? row.rowNumber);
    if (judged.verdict === 'seat') seatsLeft -= 1;
    const reserveNumber = judged.verdict === 'reserve' ? reserveNumberAfter(reserves) : null;
    reserves = reserveNumber ?? reserves;
    return {
      ...judged,
      rowNumber: row.rowNumber,
      sheet: row.sheet,
      ordinal: row.ordinal === null ? null : String(row.ordinal),
      fullName: row.fullName,
      personId,
      reserveNumber,
      asReserve,
      checks: asReserve && judged.verdict === 'seat' ? [...checks, reserveByList] : checks,
    };
  });
}

function passedOver(row: PassedOverRow): TriedRow {
  return {
    rowNumber: row.rowNumber,
    sheet: row.sheet,
    ordinal: null,
    fullName: null,
    personId: null,
    reserveNumber: null,
    asReserve: false,
    checks: [],
    verdict: 'passed_over' satisfies ListVerdict,
    reason: { vi: rowKindWords.vi[row.kind], en: rowKindWords.en[row.kind] },
  };
}
