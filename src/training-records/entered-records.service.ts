import { Injectable } from '@nestjs/common';
import { theoryLevelWords } from '../people/person.labels';
import type { TheoryLevel } from '../people/person.values';
import { PeopleQueries, type PersonItem } from '../people/people.queries';
import { maySeePerson } from '../people/people.policy';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { ChangedMeanwhile, found, InvalidInput, NotFound } from '../platform/problems/refusals';
import { beforeBirth, type EarlierCertificate, faultsOf, stillToCome } from './earlier-certificate';
import { isSameNumber, numbersTaken } from './earlier-certificates.queries';
import { EarlierCertificatesService } from './earlier-certificates.service';
import { TheoryLevelsService } from './theory-levels.service';
import { TrainingRecord } from './training-record.entity';
import { type EnteredKind, enteredKinds, type RecordKind } from './training-record.labels';
import { assertMayEnterRecords } from './training-records.policy';
import { standsOnCertificate, TrainingRecordsQueries } from './training-records.queries';
import {
  CertificateRecordedAlready,
  CompletionNotWithdrawn,
  CorrectedOnCertificate,
  DocumentRecordedAlready,
  LineSuperseded,
  NothingCorrected,
} from './training-records.refusals';
import type { CorrectRecordRequest, EnterRecordRequest } from './training-records.requests';
import { recordActions } from './training-records.words';

