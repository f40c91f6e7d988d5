import { defineReminder } from './definition';
import { subjectId } from './sql';
import { classValues } from './values';

interface Facts {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
}

const ofMessage = `split_part(r.occurrence, ':', 1)`;

/** What somebody wrote to people of a class. The use case that takes it writes the lines; a lecturer's stands as a person's. */
export const classMessage = defineReminder<Facts>({
  isPlanned: false,
  candidates: `
    SELECT r.account_id, coalesce(r.person_id, r.lecturer_id) AS person_id, m.class_id, r.unit_id, NULL::uuid AS nomination_id,
           m.id::text AS subject, r.anchor, 'infinity'::timestamptz AS over_at, r.anchor AS since
    FROM class_messages m JOIN reminders r ON r.rule = 'class_message' AND ${ofMessage} = m.id::text AND r.resend_of IS NULL
    WHERE m.taken_back_at IS NULL AND m.written_at <= $2`,
  whyNot: `CASE WHEN EXISTS (SELECT FROM class_messages m WHERE m.id = ${subjectId} AND m.taken_back_at IS NOT NULL) THEN 'taken_back' END`,
  facts: `(SELECT jsonb_build_object('id', m.id, 'subject', m.subject, 'body', m.body) FROM class_messages m WHERE m.id = ${subjectId})`,
  values: ([reminder], locale) => ({
    ...classValues(reminder!, locale),
    message_subject: reminder!.facts.subject,
    message: reminder!.facts.body,
  }),
  apart: ({ facts }) => facts.id,
  link: ({ facts }) => `/class-messages/${facts.id}`,
  texts: {
    vi: { subject: '{class}: {message_subject}', body: '{message}' },
    en: { subject: '{class}: {message_subject}', body: '{message}' },
  },
});
