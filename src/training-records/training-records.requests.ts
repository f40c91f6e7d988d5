import type { TheoryLevel } from '../people/person.values';
import type { Day } from '../platform/clock';
import { DayField, OneOf, Text } from '../platform/requests';
import { type EnteredKind, enteredKinds } from './training-record.labels';

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

  @OneOf(enteredLevels, { optional: true, description: 'Of an entered line only, as are the three after it.' })
  readonly theoryLevel?: (typeof enteredLevels)[number];

  @Text({ optional: true })
  readonly number?: string;

  @DayField({ optional: true })
  readonly issuedOn?: Day;

  @Text({ optional: true })
  readonly issuedBy?: string;
}
