import { dayOf, showDay, showTime } from '../platform/clock';
import type { Mail, MailAttachment } from '../platform/mailer/mailer';
import type { PlatformSettings } from '../platform/settings';
import { invitationText, manyText } from './calendar-text';
import { calendarWords } from './calendar-text.words';
import { invitationWords, teachingWords } from './invitation-mail.words';
import type { DueInvitation } from './invitations.queries';

type Told = readonly [DueInvitation, ...DueInvitation[]];

/** Beyond so many files nobody opens each. */
const mostFiles = 3;

/**
 * What one person is told about one class: readable as it stands, with one calendar object per half-day (RFC 5546), of many half-days one file.
 * The subject holds nothing personal.
 */
export function invitationMail(
  told: Told,
  { publicUrl, mailFrom }: Pick<PlatformSettings, 'publicUrl' | 'mailFrom'>,
): Mail {
  const [{ to, accountId, recipientName, className, locale, teaches }] = told;
  const say = { ...invitationWords[locale], ...(teaches ? teachingWords[locale] : {}) };
  const cancelled = told.filter(({ method }) => method === 'CANCEL');
  const changed = told.filter(({ method, isKnown }) => method === 'REQUEST' && isKnown);
  const added = told.filter(({ method, isKnown }) => method === 'REQUEST' && !isKnown);
  const parts = [
    { heading: say.added(className), halfDays: added },
    { heading: say.changed(className), halfDays: changed },
    { heading: say.cancelled(className), halfDays: cancelled },
  ].filter(({ halfDays }) => halfDays.length > 0);
  return {
    to,
    accountId,
    subject: subjectOf(),
    body: [
      say.greeting(recipientName),
      ...parts.map(({ heading, halfDays }) => [heading, ...halfDays.map(lineOf)].join('\n')),
      say[whatToDo(told)],
      // The page asks to sign in, so it is of no use to somebody without an account.
      ...(accountId ? [`${say.subscribe}\n${publicUrl}/me/calendar`] : []),
      say.closing,
    ].join('\n\n'),
    attachments: attachmentsOf(told, mailFrom),
  };

  function subjectOf(): string {
    if (cancelled.length === told.length) return say.subjectCancelled(className, cancelled.length);
    return added.length === told.length ? say.subjectAdded(className, added.length) : say.subjectChanged(className);
  }
}

/** The same as another message takes it along, which says itself what changed: the half-days that are new, and what to do. */
export function calendarFiles(
  told: Told,
  { mailFrom }: Pick<PlatformSettings, 'mailFrom'>,
): { readonly attachments: readonly MailAttachment[]; readonly paragraphs: readonly string[] } {
  const [{ className, locale }] = told;
  const say = invitationWords[locale];
  const added = told.filter(({ method, isKnown }) => method === 'REQUEST' && !isKnown);
  return {
    attachments: attachmentsOf(told, mailFrom),
    paragraphs: [
      ...(added.length > 0 ? [[say.added(className), ...added.map(lineOf)].join('\n')] : []),
      say[whatToDo(told)],
    ],
  };
}

const whatToDo = ({ length }: Told) => (length > mostFiles ? 'openAll' : length === 1 ? 'openOne' : 'openEach');

/** When and in which hall; of one that was cancelled why. */
function lineOf({ number, startsAt, endsAt, place, topic, cancelledReason, locale }: DueInvitation): string {
  const say = invitationWords[locale];
  const time = say.time(showDay(dayOf(startsAt)), showTime(startsAt), showTime(endsAt));
  const line = `- ${say.halfDay(number)}: ${[time, place, topic].filter(Boolean).join('; ')}`;
  return cancelledReason === null ? line : `${line}. ${say.isCancelled(cancelledReason)}`;
}

/** Of a few half-days a file each, on which programs act by themselves; of many one, to take in at once. */
function attachmentsOf(told: Told, mailFrom: string): MailAttachment[] {
  const organizerEmail = addressIn(mailFrom);
  if (told.length <= mostFiles) return told.map((one) => attachmentOf(one, organizerEmail));
  const [{ locale }] = told;
  const organizer = { name: calendarWords[locale].organizer, email: organizerEmail };
  const events = told.map((one) => ({ ...one, isCancelled: one.method === 'CANCEL' }));
  return [
    {
      name: 'lich-hoc.ics',
      type: 'text/calendar; charset=utf-8; method=PUBLISH',
      content: manyText(events, organizer, locale),
    },
  ];
}

function attachmentOf(one: DueInvitation, organizerEmail: string): MailAttachment {
  const { method, number, locale, to, recipientName } = one;
  const parties = {
    organizer: { name: calendarWords[locale].organizer, email: organizerEmail },
    attendee: { name: recipientName, email: to },
  };
  return {
    name: method === 'CANCEL' ? `buoi-${number}-huy.ics` : `buoi-${number}.ics`,
    type: `text/calendar; charset=utf-8; method=${method}`,
    content: invitationText(method, { ...one, isCancelled: method === 'CANCEL' }, parties, locale),
  };
}

/** `MAIL_FROM` may be a bare address or `Name <address>`. */
const addressIn = (mailFrom: string) => /<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
