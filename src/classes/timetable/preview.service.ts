import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import type { Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { DayPart } from '../day-parts';
import { type Clash, standsInTheWay } from './clash';
import { ClassesService } from '../classes.service';
import type { PlannedHalfDay, TimetablePlan } from './pattern';
import { TimetableClashes } from './clashes';
import { PeopleBusy } from './people-busy';
import { TimetablePlanner, type WantedHalfDays } from './planner';
import { assertApart, assertInside } from './limits';
import type { TrainingClass } from '../training-class.entity';

export interface PreviewedHalfDay extends PlannedHalfDay {
  /** What stands in the way of holding it; empty when nothing does. */
  readonly clashes: readonly Clash[];
  /** What one should know and may pass over: another class of a deputy, a room or a manager shared by decision. */
  readonly warnings: readonly Clash[];
  /** How many people of the class are in another class then. */
  readonly peopleBusy: number;
}

export interface TimetablePreview extends Pick<TimetablePlan, 'skipped'> {
  readonly halfDays: readonly PreviewedHalfDay[];
  /** The day of the last half-day. */
  readonly lastDay: Day;
  readonly closesOn: Day;
  readonly endsAfterClosing: boolean;
  /** Parts too short for their periods, and the minutes those need; null when none is. */
  readonly tooShort: { readonly parts: readonly DayPart[]; readonly needed: number } | null;
  /** Years it reaches into whose public holidays nobody has listed. */
  readonly yearsUnlisted: readonly number[];
  /** The room when it seats fewer people than the class has places. */
  readonly smallRoom: { readonly name: string; readonly seats: number; readonly capacity: number } | null;
}

/** Planning without storing anything: what it would come to, and what it would meet. */
@Injectable()
export class TimetablePreviewService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly planner: TimetablePlanner,
    private readonly clashes: TimetableClashes,
    private readonly peopleBusy: PeopleBusy,
  ) {}

  /** @throws NotFound | NotAllowed | ClassNotInState | InvalidInput */
  async preview(actor: Actor, classId: string, wanted: WantedHalfDays): Promise<TimetablePreview> {
    return this.database.tryOut(async (tx) => {
      const trainingClass = await this.classes.loadToManage(tx, actor, classId);
      trainingClass.assertCanChange();
      const { planned, skipped } = await this.planner.plan(tx, trainingClass, wanted);
      const { closesOn } = trainingClass;
      const lastDay = planned.at(-1)!.day;
      assertInside(trainingClass, planned, { closesOn: lastDay });
      assertApart(planned, 'parts');
      const halfDays = await this.withClashes(tx, classId, planned);
      const smallRoom = await smallRoomFor(tx, trainingClass, planned[0]!.roomId);
      const tooShort = await this.planner.tooShort(tx, trainingClass.roomId, planned);
      const yearsUnlisted = await this.planner.yearsUnlisted(tx, planned);
      const endsAfterClosing = lastDay > closesOn;
      return { halfDays, skipped, lastDay, closesOn, endsAfterClosing, tooShort, yearsUnlisted, smallRoom };
    });
  }

  private async withClashes(tx: Tx, classId: string, planned: readonly PlannedHalfDay[]): Promise<PreviewedHalfDay[]> {
    const found = await this.clashes.of(tx, classId, planned);
    const peopleBusy = await this.peopleBusy.during(tx, classId, planned);
    return planned.map((halfDay, index) => {
      const met = found.filter(({ ordinal }) => ordinal === index);
      const warnings = met.filter((clash) => !standsInTheWay(clash));
      return { ...halfDay, clashes: met.filter(standsInTheWay), warnings, peopleBusy: peopleBusy.get(index) ?? 0 };
    });
  }
}

async function smallRoomFor(
  tx: Tx,
  { capacity, roomId: usualRoomId }: TrainingClass,
  roomId: string | null,
): Promise<TimetablePreview['smallRoom']> {
  const [room] = await tx.rows<{ name: string; seats: number }>(
    `SELECT name, capacity AS seats FROM rooms WHERE id = $1 AND capacity < $2`,
    [roomId ?? usualRoomId, capacity],
  );
  return room ? { ...room, capacity } : null;
}
