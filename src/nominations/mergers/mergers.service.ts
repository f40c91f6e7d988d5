import { Injectable } from '@nestjs/common';
import { SeatsService } from '../../classes/seats.service';
import { AccountsService } from '../../accounts/accounts.service';
import { assertMayMerge } from '../../organization/organization.policy';
import { OrganizationQueries, type UnitToday } from '../../organization/organization.queries';
import { unitCodeTaken } from '../../organization/organization.refusals';
import { OrganizationService } from '../../organization/organization.service';
import { UnitTreeService } from '../../organization/unit-tree.service';
import { MovesService } from '../../people/moves.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { Bilingual } from '../../platform/messages/words';
import type { FieldError } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';
import { AnswersOfMergedUnits } from '../../training-plans/proposals/answers-of-merged-units';
import { SeatMovesService } from '../seats/moves.service';
import { StudiesOfUnits } from '../studies-of-units';
import { UnitAnswersService } from '../unit-answers.service';
import type { UnitMergerRequest } from './mergers.requests';
import { mergerActions } from './mergers.words';

/** What a merger does, or would do. */
export interface UnitMergerOutcome {
  /** The unit they became part of; of a trial that founds one, of no use afterwards. */
  readonly intoUnitId: string;
  readonly people: number;
  readonly grants: number;
  /** Free seats that move, class by class. */
  readonly seats: readonly { readonly classId: string; readonly className: string; readonly count: number }[];
  /** Open studies whose call, roll and learners become those of the unit. */
  readonly studies: readonly { readonly classId: string; readonly className: string }[];
  /** Live nominations and learners, who go on in the name of the old units. */
  readonly nominationsThatStay: number;
  readonly enrollmentsThatStay: number;
}

interface FreeSeats {
  readonly classId: string;
  readonly className: string;
  readonly unitId: string;
  readonly count: number;
}

/** Units to be merged: people, roles and free seats move; what was done stays where it was done. */
@Injectable()
export class UnitMergersService {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationService,
    private readonly tree: UnitTreeService,
    private readonly units: OrganizationQueries,
    private readonly moves: MovesService,
    private readonly accounts: AccountsService,
    private readonly seats: SeatsService,
    private readonly seatMoves: SeatMovesService,
    private readonly answers: UnitAnswersService,
    private readonly studies: StudiesOfUnits,
    private readonly planAnswers: AnswersOfMergedUnits,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput | NotAllowed */
  async merge(actor: Actor, merger: UnitMergerRequest): Promise<UnitMergerOutcome> {
    const merged = await this.mergedUnits(actor, merger);
    return this.database.inTransaction((tx) => this.carryOut(tx, actor, merger, merged));
  }

  /** What {@link merge} would do now; nothing is changed. */
  async tryOut(actor: Actor, merger: UnitMergerRequest): Promise<UnitMergerOutcome> {
    const merged = await this.mergedUnits(actor, merger);
    return this.database.tryOut((tx) => this.carryOut(tx, actor, merger, merged));
  }

  private async carryOut(
    tx: Tx,
    actor: Actor,
    { intoUnitId, code, nameVi, nameEn, on, reason }: UnitMergerRequest,
    merged: readonly UnitToday[],
  ): Promise<UnitMergerOutcome> {
    const unitIds = merged.map(({ id }) => id);
    await this.seats.lockForFreeingOf(tx, unitIds);
    const { parentId } = highest(merged, await this.units.units(tx));
    const names = { code: code!, nameVi: nameVi!, nameEn: nameEn ?? nameVi! };
    const founding = { ...names, kind: 'base', parentId, address: null, since: on } as const;
    const into = intoUnitId ?? (await this.organization.establishWith(tx, actor, founding));

    await this.tree.mergeWith(tx, unitIds, into, on);
    await this.answers.carryWith(tx, unitIds, into);
    await this.planAnswers.carryWith(tx, actor, unitIds, into, reason);
    const carried = await this.studies.carryWith(tx, actor, unitIds, into, reason);
    const seats = await this.moveSeats(tx, actor, unitIds, into, reason);
    const personIds = await this.peopleOf(tx, unitIds);
    const moving = { personIds, from: unitIds, unitId: into, on, position: null, reason };
    const people = await this.moves.moveWith(tx, actor, moving);
    const grants = await this.accounts.moveGrantsWith(tx, actor, unitIds, into);
    await this.journal.write(
      tx,
      actor,
      ...unitIds.map((id) => ({
        action: mergerActions.merged,
        subject: { type: 'unit', id },
        unitId: id,
        reason,
        facts: { into, on },
      })),
    );
    const stay = await tx.row<{ nominations: number; enrollments: number }>(
      `SELECT (SELECT count(*)::int FROM nominations n JOIN classes c ON c.id = n.class_id
           WHERE n.unit_id = ANY ($1::uuid[]) AND n.ended_at IS NULL AND NOT class_has_ended(c.state)) AS nominations,
         (SELECT count(*)::int FROM enrollments WHERE unit_id = ANY ($1::uuid[]) AND ended_at IS NULL) AS enrollments`,
      [unitIds],
    );
    const counts = { nominationsThatStay: stay.nominations, enrollmentsThatStay: stay.enrollments };
    const studies = carried.map(({ classId, className }) => ({ classId, className }));
    return { intoUnitId: into, people, grants, seats, studies, ...counts };
  }

