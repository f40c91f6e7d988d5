import { Mailbox, Phone } from '../../people/people.request-parts';
import { longestText } from '../../people/person.contradictions';
import {
  type Education,
  educations,
  type Sex,
  sexes,
  type Standing,
  standings,
  type TheoryLevel,
  theoryLevels,
} from '../../people/person.values';
import { longestName } from '../../organization/unit-facts';
import type { Day } from '../../platform/clock';
import { DayField, Flag, OneOf, Text } from '../../platform/request-fields';
import { Part } from '../../platform/request-parts';
import { LetterRequest } from '../nominations.requests';

/** Somebody of another body, as its letter has them. */
export class OutsiderRequest {
  @Text({
    max: longestName,
    description: 'The body that sends the outsider, by its name; it need not be known before.',
  })
  readonly body: string;

  @Part(() => LetterRequest)
  readonly letter: LetterRequest;

  @Text({ max: longestText })
  readonly fullName: string;

  @OneOf(sexes)
  readonly sex: Sex;

  @DayField()
  readonly birthDate: Day;

  @OneOf(standings)
  readonly standing: Standing;

  @OneOf(educations)
  readonly education: Education;

  @OneOf(theoryLevels, { optional: true, description: '`none` unless told.' })
  readonly theoryLevel?: TheoryLevel;

  @Text({ optional: true, max: longestText })
  readonly position?: string;

  @Phone()
  readonly phone?: string;

  @Mailbox()
  readonly email?: string;

  @Text({ optional: true, max: 500, description: 'The office’s reason for taking them outside the window.' })
  readonly lateReason?: string;

  @Flag({ description: 'That the office read the warnings among the checks; needed where there is one.' })
  readonly acknowledged?: boolean;
}
