import { Injectable } from '@nestjs/common';
import { type CourseItem, CoursesQueries } from '../courses/courses.queries';
import { PeopleQueries, type PersonItem } from '../people/people.queries';
import { maySeePerson } from '../people/people.policy';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { lockAlone } from '../platform/database/advisory-locks';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { ChangedMeanwhile, found, InvalidInput } from '../platform/problems/refusals';
import { type EarlierCertificate, faultsOf } from './earlier-certificate';
import { TheoryLevelsService } from './theory-levels.service';
import { TrainingRecord } from './training-record.entity';
import { assertMayEnterCertificates } from './training-records.policy';
import { CertificateRecordedAlready } from './training-records.refusals';
import { isSameNumber, numbersTaken } from './earlier-certificates.queries';
import { recordActions } from './training-records.words';

const linesAtOnce = 1_000;

/** Whose certificate it is, as they are called today. */
export interface Holder {
  readonly id: string;
  readonly unitId: string;
  readonly fullName: string;
}

/** Certificates of classes held before this service: they count as if the class had been held here. */
@Injectable()
export class EarlierCertificatesService {
  constructor(
    private readonly database: Database,
    private readonly theoryLevels: TheoryLevelsService,
    private readonly people: PeopleQueries,
    private readonly courses: CoursesQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Of which courses certificates can be entered, those out of use too. */
  async coursesOf(tx?: Tx): Promise<CourseItem[]> {
    return (await this.courses.list(tx)).filter(({ award }) => award === 'certificate');
  }

  /** Adds a line. @returns its id @throws CertificateRecordedAlready | InvalidInput */
  async enter(actor: Actor, personId: string, certificate: EarlierCertificate): Promise<string> {
    const person = await this.personToEnterFor(actor, personId);
    const faults = faultsOf(certificate, person, this.clock.today());
    if (faults.length > 0) throw new InvalidInput(faults);
    return this.database.inTransaction(async (tx) => {
      const held = await tx.rows<unknown>('SELECT FROM persons WHERE id = $1 AND unit_id = $2 FOR UPDATE', [
        personId,
        person.unitId,
      ]);
      if (held.length === 0) throw new ChangedMeanwhile();
      await this.holdNumbers(tx);
      const [taken] = (await numbersTaken(tx, [certificate])).filter((one) => isSameNumber(one, certificate));
      if (taken) throw new CertificateRecordedAlready(certificate.number, taken.personId === personId ? null : taken);
      const [id] = await this.enterWith(tx, actor, [{ holder: person, certificate }]);
      return id!;
    });
  }

  /**
   * Whoever asks which numbers are taken before writing one waits here for whoever did so before. One lock for all numbers,
   * since a sheet has more of them than the database has room for locks; it comes after the people are held.
   */
  async holdNumbers(tx: Tx): Promise<void> {
    await tx.execute(`SELECT ${lockAlone("'numbers of earlier certificates'")}`);
  }

  /**
   * Adds lines; whose they are and the numbers are held, and what they say was looked at, by the caller.
   * @returns their ids in the same order
   */
  async enterWith(
    tx: Tx,
    actor: Actor,
    entries: readonly { readonly holder: Holder; readonly certificate: EarlierCertificate }[],
  ): Promise<string[]> {
    const courses = new Map((await this.coursesOf(tx)).map((course) => [course.id, course]));
    const lines = entries.map(({ holder, certificate }) => {
      const course = courses.get(certificate.courseId);
      if (!course) throw InvalidInput.field('courseId', 'gives_no_certificate', givesNone);
      return tx.create(TrainingRecord, this.lineOf(actor, holder, course, certificate));
    });
    // The ids of what was inserted are filled in; a statement takes so many values and no more.
    for (let from = 0; from < lines.length; from += linesAtOnce)
      await tx.insert(TrainingRecord, lines.slice(from, from + linesAtOnce));
    await this.journal.write(
      tx,
      actor,
      ...entries.map(({ holder, certificate: { number, courseId } }, index) => ({
        action: recordActions.certificate_entered,
        subject: { type: 'training_record', id: lines[index]!.id },
        personId: holder.id,
        unitId: holder.unitId,
        facts: { number, courseId },
      })),
    );
    for (const level of new Set(lines.map(({ theoryLevel }) => theoryLevel))) {
      const risen = lines.filter(({ theoryLevel }) => theoryLevel === level).map(({ personId }) => personId);
      if (level !== null) await this.theoryLevels.raise(tx, actor, risen, level);
    }
    return lines.map(({ id }) => id);
  }

  private lineOf(actor: Actor, holder: Holder, course: CourseItem, certificate: EarlierCertificate) {
    const { number: awardNumber, issuedOn, issuedBy, className, startedOn, endedOn, ...rest } = certificate;
    const ended = endedOn ?? issuedOn;
    return {
      ...rest,
      personId: holder.id,
      kind: 'earlier_certificate' as const,
      completionId: null,
      holderName: holder.fullName,
      courseName: course.nameVi,
      className: className ?? issuedBy,
      startedOn: startedOn ?? ended,
      endedOn: ended,
      awardNumber,
      issuedOn,
      issuedBy,
      theoryLevel: course.raisesTo,
      awardRevokedOn: null,
      recordedAt: this.clock.now(),
      recordedBy: actor.accountId,
      reason: null,
      withdrawn: false,
      supersedesId: null,
    };
  }

  private async personToEnterFor(actor: Actor, personId: string): Promise<PersonItem> {
    const person = found(await this.people.person(personId), (person) => maySeePerson(actor, person));
    assertMayEnterCertificates(actor, person);
    return person;
  }
}

const givesNone = {
  vi: 'Chương trình này không cấp giấy chứng nhận. Hãy chọn chương trình khác.',
  en: 'This course gives no certificate; choose another.',
};