  /** Seats that nobody holds; those held belong to what was nominated, and stay with it. */
  private async moveSeats(tx: Tx, actor: Actor, unitIds: readonly string[], into: string, reason: string) {
    const free = await tx.rows<FreeSeats>(
      `SELECT s.class_id, c.name AS class_name, s.unit_id, count(*)::int AS count
       FROM seats s JOIN classes c ON c.id = s.class_id
       WHERE s.unit_id = ANY ($1::uuid[]) AND s.nomination_id IS NULL AND NOT class_has_ended(c.state)
       GROUP BY 1, 2, 3 ORDER BY 1, 3`,
      [unitIds],
    );
    for (const { classId, unitId, count } of free)
      await this.seatMoves.makeWith(tx, actor, classId, { kind: 'lent', from: unitId, to: into, count }, { reason });
    return free.map(({ classId, className, count }) => ({ classId, className, count }));
  }

  private async peopleOf(tx: Tx, unitIds: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM persons WHERE unit_id = ANY ($1::uuid[]) AND NOT has_left(left_on, $2)',
      [unitIds, this.clock.today()],
    );
    return rows.map(({ id }) => id);
  }

  /** The units that go, without the one they go into. @throws InvalidInput | NotAllowed */
  private async mergedUnits(actor: Actor, { unitIds, intoUnitId, code, nameVi, on }: UnitMergerRequest) {
    const base = await this.units.baseUnits();
    const merged = base.filter(({ id }) => unitIds.includes(id) && id !== intoUnitId);
    const problems: FieldError[] = [];
    const wrong = (field: string, code: string, message: Bilingual) => problems.push({ field, code, message });
    if (merged.length === 0 || unitIds.some((id) => !base.some((unit) => unit.id === id)))
      wrong('unitIds', 'not_units', notUnits);
    if (intoUnitId && !base.some(({ id }) => id === intoUnitId)) wrong('intoUnitId', 'not_a_unit', notUnits);
    if (!intoUnitId && !code) wrong('code', 'required', intoWhat);
    if (!intoUnitId && !nameVi) wrong('nameVi', 'required', intoWhat);
    if (on > this.clock.today()) wrong('on', 'not_yet', notYet);
    if (problems.length > 0) throw new InvalidInput(problems);
    assertMayMerge(actor, [...merged.map(({ id }) => id), ...(intoUnitId ? [intoUnitId] : [])]);
    if (!intoUnitId && (await this.units.units()).some((unit) => unit.code === code)) throw unitCodeTaken();
    return merged;
  }
}

/** The one of them that stands above the first and has no other of them above itself: a unit founded for them takes its place. */
function highest(merged: readonly UnitToday[], tree: readonly UnitToday[]): UnitToday {
  const above = new Map(tree.map((unit) => [unit.id, unit]));
  let found = merged[0]!;
  for (let unit: UnitToday | undefined = found; unit; unit = above.get(unit.parentId ?? ''))
    if (merged.some(({ id }) => id === unit!.id)) found = unit;
  return found;
}

const notUnits = {
  vi: 'Hãy chọn các đơn vị cơ sở đang hoạt động, khác với đơn vị nhận.',
  en: 'Choose base units that still belong to the Bloc, other than the one they become part of.',
};
const intoWhat = {
  vi: 'Hãy chọn đơn vị nhận, hoặc ghi mã và tên của đơn vị mới.',
  en: 'Choose the unit they become part of, or give code and name of a new one.',
};
const notYet = {
  vi: 'Ngày này chưa đến. Hãy thực hiện vào đúng ngày hợp nhất, hoặc chọn ngày đã qua.',
  en: 'This day is still to come. Merge on the day, or choose one that has passed.',
};
