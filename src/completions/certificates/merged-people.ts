import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import {
  type Held,
  type Hindrance,
  idsOf,
  type Merging,
  type Moved,
  type Pair,
  PartInMergers,
} from '../../people/mergers/merged-parts';
import { TheoryLevelsService } from '../../training-records/theory-levels.service';
import { TrainingRecordsService } from '../../training-records/training-records.service';
import { certificateActions } from './certificates.words';
import { CertificateRegister } from './register';

/** Both were judged in one class that is over; `o` is of the one that goes. */
const both = `completions s JOIN completions o ON o.class_id = s.class_id AND o.person_id = $2 JOIN classes c ON c.id = s.class_id
  JOIN enrollments e ON e.id = s.enrollment_id AND e.ended_at IS NULL JOIN enrollments f ON f.id = o.enrollment_id AND f.ended_at IS NULL
  WHERE s.person_id = $1`;

/** What somebody with two records completed: certificates change hands by a line of the register, lines of the record by new ones. */
@Injectable()
export class CompletionsOfMergedPeople extends PartInMergers {
  readonly name = 'completions';
  readonly tables = ['completions', 'certificates', 'training_records'];

  constructor(
    private readonly records: TrainingRecordsService,
    private readonly levels: TheoryLevelsService,
    private readonly register: CertificateRegister,
    private readonly journal: Journal,
  ) {
    super();
  }

  override async hindrances(tx: Tx, { staysId, goesId }: Pair): Promise<Hindrance[]> {
    const rows = await tx.rows<{ className: string; certificateId: string | null; onlyGoes: boolean }>(
      `SELECT c.name AS class_name, (SELECT t.id FROM certificates_in_force t WHERE t.completion_id = o.id
           AND EXISTS (SELECT FROM certificates_in_force u WHERE u.completion_id = s.id)) AS certificate_id,
         (o.completed AND NOT s.completed) OR (EXISTS (SELECT FROM certificates_in_force t WHERE t.completion_id = o.id)
           AND NOT EXISTS (SELECT FROM certificates_in_force u WHERE u.completion_id = s.id)) AS only_goes
       FROM ${both} ORDER BY c.opens_on, c.id`,
      [staysId, goesId],
    );
    return rows.flatMap(({ className, certificateId, onlyGoes }): Hindrance[] => {
      if (certificateId) return [{ sentence: twoCertificates(className), href: `/certificates/${certificateId}` }];
      return onlyGoes ? [{ sentence: keepTheOther(className), href: null }] : [];
    });
  }

  override async held(tx: Tx, personIds: readonly string[]): Promise<Held[]> {
    const records = await tx.rows<{ personId: string; courseName: string; endedOn: Day }>(
      `SELECT person_id, course_name, ended_on FROM training_records_in_force WHERE person_id = ANY ($1::uuid[]) ORDER BY ended_on DESC, id`,
      [personIds],
    );
    const certificates = await tx.rows<{ id: string; personId: string; number: string }>(
      `SELECT id, person_id, number FROM certificates_in_force WHERE person_id = ANY ($1::uuid[]) ORDER BY issued_on DESC, id`,
      [personIds],
    );
    return [
      ...records.map(({ personId, courseName, endedOn }) => ({
        personId,
        what: { vi: 'Quá trình đào tạo', en: 'Training record' },
        text: `${courseName} (${endedOn.slice(0, 4)})`,
        href: `/people/${personId}/training-record`,
      })),
      ...certificates.map(({ id, personId, number }) => ({
        personId,
        what: { vi: 'Giấy chứng nhận', en: 'Certificate' },
        text: number,
        href: `/certificates/${id}`,
      })),
    ];
  }

  override async move(tx: Tx, merging: Merging): Promise<Moved> {
    const { staysId, goesId, aside, actor } = merging;
    const lines = await tx.rows<{ id: string }>(
      `SELECT r.id FROM training_records_in_force r LEFT JOIN completions c ON c.id = r.completion_id
       WHERE r.person_id = $1 AND NOT coalesce(c.class_id = ANY ($2::uuid[]), false)`,
      [goesId, aside],
    );
    const completions = idsOf(
      await tx.rows(
        'UPDATE completions SET person_id = $1 WHERE person_id = $2 AND NOT class_id = ANY ($3::uuid[]) RETURNING id',
        [staysId, goesId, aside],
      ),
    );
    const certificates = await this.reassign(tx, merging, completions, staysId);
    const records = await this.records.passOn(tx, merging, idsOf(lines), staysId);
    if (records.length > 0) await this.levels.settle(tx, actor, staysId);
    return { completions, certificates, records };
  }

  override async builtOn(tx: Tx, { staysId, goesId }: Pair, mergedAt: Date): Promise<Hindrance[]> {
    const personIds = [staysId, goesId];
    const judged = await tx.rows<{ classId: string; className: string }>(
      `SELECT c.id AS class_id, c.name AS class_name FROM completions o JOIN classes c ON c.id = o.class_id
       WHERE o.person_id = ANY ($1::uuid[]) AND o.judged_at > $2`,
      [personIds, mergedAt],
    );
    const recorded = await this.records.changedSince(tx, personIds, mergedAt);
    return [
      ...judged.map(({ classId, className }) => ({
        sentence: judgedSince(className),
        href: `/classes/${classId}/completions`,
      })),
      ...recorded.map((id) => ({ sentence: recordedSince, href: `/people/${id}/training-record` })),
    ];
  }

  override async giveBack(tx: Tx, merging: Merging, { completions = [], records = [] }: Moved): Promise<void> {
    const { goesId } = merging;
    await tx.execute('UPDATE completions SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, completions]);
    await this.reassign(tx, merging, completions, goesId);
    await this.records.passOn(tx, merging, records, goesId);
  }

  /** What a certificate says stays as it is; the register says whose record it is in. */
  private async reassign(
    tx: Tx,
    { actor, reason }: Merging,
    completions: readonly string[],
    personId: string,
  ): Promise<readonly string[]> {
    const certificates = idsOf(
      await tx.rows('UPDATE certificates SET person_id = $1 WHERE completion_id = ANY ($2::uuid[]) RETURNING id', [
        personId,
        completions,
      ]),
    );
    for (const id of certificates) {
      const head = await this.register.enter(tx, actor, 'reassigned', [id], { reason });
      const action = certificateActions.reassigned;
      await this.journal.write(tx, actor, {
        action,
        subject: { type: 'certificate', id },
        personId,
        reason,
        facts: { ...head },
      });
    }
    return certificates;
  }
}

const twoCertificates = (name: string) => ({
  vi: `Cả hai đều có giấy chứng nhận của lớp “${name}”. Hãy thu hồi một giấy trước.`,
  en: `Both have a certificate of ${name}. Revoke one of them first.`,
});
const keepTheOther = (name: string) => ({
  vi: `Chỉ hồ sơ bị gộp hoàn thành lớp “${name}”. Hãy chọn giữ hồ sơ đó.`,
  en: `Only the record that would go completed ${name}. Choose that one to stay.`,
});
const judgedSince = (name: string) => ({
  vi: `Kết quả lớp “${name}” đã được xét sau khi gộp.`,
  en: `${name} was judged since.`,
});
const recordedSince = {
  vi: 'Quá trình đào tạo có dòng được ghi hoặc sửa sau khi gộp.',
  en: 'A line of the training record was written or corrected since.',
};
