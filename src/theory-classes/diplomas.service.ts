import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { aboutOthers } from '../platform/access/oneself';
import { Clock, type Day, showDay } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { FieldError } from '../platform/problems/refusal';
import { InvalidInput, NotAllowed, NotFound } from '../platform/problems/refusals';
import type { TheoryLevel } from '../people/person.values';
import { TheoryLevelsService } from '../training-records/theory-levels.service';
import { TrainingRecordsService } from '../training-records/training-records.service';
import { Diploma } from './diploma.entity';
import { GraduateRecords } from './graduate-records';
import { DiplomaNumberTaken } from './theory-classes.refusals';
import { mayRecordDiplomas } from './theory-classes.policy';
import { diplomaActions } from './theory-classes.words';

export interface DiplomaIssued {
  readonly number: string;
  readonly issuedOn: Day;
  /** Left out, the school of the rules or of the last recording stays. */
  readonly school?: string | undefined;
}

interface Graduate {
  readonly diplomaId: string;
  readonly enrollmentId: string;
  readonly classId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly closesOn: Day;
  /** What the diploma leads to. */
  readonly theoryLevel: TheoryLevel | null;
}

@Injectable()
export class DiplomasService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly records: TrainingRecordsService,
    private readonly theoryLevels: TheoryLevelsService,
    private readonly recorded: GraduateRecords,
  ) {}

  /** Opens the diplomas of those who graduate, without numbers: the school issues them later. One that is open stays. */
  async open(tx: Tx, rows: readonly { enrollmentId: string; school: string }[]): Promise<void> {
    await tx.execute(
      `INSERT INTO diplomas (enrollment_id, school)
       SELECT "enrollmentId", school FROM jsonb_to_recordset($1::jsonb) AS d ("enrollmentId" uuid, school text)
       ON CONFLICT ON CONSTRAINT diplomas_one_per_enrollment DO NOTHING`,
      [JSON.stringify(rows)],
    );
  }

  /** Takes back what was opened for somebody who did not graduate after all; what the school has issued is the school's. */
  async takeBack(tx: Tx, enrollmentId: string): Promise<void> {
    await tx.execute(`DELETE FROM diplomas WHERE enrollment_id = $1 AND number IS NULL`, [enrollmentId]);
  }

  /** Records number, day and school of one diploma, or corrects them. @throws DiplomaNumberTaken | AboutOneself */
  async record(actor: Actor, diplomaId: string, issued: DiplomaIssued): Promise<void> {
    await this.recordAll(actor, [{ ...issued, diplomaId }], '');
  }

  /**
   * Records many: all of them, or none, but for one's own.
   * @param list what the diplomas are called in the fields of a refusal: `diplomas.0.issuedOn`
   */
  async recordAll(
    actor: Actor,
    issued: readonly (DiplomaIssued & { readonly diplomaId: string })[],
    list: 'diplomas' | '' = 'diplomas',
  ): Promise<{ readonly recorded: number; readonly isOwnLeftOut: boolean }> {
    return this.database.inTransaction(async (tx) => {
      const ids = issued.map(({ diplomaId }) => diplomaId);
      const diplomas = await tx.find(Diploma, {
        where: { id: In(ids) },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      if (diplomas.length < new Set(ids).size) throw new NotFound();
      if (!mayRecordDiplomas(actor)) throw new NotAllowed();
      const byId = new Map(diplomas.map((diploma) => [diploma.id, diploma]));
      const wanted = issued.map((one) => ({ ...one, school: one.school ?? byId.get(one.diplomaId)!.school }));
      const differing = wanted.filter(({ diplomaId, number, issuedOn, school }) => {
        const before = byId.get(diplomaId)!;
        return before.number !== number || before.issuedOn !== issuedOn || before.school !== school;
      });
      const graduates = await this.graduates(tx, ids);
      const changed = aboutOthers(actor, differing, ({ diplomaId }) => graduates.get(diplomaId)?.personId);
      const fieldOf = (diplomaId: string) => (list ? `${list}.${ids.indexOf(diplomaId)}.issuedOn` : 'issuedOn');
      this.assertDaysFit(changed, graduates, fieldOf);
      await this.assertNumbersFree(tx, changed);
      await tx.execute(
        `UPDATE diplomas d SET number = i.number, issued_on = i."issuedOn", school = i.school, recorded_at = $2, recorded_by = $3
         FROM jsonb_to_recordset($1::jsonb) AS i ("diplomaId" uuid, number text, "issuedOn" date, school text) WHERE d.id = i."diplomaId"`,
        [JSON.stringify(changed), this.clock.now(), actor.accountId],
      );
      await this.journal.write(
        tx,
        actor,
        ...changed.map(({ diplomaId, number, issuedOn, school }) => {
          const { number: numberBefore, issuedOn: issuedOnBefore, school: schoolBefore } = byId.get(diplomaId)!;
          const { classId, personId, unitId } = graduates.get(diplomaId)!;
          return {
            action: numberBefore === null ? diplomaActions.recorded : diplomaActions.corrected,
            subject: { type: 'diploma', id: diplomaId },
            classId,
            personId,
            unitId,
            facts: { number, issuedOn, school, numberBefore, issuedOnBefore, schoolBefore },
          };
        }),
      );
      const graduated = changed.map(({ diplomaId }) => graduates.get(diplomaId)!);
      // The record says what the person holds, and the level rests on that: the line is superseded by one that has both.
      const enrolled = [...graduates.values()].map(({ enrollmentId }) => enrollmentId);
      const records = await this.recorded.recordsOf(tx, enrolled);
      await this.records.correct(
        tx,
        actor,
        changed.flatMap(({ diplomaId, number: awardNumber, issuedOn, school: issuedBy }) => {
          const { enrollmentId, theoryLevel } = graduates.get(diplomaId)!;
          const recordId = records.get(enrollmentId);
          return recordId ? [{ recordId, changes: { awardNumber, issuedOn, issuedBy, theoryLevel } }] : [];
        }),
      );
      for (const level of new Set(graduated.map(({ theoryLevel }) => theoryLevel))) {
        const risen = graduated.filter(({ theoryLevel }) => theoryLevel === level).map(({ personId }) => personId);
        if (level !== null) await this.theoryLevels.raise(tx, actor, risen, level);
      }
      return { recorded: changed.length, isOwnLeftOut: changed.length < differing.length };
    });
  }

  /** No school issues a diploma before its class is over. */
  private assertDaysFit(
    issued: readonly (DiplomaIssued & { readonly diplomaId: string })[],
    graduates: ReadonlyMap<string, Graduate>,
    fieldOf: (diplomaId: string) => string,
  ): void {
    const today = this.clock.today();
    const errors = issued.flatMap(({ diplomaId, issuedOn }): FieldError[] => {
      const { closesOn } = graduates.get(diplomaId)!;
      const field = fieldOf(diplomaId);
      if (issuedOn > today) return [{ field, code: 'not_yet', message: notYet }];
      return issuedOn < closesOn ? [{ field, code: 'before_class_ends', message: beforeClassEnds(closesOn) }] : [];
    });
    if (errors.length > 0) throw new InvalidInput(errors);
  }

  /** Looks first, so that the refusal can name the number; the constraint has the last word. */
  private async assertNumbersFree(
    tx: Tx,
    changed: readonly { diplomaId: string; number: string; school: string }[],
  ): Promise<void> {
    const [taken] = await tx.rows<{ number: string }>(
      `WITH after AS (
         SELECT coalesce(i.school, d.school) AS school, coalesce(i.number, d.number) AS number FROM diplomas d
         LEFT JOIN jsonb_to_recordset($1::jsonb) AS i ("diplomaId" uuid, number text, school text) ON i."diplomaId" = d.id)
       SELECT number FROM after WHERE number IN (SELECT number FROM jsonb_to_recordset($1::jsonb) AS i (number text))
       GROUP BY school, number HAVING count(*) > 1 ORDER BY number LIMIT 1`,
      [JSON.stringify(changed)],
    );
    if (taken) throw new DiplomaNumberTaken(taken.number);
  }

  private async graduates(tx: Tx, diplomaIds: readonly string[]): Promise<Map<string, Graduate>> {
    const rows = await tx.rows<Graduate>(
      `SELECT d.id AS diploma_id, e.id AS enrollment_id, e.class_id, e.person_id, e.unit_id, k.closes_on, o.raises_to AS theory_level
       FROM diplomas d JOIN enrollments e ON e.id = d.enrollment_id JOIN classes k ON k.id = e.class_id JOIN courses o ON o.id = k.course_id
       WHERE d.id = ANY ($1)`,
      [diplomaIds],
    );
    return new Map(rows.map((row) => [row.diplomaId, row]));
  }
}

const notYet = {
  vi: 'Ngày cấp bằng chưa đến. Hãy ghi ngày in trên bằng.',
  en: 'This day is still to come; write the day printed on the diploma.',
};
const beforeClassEnds = (closesOn: Day) => ({
  vi: `Bằng không thể cấp trước ngày bế giảng ${showDay(closesOn)}. Hãy xem lại ngày in trên bằng.`,
  en: `No diploma was issued before the class ended on ${showDay(closesOn)}; check the day printed on it.`,
});
