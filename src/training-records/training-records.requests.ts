import type { TheoryLevel } from '../people/person.values';
import type { Day } from '../platform/clock';
import { InvalidInput } from '../platform/problems/refusals';
import { DayField, Flag, Id, OneOf, Text } from '../platform/request-fields';
import type { EarlierCertificate } from './earlier-certificate';
import { type EnteredKind, enteredKinds, type Grade, grades } from './training-record.labels';

/** A level without one is nothing to enter. */
export const enteredLevels = ['elementary', 'intermediate', 'advanced'] as const satisfies readonly TheoryLevel[];

export class EnterRecordRequest {
  @OneOf(enteredKinds)
  readonly kind: EnteredKind;

  @OneOf(enteredLevels)
  readonly theoryLevel: (typeof enteredLevels)[number];

  @Text({ description: 'The number printed on the diploma or the confirmation.' })
  readonly number: string;

  @DayField({ description: 'The day printed on it.' })
  readonly issuedOn: Day;

  @Text({ description: 'The school, or the authority that confirms.' })
  readonly issuedBy: string;

  @Text({ optional: true, description: 'The unit the person belonged to then, in the words of that day.' })
  readonly unitName?: string;

  @Text({ optional: true, description: 'The position held then.' })
  readonly position?: string;
}

export class EnterCertificateRequest {
  @Id({ description: 'A course that gives a certificate.' })
  readonly courseId: string;

  @Text({ description: 'The number printed on it.' })
  readonly number: string;

  @DayField({ description: 'The day printed on it.' })
  readonly issuedOn: Day;

  @Text({ description: 'The committee that issued it.' })
  readonly issuedBy: string;

  @DayField({ optional: true, description: 'The last day it holds; needed unless it lasts.' })
  readonly validUntil?: Day;

  @Flag({ description: 'Whether it does not expire.' })
  readonly lasts?: boolean;

  @Text({ optional: true, description: 'The class as printed.' })
  readonly className?: string;

  @DayField({ optional: true })
  readonly startedOn?: Day;

  @DayField({ optional: true })
  readonly endedOn?: Day;

  @OneOf(grades, { optional: true })
  readonly grade?: Grade;

  @Text({ optional: true, description: 'The unit the person belonged to then, in the words of that day.' })
  readonly unitName?: string;

  @Text({ optional: true, description: 'The position held then.' })
  readonly position?: string;
}

/** Nothing said of how long it holds is a gap, not a certificate that lasts. @throws InvalidInput */
export function readCertificate({ lasts, validUntil, ...said }: EnterCertificateRequest): EarlierCertificate {
  if (lasts && validUntil) throw InvalidInput.field('validUntil', 'lasts', eitherOr);
  if (!lasts && !validUntil) throw InvalidInput.field('validUntil', 'required', sayHowLong);
  const { className = null, startedOn = null, endedOn = null, grade = null, unitName = null, position = null } = said;
  const { courseId, number, issuedOn, issuedBy } = said;
  const dates = { issuedOn, startedOn, endedOn, validUntil: validUntil ?? null };
  return { courseId, number, issuedBy, className, grade, unitName, position, ...dates };
}

const sayHowLong = {
  vi: 'Ghi ngày hết giá trị in trên giấy, hoặc chọn “Không thời hạn”.',
  en: 'Write the last day printed on it, or say that it does not expire.',
};
const eitherOr = {
  vi: 'Giấy không thời hạn thì không có ngày hết giá trị. Hãy bỏ một trong hai.',
  en: 'What does not expire has no last day; take one of the two away.',
};

export class WithdrawRecordRequest {
  @Text({ max: 500, description: 'Why the line should never have been; it stays readable.' })
  readonly reason: string;
}

/** What a line should have said; what is left out stays. A class's own results are corrected where the class is. */
export class CorrectRecordRequest extends WithdrawRecordRequest {
  @Text({ optional: true })
  readonly holderName?: string;

  @Text({ optional: true })
  readonly unitName?: string;

  @Text({ optional: true })
  readonly position?: string;

  @OneOf(enteredLevels, { optional: true, description: 'Of an entered line only, as are all after it.' })
  readonly theoryLevel?: (typeof enteredLevels)[number];

  @Text({ optional: true })
  readonly number?: string;

  @DayField({ optional: true })
  readonly issuedOn?: Day;

  @Text({ optional: true })
  readonly issuedBy?: string;

  @Text({ optional: true, description: 'Of a certificate from before this service, as are the two after it.' })
  readonly className?: string;

  @OneOf(grades, { optional: true })
  readonly grade?: Grade;

  @DayField({ optional: true, description: 'The last day it holds.' })
  readonly validUntil?: Day;
}
