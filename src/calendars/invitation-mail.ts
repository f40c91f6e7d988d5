import { dayOf, showDay, showTime } from '../platform/clock';
import type { Mail, MailAttachment } from '../platform/mailer/mailer';
import { spokenTo } from '../platform/messages/address';
import type { PlatformSettings } from '../platform/settings';
import { invitationText, manyText } from './calendar-text';
import { calendarWords } from './calendar-text.words';
import { examMailWords, invitationWords, teachingWords } from './invitation-mail.words';
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
  const [{ to, accountId, recipientName, className, locale, formOfAddress }] = told;
  const say = spokenTo(invitationWords[locale], formOfAddress);
  const kinds = kindsOf(told);
  const parts = kinds.flatMap(({ speak, added, changed, cancelled }) => [
    ...paragraphOf(speak.added(className), added),
    ...paragraphOf(speak.changed(className), changed),
    ...paragraphOf(speak.cancelled(className), cancelled),
  ]);
  return {
    to,
    accountId,
    subject: subjectOf(kinds[0]!),
    body: [
      say.greeting(recipientName),
      ...parts,
      say[whatToDo(told)],
      // The page asks to sign in, so it is of no use to somebody without an account.
      ...(accountId ? [`${say.subscribe}\n${publicUrl}/me/calendar`] : []),
      say.closing,
    ].join('\n\n'),
    attachments: attachmentsOf(told, mailFrom),
  };

  function subjectOf({ speak, added, changed, cancelled }: Kind): string {
    if (added.length + changed.length === 0) return speak.subjectCancelled(className, cancelled.length);
    return changed.length + cancelled.length === 0
      ? speak.subjectAdded(className, added.length)
      : speak.subjectChanged(className);
  }
}

type Kind = ReturnType<typeof kindsOf>[number];

/** Half-days and examinations, as far as there are any, each with the words for them. */
function kindsOf(told: Told) {
  const [{ locale, formOfAddress, teaches }] = told;
  const halfDays = spokenTo({ ...invitationWords[locale], ...(teaches ? teachingWords[locale] : {}) }, formOfAddress);
  const of = (isExam: boolean) => told.filter((one) => one.isExam === isExam);
  return [
    { speak: halfDays, all: of(false) },
    { speak: { ...halfDays, ...examMailWords[locale] }, all: of(true) },
  ]
    .filter(({ all }) => all.length > 0)
    .map(({ speak, all }) => ({
      speak,
      added: all.filter(({ method, isKnown }) => method === 'REQUEST' && !isKnown),
      changed: all.filter(({ method, isKnown }) => method === 'REQUEST' && isKnown),
      cancelled: all.filter(({ method }) => method === 'CANCEL'),
    }));
}

const paragraphOf = (heading: string, lines: readonly DueInvitation[]) =>
  lines.length > 0 ? [[heading, ...lines.map(lineOf)].join('\n')] : [];

/** The same as another message takes it along, which says itself what changed: the half-days that are new, and what to do. */
export function calendarFiles(
  told: Told,
  { mailFrom }: Pick<PlatformSettings, 'mailFrom'>,
): { readonly attachments: readonly MailAttachment[]; readonly paragraphs: readonly string[] } {
  const [{ className, locale }] = told;
  const added = kindsOf(told).flatMap(({ speak, added: lines }) => paragraphOf(speak.added(className), lines));
  return {
    attachments: attachmentsOf(told, mailFrom),
    paragraphs: [...added, invitationWords[locale][whatToDo(told)]],
  };
}

const whatToDo = ({ length }: Told) => (length > mostFiles ? 'openAll' : length === 1 ? 'openOne' : 'openEach');

/** When and in which hall; of one that was cancelled why. */
function lineOf({ startsAt, endsAt, place, topic, cancelledReason, locale, ...one }: DueInvitation): string {
  const say = invitationWords[locale];
  const exam = one.isWatch ? say.watch(topic) : say.exam(topic, one.isResit === true);
  const time = say.time(showDay(dayOf(startsAt)), showTime(startsAt), showTime(endsAt));
  const line = one.isExam
    ? `- ${exam}: ${[time, place].filter(Boolean).join('; ')}`
    : `- ${say.halfDay(one.number)}: ${[time, place, topic].filter(Boolean).join('; ')}`;
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
  const name = one.isExam ? 'thi' : `buoi-${number}`;
  const parties = {
    organizer: { name: calendarWords[locale].organizer, email: organizerEmail },
    attendee: { name: recipientName, email: to },
  };
  return {
    name: method === 'CANCEL' ? `${name}-huy.ics` : `${name}.ics`,
    type: `text/calendar; charset=utf-8; method=${method}`,
    content: invitationText(method, { ...one, isCancelled: method === 'CANCEL' }, parties, locale),
  };
}

/** `MAIL_FROM` may be a bare address or `Name <address>`. */
const addressIn = (mailFrom: string) => /<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
