import { type Day, showDay } from '../platform/clock';
import type { FieldError } from '../platform/problems/refusal';
import type { Grade } from './training-record.labels';

/** A certificate of a class held before this service, or by another committee, as it is written on the paper. */
export interface EarlierCertificate {
  readonly courseId: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly issuedBy: string;
  /** Null where it is not known; then the issuer stands for it. */
  readonly className: string | null;
  readonly startedOn: Day | null;
  readonly endedOn: Day | null;
  readonly grade: Grade | null;
  /** The last day it holds; null for one that lasts, which has to be said. */
  readonly validUntil: Day | null;
  readonly unitName: string | null;
  readonly position: string | null;
}

/** What of its days cannot be. */
export function faultsOf(
  { issuedOn, startedOn, endedOn, validUntil }: EarlierCertificate,
  { birthDate }: { readonly birthDate: Day },
  today: Day,
): FieldError[] {
  const ended = endedOn ?? issuedOn;
  return [
    ...(issuedOn > today ? [{ field: 'issuedOn', code: 'not_yet', message: stillToCome }] : []),
    ...(issuedOn <= birthDate ? [{ field: 'issuedOn', code: 'before_birth', message: beforeBirth }] : []),
    ...(endedOn !== null && endedOn > issuedOn
      ? [{ field: 'issuedOn', code: 'before_end', message: beforeTheEnd(endedOn) }]
      : []),
    ...(startedOn !== null && startedOn > ended
      ? [{ field: 'startedOn', code: 'after_end', message: startsAfterItEnds }]
      : []),
    ...(validUntil !== null && validUntil < issuedOn
      ? [{ field: 'validUntil', code: 'before_issue', message: endsBeforeItBegins }]
      : []),
  ];
}

export const stillToCome = {
  vi: 'Ngày ghi trên văn bản chưa đến. Hãy ghi đúng ngày in trên văn bằng, văn bản.',
  en: 'This day is still to come; write the day printed on the document.',
};
export const beforeBirth = {
  vi: 'Ngày ghi trên văn bản không sau ngày sinh. Hãy kiểm tra lại năm.',
  en: 'This day is not after the birth date; check the year.',
};
const beforeTheEnd = (endedOn: Day) => ({
  vi: `Lớp học đến ngày ${showDay(endedOn)} nên giấy không thể cấp trước ngày đó.`,
  en: `The class ran until ${showDay(endedOn)}, so the certificate was not issued before.`,
});
const startsAfterItEnds = {
  vi: 'Ngày bắt đầu học không được sau ngày kết thúc.',
  en: 'The class cannot begin after it ended.',
};
const endsBeforeItBegins = {
  vi: 'Ngày hết giá trị phải bằng hoặc sau ngày cấp.',
  en: 'The last day it holds must not be before the day of issue.',
};
