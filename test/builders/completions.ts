import type { Grade } from '../../src/training-records/training-record.labels';
import type { Day } from '../../src/platform/clock';
import type { Rows } from './rows';

export interface CompletionWords {
  readonly completed?: boolean;
  readonly grade?: string | null;
  readonly absentShare?: number;
  readonly reasons?: string;
  readonly judgedAt?: Date;
}

/** What the closing of a class found of somebody enrolled: completed, unless told otherwise. */
export async function buildCompletion(
  rows: Rows,
  inClass: { readonly id: string },
  { id, person }: { readonly id: string; readonly person: { readonly id: string } },
  words: CompletionWords & { readonly judgedAt: Date },
): Promise<string> {
  const closingId = await rows.insert('long_jobs', {
    kind: 'completions.close_class',
    subjectId: inClass.id,
    classId: inClass.id,
    state: 'done',
    done: 1,
    total: 1,
    requestedAt: words.judgedAt,
    finishedAt: words.judgedAt,
  });
  return rows.insert('completions', {
    enrollmentId: id,
    classId: inClass.id,
    personId: person.id,
    completed: true,
    absentShare: 0,
    reasons: '[]',
    closingId,
    ...words,
  });
}

export interface CertificateWords {
  readonly verificationCode?: string;
  readonly birthDate?: Day;
  readonly className?: string;
  readonly courseName?: string;
  readonly issuedOn?: Day;
  readonly validUntil?: Day;
  readonly grade?: Grade;
}

/** A certificate of the register GCN of 2026, which is not entered in it. */
export const buildCertificate = (
  rows: Rows,
  completionId: string,
  holder: { readonly id: string; readonly fullName: string },
  sequence: number,
  words: CertificateWords,
): Promise<string> =>
  rows.insert('certificates', {
    completionId,
    personId: holder.id,
    holderName: holder.fullName,
    series: 'GCN',
    year: 2026,
    sequence,
    number: `${String(sequence).padStart(3, '0')}/2026/GCN-ĐUK`,
    issuedOn: '2026-01-05',
    verificationCode: `MA-${sequence}`,
    state: 'issued',
    birthDate: '1980-05-12',
    unitName: 'Đơn vị',
    courseName: 'Chương trình',
    className: 'Lớp',
    startedOn: '2025-12-15',
    endedOn: '2025-12-19',
    letterhead: { superior: 'THÀNH ỦY', body: 'ĐẢNG ỦY KHỐI', place: 'TP.HCM', signerCapacity: 'TM. Ban Thường vụ' },
    ...words,
  });
