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
import { RegistrationNotOpen, SiteFull, UnitNotCalled } from './study-sessions.refusals';
import { studyActions } from './study-sessions.words';

export interface Registration {
  readonly unitId: string;
  /** People of the unit; may be left out when all members are meant. */
  readonly personIds?: readonly string[] | undefined;
  /** Every probationary and official member of the unit who is not exempt. */
  readonly allMembers?: boolean | undefined;
  /** When the site has not room for all: take as many as there is room for, in the order of the list, instead of nobody. */
  readonly asManyAsFit?: boolean | undefined;
}

/** What became of one person of the list. */
interface RegistrationRow {
  readonly personId: string;
  readonly fullName: string;
  readonly outcome: 'registered' | 'already' | 'busy' | 'no_room';
}

export interface RegistrationOutcome {
  readonly registered: number;
  /** People who were registered before; nothing changed for them. */
  readonly already: number;
  /** People who are in another class at that time and were left out, each with the first clash. */
  readonly busy: readonly Clash[];
  /** People for whom the site had no place left. */
  readonly noRoom: number;
  /** One row for each person meant, by given name. */
  readonly rows: readonly RegistrationRow[];
}

interface Listed {
  readonly id: string;
  readonly fullName: string;
  readonly isRegistered: boolean;
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
   * @throws RegistrationNotOpen | UnitNotCalled | SiteFull | InvalidInput for people who are not of the unit
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

      const people = await this.peopleOf(tx, classId, registration);
      const fresh = people.filter(({ isRegistered }) => !isRegistered).map(({ id }) => id);
      const busy = await this.clashes.of(fresh, { classId }, tx);
      const elsewhere = new Set(busy.map(({ personId }) => personId));
      const free = fresh.filter((id) => !elsewhere.has(id));
      const coming = new Set(await this.fitting(tx, called, free, registration.asManyAsFit ?? false));
      if (coming.size > 0) await this.enroll(tx, actor, called, [...coming]);
      return {
        registered: coming.size,
        already: people.length - fresh.length,
        busy,
        noRoom: free.length - coming.size,
        rows: people.map(({ id, fullName, isRegistered }) => ({
          personId: id,
          fullName,
          outcome: isRegistered ? 'already' : elsewhere.has(id) ? 'busy' : coming.has(id) ? 'registered' : 'no_room',
        })),
      };
    });
  }

  /** @throws SiteFull when the site has not room for all and nobody said that some are enough */
  private async fitting(tx: Tx, { siteId }: ObligedUnit, people: string[], asManyAsFit: boolean): Promise<string[]> {
    const { name, capacity } = await tx.findOneByOrFail(Site, { id: siteId });
    const places = Math.max(0, capacity - (await this.studies.seatedAt(tx, siteId)));
    if (people.length > places && !asManyAsFit) throw new SiteFull(name, places, people.length);
    return people.slice(0, places);
  }

  private async enroll(tx: Tx, actor: Actor, { classId, unitId }: ObligedUnit, coming: string[]): Promise<void> {
    const reason = 'Đơn vị đăng ký dự học tập nghị quyết';
    const officeEntryId = await this.enrollments.officeEntry(tx, actor, { classId, reason });
    await this.enrollments.enrollAll(
      tx,
      actor,
      classId,
      coming.map((personId) => ({ personId, unitId, officeEntryId })),
    );
    await this.journal.write(tx, actor, {
      action: studyActions.people_registered,
      subject: { type: 'class', id: classId },
      classId,
      unitId,
      facts: { officeEntryId, people: coming.length },
    });
  }

  /** By given name, as lists are read. @throws InvalidInput when somebody named is not on the unit's roster, or nobody is named */
  private async peopleOf(
    tx: Tx,
    classId: string,
    { unitId, personIds = [], allMembers = false }: Registration,
  ): Promise<Listed[]> {
    const asked = [...new Set(personIds)];
    if (asked.length === 0 && !allMembers) throw nobodyNamed();
    const found = await tx.rows<Listed>(
      `SELECT p.id, p.full_name, EXISTS (
         SELECT FROM enrollments e WHERE e.class_id = $5 AND e.person_id = p.id AND e.ended_at IS NULL) AS is_registered
       FROM persons p WHERE p.unit_id = $1 AND NOT has_left(p.left_on, $2)
         AND (p.id = ANY ($3) OR ($4 AND p.standing <> 'non_member' AND NOT EXISTS (
           SELECT FROM exemptions x WHERE x.class_id = $5 AND x.unit_id = $1 AND x.person_id = p.id)))
       ORDER BY p.sort_name, p.id`,
      [unitId, this.clock.today(), asked, allMembers, classId],
    );
    const ids = new Set(found.map(({ id }) => id));
    if (asked.some((id) => !ids.has(id))) throw notOfTheUnit();
    return found;
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
    en: 'Somebody is not on the roster of the unit any more. Reload the page and choose anew.',
  });
