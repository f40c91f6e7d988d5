import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found, InvalidInput, NotAllowed } from '../../platform/problems/refusals';
import { Randomness } from '../../platform/randomness';
import { PlatformSettings } from '../../platform/settings';
import type { Direction } from '../attendance-line.entity';
import { AttendanceQueries } from '../attendance.queries';
import { slotAt, writeCode } from './code';
import { CheckInsQueries, type CheckInHall } from './check-ins.queries';
import { HallClosed } from './check-ins.refusals';
import { assertSeesRoster, mayTakeAttendance } from '../enrollments.policy';
import { assertMayBeMarked } from '../marking-moment';
import { checkInActions } from './check-ins.words';

/** The codes shown in halls: who opens and closes them, and what each shows now. */
@Injectable()
export class CheckInHallsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly queries: CheckInsQueries,
    private readonly attendance: AttendanceQueries,
    private readonly randomness: Randomness,
    private readonly settings: PlatformSettings,
  ) {}

  /**
   * Opens the hall of a half-day, or opens it again. @param siteId where the class has sites, the one whose hall it is
   * @throws AttendanceTooEarly | HalfDayNotHeld | AttendanceLocked | HallClosed once the day is over
   */
  async open(actor: Actor, halfDayId: string, siteId: string | null): Promise<string> {
    const sheet = found(await this.attendance.sheet(halfDayId, null));
    assertSeesRoster(actor, { id: sheet.classId, state: sheet.classState });
    if (!mayTakeAttendance(actor, sheet.classId)) throw new NotAllowed();
    assertMayBeMarked(sheet, this.clock.now());
    if (this.clock.today() !== sheet.day) throw new HallClosed();
    const choices = await this.queries.hallChoices(sheet);
    if (!choices.some((choice) => choice.siteId === siteId)) throw notASite();

    return this.database.inTransaction(async (tx) => {
      const hall = await tx.row<{ id: string }>(
        `INSERT INTO check_in_halls (half_day_id, site_id, key, opened_at, opened_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT check_in_halls_once DO UPDATE SET closed_at = NULL RETURNING id`,
        [halfDayId, siteId, this.randomness.token(), this.clock.now(), actor.accountId],
      );
      await this.journal.write(tx, actor, {
        action: checkInActions.hall_opened,
        subject: { type: 'half_day', id: halfDayId },
        classId: sheet.classId,
        facts: { siteId },
      });
      return hall.id;
    });
  }

  async close(actor: Actor, id: string): Promise<CheckInHall> {
    const hall = await this.mine(actor, id);
    await this.database.inTransaction(async (tx) => {
      await tx.execute(`UPDATE check_in_halls SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL`, [
        id,
        this.clock.now(),
      ]);
      await this.journal.write(tx, actor, {
        action: checkInActions.hall_closed,
        subject: { type: 'half_day', id: hall.halfDayId },
        classId: hall.classId,
        facts: { siteId: hall.siteId },
      });
    });
    return hall;
  }

  /** @throws NotFound for those who do not run the class: whoever reads a code can check in from anywhere */
  async mine(actor: Actor, id: string): Promise<CheckInHall> {
    return found(await this.queries.hall(id), (hall) => mayTakeAttendance(actor, hall.classId));
  }

  /** The address the QR of this moment holds. @throws HallClosed */
  addressNow(hall: CheckInHall, direction: Direction): string {
    if (!this.isOpen(hall)) throw new HallClosed();
    const slot = slotAt(this.clock.now(), this.settings.checkInCodeSeconds);
    return `${this.settings.publicUrl}/check-in/${writeCode({ hallId: hall.id, direction, slot }, hall.key)}`;
  }

  isOpen({ closedAt, day, cancelledAt }: CheckInHall): boolean {
    return closedAt === null && cancelledAt === null && day === this.clock.today();
  }
}

const notASite = () =>
  InvalidInput.field('siteId', 'not_a_site', {
    vi: 'Hãy chọn một điểm cầu của lớp này; lớp không có điểm cầu thì để trống.',
    en: 'Choose a site of this class; where it has none, leave it out.',
  });
