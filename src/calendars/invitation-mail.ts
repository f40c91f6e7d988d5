import { dayOf, showDay, showTime } from '../platform/clock';
import type { Mail, MailAttachment } from '../platform/mailer/mailer';
import type { PlatformSettings } from '../platform/settings';
import { invitationText } from './calendar-text';
import { calendarWords } from './calendar-text.words';
import { invitationWords } from './invitation-mail.words';
import type { DueInvitation } from './invitations.queries';

/**
 * What one person is told about one class: readable as it stands, with one calendar object per half-day (RFC 5546).
 * The subject holds nothing personal.
 */
export function invitationMail(
  told: readonly [DueInvitation, ...DueInvitation[]],
  { publicUrl, mailFrom }: Pick<PlatformSettings, 'publicUrl' | 'mailFrom'>,
): Mail {
  const [{ to, accountId, recipientName, className, locale }] = told;
  const say = invitationWords[locale];
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
      told.length === 1 ? say.openOne : say.openEach,
      // The page asks to sign in, so it is of no use to somebody without an account.
      ...(accountId ? [`${say.subscribe}\n${publicUrl}/me/calendar`] : []),
      say.closing,
    ].join('\n\n'),
    attachments: told.map((one) => attachmentOf(one, addressIn(mailFrom))),
  };

  function subjectOf(): string {
    if (cancelled.length === told.length) return say.subjectCancelled(className, cancelled.length);
    return added.length === told.length ? say.subjectAdded(className, added.length) : say.subjectChanged(className);
  }
}

function lineOf({ number, startsAt, endsAt, place, topic, locale }: DueInvitation): string {
  const say = invitationWords[locale];
  const time = say.time(showDay(dayOf(startsAt)), showTime(startsAt), showTime(endsAt));
  return `- ${say.halfDay(number)}: ${[time, place, topic].filter(Boolean).join('; ')}`;
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
