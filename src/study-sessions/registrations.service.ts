import { Injectable } from '@nestjs/common';
import { maySeeClass } from '../classes/classes.policy';
import { ClassesService } from '../classes/classes.service';
import type { TrainingClass } from '../classes/training-class.entity';
import { type Clash, ClashesQueries } from '../enrollments/clashes.queries';
import { EnrollmentsService } from '../enrollments/enrollments.service';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { InvalidInput, NotAllowed, NotFound } from '../platform/problems/refusals';
import { ObligedUnit } from './obliged-unit.entity';
import { Site } from './site.entity';
import { mayRegister } from './study-sessions.policy';
import { StudySessionsQueries } from './study-sessions.queries';
import { RegistrationNotOpen, UnitNotCalled } from './study-sessions.refusals';

export interface Registration {
  readonly unitId: string;
  /** People of the unit; may be left out when all members are meant. */
  readonly personIds?: readonly string[] | undefined;
  /** Every probationary and official member of the unit. */
  readonly allMembers?: boolean | undefined;
}

export interface RegistrationOutcome {
  readonly registered: number;
  /** People who were registered before; nothing changed for them. */
  readonly already: number;
  /** People who are in another class at that time and were left out, each with the first clash. */
  readonly busy: readonly Clash[];
}

/** People of a called unit join a study; a unit sends its list, not one person after another. */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly studies: StudySessionsQueries,
    private readonly enrollments: EnrollmentsService,
    private readonly clashes: ClashesQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Registering somebody twice changes nothing; somebody who is elsewhere at that hour does not hold up the others.
   * @throws RegistrationNotOpen | UnitNotCalled | SiteTooSmall | InvalidInput for people who are not of the unit
   */
  async register(actor: Actor, classId: string, registration: Registration): Promise<RegistrationOutcome> {
    const { unitId } = registration;
    return this.database.inTransaction(async (tx) => {
      // Locked, so that two lists sent at once cannot both find the last places of a site.
      const trainingClass = await this.classes.loadForUpdate(tx, classId);
      if (!maySeeClass(actor, trainingClass)) throw new NotFound();
      if (!mayRegister(actor, unitId)) throw new NotAllowed();
      assertTakesPeople(trainingClass);
      const called = await tx.findOneBy(ObligedUnit, { classId, unitId });
      if (!called) throw new UnitNotCalled();

      const people = await this.peopleOf(tx, registration);
      const fresh = await this.notYetRegistered(tx, classId, people);
      const busy = await this.clashes.of(fresh, { classId }, tx);
      const coming = fresh.filter((id) => busy.every(({ personId }) => personId !== id));
      if (coming.length > 0) await this.enroll(tx, actor, called, coming);
      return { registered: coming.length, already: people.length - fresh.length, busy };
    });
  }

  private async enroll(
    tx: Tx,
    actor: Actor,
    { classId, unitId, siteId }: ObligedUnit,
    coming: string[],
  ): Promise<void> {
    const site = await tx.findOneByOrFail(Site, { id: siteId });
    site.assertHolds(await this.studies.seatedAt(tx, siteId), coming.length);
    const reason = 'Đơn vị đăng ký dự học tập nghị quyết';
    const officeEntryId = await this.enrollments.officeEntry(tx, actor, { classId, reason });
    await this.enrollments.enrollAll(
      tx,
      actor,
      classId,
      coming.map((personId) => ({ personId, unitId, officeEntryId })),
    );
    await this.journal.write(tx, actor, {
      action: 'study_sessions.people_registered',
      subject: { type: 'class', id: classId },
      classId,
      unitId,
      facts: { officeEntryId, people: coming.length },
    });
  }

  /** @throws InvalidInput when somebody named is not on the unit's roster, or nobody is named */
  private async peopleOf(tx: Tx, { unitId, personIds = [], allMembers = false }: Registration): Promise<string[]> {
    const asked = [...new Set(personIds)];
    if (asked.length === 0 && !allMembers) throw nobodyNamed();
    const found: { id: string }[] = await tx.query(
      `SELECT id FROM persons WHERE unit_id = $1 AND (left_on IS NULL OR left_on > $2)
         AND (id = ANY ($3) OR ($4 AND standing <> 'non_member')) ORDER BY id`,
      [unitId, this.clock.today(), asked, allMembers],
    );
    const ids = new Set(found.map(({ id }) => id));
    if (asked.some((id) => !ids.has(id))) throw notOfTheUnit();
    return [...ids];
  }

  private async notYetRegistered(tx: Tx, classId: string, people: readonly string[]): Promise<string[]> {
    const enrolled: { personId: string }[] = await tx.query(
      `SELECT person_id AS "personId" FROM enrollments WHERE class_id = $1 AND person_id = ANY ($2) AND ended_at IS NULL`,
      [classId, people],
    );
    const known = new Set(enrolled.map(({ personId }) => personId));
    return people.filter((id) => !known.has(id));
  }
}

/** From the announcement until the class is closed: who comes on the day is still entered. */
function assertTakesPeople(trainingClass: TrainingClass): void {
  trainingClass.assertCanChange();
  if (trainingClass.state === 'draft') throw new RegistrationNotOpen();
}

const nobodyNamed = () =>
  InvalidInput.field('personIds', 'required', {
    vi: 'Chưa chọn ai. Hãy đánh dấu những người dự, hoặc chọn tất cả đảng viên.',
    en: 'Nobody is chosen. Tick who attends, or choose all members.',
  });

const notOfTheUnit = () =>
  InvalidInput.field('personIds', 'not_of_the_unit', {
    vi: 'Có người không còn trong danh sách của đơn vị. Hãy tải lại trang rồi chọn lại.',
    en: 'Somebody is not on the roster of the unit any more. Load the page again and choose anew.',
  });