/** What was learned elsewhere, entered by the office with its document, and what a line should have said. */
@Injectable()
export class EnteredRecordsService {
  constructor(
    private readonly database: Database,
    private readonly earlier: EarlierCertificatesService,
    private readonly theoryLevels: TheoryLevelsService,
    private readonly peopleQueries: PeopleQueries,
    private readonly records: TrainingRecordsQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Adds a line and brings the theory level to it. @returns the line's id @throws DocumentRecordedAlready | InvalidInput */
  async enter(actor: Actor, personId: string, document: EnterRecordRequest): Promise<string> {
    const person = await this.personToEnterFor(actor, personId);
    const { kind, theoryLevel, number, issuedOn, issuedBy, unitName, position } = document;
    this.assertMayBe(issuedOn, person);
    return this.database.inTransaction(async (tx) => {
      await this.lock(tx, person);
      await this.assertNotThere(tx, personId, kind, number, issuedBy);
      const line = await tx.save(
        tx.create(TrainingRecord, {
          ...this.written(actor),
          personId,
          kind,
          courseId: null,
          completionId: null,
          holderName: person.fullName,
          ...wordsOf({ kind, theoryLevel, issuedBy }),
          unitName: unitName ?? null,
          position: position ?? null,
          startedOn: issuedOn,
          endedOn: issuedOn,
          grade: null,
          awardNumber: number,
          theoryLevel,
          validUntil: null,
          awardRevokedOn: null,
          issuedOn,
          issuedBy,
          reason: null,
          withdrawn: false,
          supersedesId: null,
        }),
      );
      await this.settle(tx, actor, person, recordActions.entered, line);
      return line.id;
    });
  }

  /** A new line that says it right; the old one stays readable. @returns its id @throws LineSuperseded | NothingCorrected | CorrectedOnCertificate */
  async correct(actor: Actor, recordId: string, { reason, number, ...said }: CorrectRecordRequest): Promise<string> {
    const { person, holdsCertificate } = await this.holderOf(actor, recordId);
    return this.database.inTransaction(async (tx) => {
      const before = await this.inForce(tx, person, recordId);
      const given = { ...said, ...(number === undefined ? {} : { awardNumber: number }) };
      const changes = Object.fromEntries(
        Object.entries(given).filter(([name, value]) => {
          const isCorrectable = correctable[before.kind].includes(name);
          return value !== undefined && isCorrectable && value !== before[name as keyof TrainingRecord];
        }),
      ) as Partial<TrainingRecord>;
      if (Object.keys(changes).length === 0) throw new NothingCorrected();
      if (holdsCertificate && (changes.holderName ?? changes.unitName))
        throw new CorrectedOnCertificate(before.awardNumber!);
      const { kind, theoryLevel, issuedBy, issuedOn, awardNumber } = { ...before, ...changes };
      if (changes.issuedOn) this.assertMayBe(changes.issuedOn, person);
      if (changes.awardNumber && isEntered(kind))
        await this.assertNotThere(tx, person.id, kind, awardNumber!, issuedBy!, recordId);
      const entered = isEntered(kind)
        ? {
            ...wordsOf({ kind, theoryLevel: theoryLevel!, issuedBy: issuedBy! }),
            startedOn: issuedOn!,
            endedOn: issuedOn!,
          }
        : kind === 'earlier_certificate'
          ? await this.certificateSaying(tx, person, before, changes)
          : {};
      const line = await this.supersede(tx, actor, before, { ...changes, ...entered, reason });
      await this.settle(tx, actor, person, recordActions.corrected, line);
      return line.id;
    });
  }

  /** Says that an entered line should never have been; the level falls back to what is left. @throws LineSuperseded | CompletionNotWithdrawn */
  async withdraw(actor: Actor, recordId: string, reason: string): Promise<string> {
    const { person } = await this.holderOf(actor, recordId);
    await this.database.inTransaction(async (tx) => {
      const before = await this.inForce(tx, person, recordId);
      if (before.kind === 'completion') throw new CompletionNotWithdrawn();
      const line = await this.supersede(tx, actor, before, { withdrawn: true, reason });
      await this.settle(tx, actor, person, recordActions.withdrawn, line);
    });
    return person.id;
  }

  /** What of a certificate follows from its other words, once its days and its number are found in order. */
  private async certificateSaying(
    tx: Tx,
    person: PersonItem,
    before: TrainingRecord,
    changes: Partial<TrainingRecord>,
  ): Promise<Partial<TrainingRecord>> {
    const isDayOfIssue = before.endedOn === before.issuedOn;
    const { courseId, issuedOn, issuedBy, awardNumber, className, ...said } = { ...before, ...changes };
    const endedOn = isDayOfIssue ? issuedOn! : said.endedOn;
    const startedOn = before.startedOn === before.endedOn ? endedOn : said.startedOn;
    const written = { courseId: courseId!, number: awardNumber!, issuedOn: issuedOn!, issuedBy: issuedBy!, className };
    const certificate: EarlierCertificate = { ...said, ...written, startedOn, endedOn };
    const faults = faultsOf(certificate, person, this.clock.today());
    if (faults.length > 0) throw new InvalidInput(faults);
    await this.earlier.holdNumbers(tx);
    const taken = await numbersTaken(tx, [certificate]);
    const other = taken.find((one) => one.recordId !== before.id && isSameNumber(one, certificate));
    if (other) throw new CertificateRecordedAlready(certificate.number, other.personId === person.id ? null : other);
    return {
      startedOn,
      endedOn,
      ...(before.className === before.issuedBy && !changes.className ? { className: issuedBy! } : {}),
    };
  }

  private async personToEnterFor(actor: Actor, personId: string): Promise<PersonItem> {
    const person = found(await this.peopleQueries.person(personId), (person) => maySeePerson(actor, person));
    assertMayEnterRecords(actor, person);
    return person;
  }

  private async holderOf(
    actor: Actor,
    recordId: string,
  ): Promise<{ readonly person: PersonItem; readonly holdsCertificate: boolean }> {
    const [version] = await this.records.versions(recordId);
    if (!version) throw new NotFound();
    return {
      person: await this.personToEnterFor(actor, version.personId),
      holdsCertificate: standsOnCertificate(version),
    };
  }

  /**
   * Everything that changes somebody's lines waits for this, so that the level follows from all of them.
   * @throws ChangedMeanwhile when they belong to another unit by now than the one that was judged by
   */
  private async lock(tx: Tx, { id, unitId }: PersonItem): Promise<void> {
    const held = await tx.rows<unknown>('SELECT FROM persons WHERE id = $1 AND unit_id = $2 FOR UPDATE', [id, unitId]);
    if (held.length === 0) throw new ChangedMeanwhile();
  }

  private async inForce(tx: Tx, person: PersonItem, recordId: string): Promise<TrainingRecord> {
    await this.lock(tx, person);
    const line = await tx.findOneByOrFail(TrainingRecord, { id: recordId });
    const held = await tx.rows<unknown>(`SELECT FROM training_records_in_force WHERE id = $1`, [recordId]);
    if (held.length === 0) throw new LineSuperseded();
    return line;
  }

  private async supersede(
    tx: Tx,
    actor: Actor,
    { id, ...before }: TrainingRecord,
    changes: Partial<TrainingRecord>,
  ): Promise<TrainingRecord> {
    return tx.save(tx.create(TrainingRecord, { ...before, ...changes, ...this.written(actor), supersedesId: id }));
  }

  private async settle(
    tx: Tx,
    actor: Actor,
    { id: personId, unitId }: PersonItem,
    action: Action,
    line: TrainingRecord,
  ) {
    await this.journal.write(tx, actor, {
      action,
      subject: { type: 'training_record', id: line.id },
      personId,
      unitId,
      reason: line.reason,
      facts: { kind: line.kind, theoryLevel: line.theoryLevel, supersedes: line.supersedesId },
    });
    await this.theoryLevels.settle(tx, actor, personId);
  }

  /** @param corrected the line that is being corrected: its own number is no other's */
  private async assertNotThere(
    tx: Tx,
    personId: string,
    kind: EnteredKind,
    number: string,
    issuedBy: string,
    corrected: string | null = null,
  ) {
    const lines = (await this.records.ofPerson(personId, tx)).filter(({ id }) => id !== corrected);
    const same = (a: string | null, b: string) => a?.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi');
    if (lines.some((line) => line.kind === kind && same(line.awardNumber, number) && same(line.issuedBy, issuedBy)))
      throw new DocumentRecordedAlready();
  }

  private assertMayBe(issuedOn: Day, { birthDate }: PersonItem): void {
    if (issuedOn > this.clock.today()) throw InvalidInput.field('issuedOn', 'not_yet', stillToCome);
    if (issuedOn <= birthDate) throw InvalidInput.field('issuedOn', 'before_birth', beforeBirth);
  }

  private written(actor: Actor) {
    return { recordedAt: this.clock.now(), recordedBy: actor.accountId };
  }
}

const ofEveryLine = ['holderName', 'unitName', 'position'];
const ofDocuments = [...ofEveryLine, 'awardNumber', 'issuedOn', 'issuedBy', 'theoryLevel'];
/** Results of a class of this service stay the class's. */
const correctable: Readonly<Record<RecordKind, readonly string[]>> = {
  completion: ofEveryLine,
  external_diploma: ofDocuments,
  equivalence: ofDocuments,
  earlier_certificate: [...ofEveryLine, 'awardNumber', 'issuedOn', 'issuedBy', 'className', 'grade', 'validUntil'],
};

const isEntered = (kind: string): kind is EnteredKind => enteredKinds.some((entered) => entered === kind);

/** A ledger line is written in the language of its document. */
function wordsOf(of: { kind: EnteredKind; theoryLevel: TheoryLevel; issuedBy: string }) {
  const level = theoryLevelWords.vi[of.theoryLevel];
  const courseName =
    of.kind === 'external_diploma'
      ? `${level} lý luận chính trị`
      : `Xác nhận tương đương ${level.toLocaleLowerCase('vi')} lý luận chính trị`;
  return { courseName, className: of.issuedBy };
}
