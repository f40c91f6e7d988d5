import { Id, Text } from '../../platform/request-fields';
import type { Locale } from '../../platform/messages/words';
import type { ReminderText } from '../rules/definition';

const subject = { max: 150, description: 'Also the notice in the service, so without personal data.' };
const body = { max: 4000, description: 'Greeting, link and closing are added.' };

export class ReminderTextsRequest {
  @Text(subject)
  readonly subjectVi: string;

  @Text(body)
  readonly bodyVi: string;

  @Text(subject)
  readonly subjectEn: string;

  @Text(body)
  readonly bodyEn: string;
}

export class ReminderTextsPreviewRequest extends ReminderTextsRequest {
  @Id({ optional: true, description: 'A class whose facts are shown; invented ones unless told.' })
  readonly classId?: string;
}

export type TextsOfRule = Readonly<Record<Locale, ReminderText>>;

/** A form sends lines as `\r\n`; words are kept with `\n`, by which lines without values are left out. */
const unix = (text: string) => text.replace(/\r\n?/g, '\n');

export const textsIn = ({ subjectVi, bodyVi, subjectEn, bodyEn }: ReminderTextsRequest): TextsOfRule => ({
  vi: { subject: unix(subjectVi), body: unix(bodyVi) },
  en: { subject: unix(subjectEn), body: unix(bodyEn) },
});
