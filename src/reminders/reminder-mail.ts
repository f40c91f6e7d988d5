import { daysBetween, type Day, showDay, showMoment } from '../platform/clock';
import type { Locale } from '../platform/messages/words';
import { changeLines } from './reminder-change';
import type { ReminderFacts } from './reminder-facts.queries';
import { mailWords } from './reminder-mail.words';

export interface ReminderText {
  readonly subject: string;
  readonly body: string;
}

interface Parts {
  readonly subject: string;
  readonly told: readonly string[];
  readonly next: string;
  readonly link: string;
}

/** The page on which something can be done about the reminder. */
export function linkOf({ rule, classId }: ReminderFacts): string {
  return rule === 'class_near' || rule === 'timetable_changed'
    ? `/classes/${classId}`
    : `/classes/${classId}/nominations`;
}

/** The subject alone, which is also the notice: it holds no personal data. */
export function subjectIn(locale: Locale, group: readonly ReminderFacts[], today: Day): string {
  return partsOf(locale, group, today).subject;
}

/**
 * The mail of one recipient about one class; several nominations returned together make one mail.
 * @param publicUrl how people reach the service
 */
export function mailOf(group: readonly ReminderFacts[], today: Day, publicUrl: string): ReminderText {
  const [{ locale, recipientName, accountId }] = group as readonly [ReminderFacts];
  const say = mailWords[locale];
  const { subject, told, next, link } = partsOf(locale, group, today);
  // The pages ask to sign in, so they are of no use to somebody without an account.
  const whatNext = accountId ? `${next}\n${publicUrl}${link}` : next;
  return { subject, body: [say.greeting(recipientName), told.join('\n'), whatNext, say.closing()].join('\n\n') };
}

function partsOf(locale: Locale, group: readonly ReminderFacts[], today: Day): Parts {
  const [facts] = group as readonly [ReminderFacts];
  const say = mailWords[locale];
  const { anchor, seats, nominated, drafts, waiting } = facts;
  const inClass = classNamed(facts, locale);
  const unit = facts.unitName ?? '';
  const until = facts.callClosesAt ? showMoment(facts.callClosesAt) : '';
  const daysLeft = daysBetween(today, anchor);
  const link = linkOf(facts);
  switch (facts.rule) {
    case 'call_opened':
      return {
        subject: say.callOpened(inClass, seats),
        told: [say.callOpenedTold(inClass, unit, seats, until), ...whenAndWhere(facts, locale)],
        next: say.nominate(),
        link,
      };
    case 'deadline_near':
      return {
        subject: say.deadlineNear(inClass, until),
        told: [
          say.deadlineNearTold(inClass, until, daysLeft, unit, seats, nominated),
          ...(drafts > 0 ? [say.drafts(drafts)] : []),
          ...whenAndWhere(facts, locale),
        ],
        next: say.nominate(),
        link,
      };
    case 'class_near':
      return {
        subject: say.classNear(inClass, showDay(anchor)),
        told: [say.classNearTold(inClass, showDay(anchor), daysLeft), ...whenAndWhere(facts, locale)],
        next: say.attend(),
        link,
      };
    case 'nomination_returned':
      return {
        subject: say.returned(inClass, group.length),
        told: [say.returnedTold(inClass, unit), ...group.map((one) => returnedLine(one, locale))],
        next: say.correct(),
        link,
      };
    case 'review_waiting':
      return {
        subject: say.waiting(waiting, inClass, daysBetween(anchor, facts.dueOn) - 1),
        told: [say.waitingTold(waiting, inClass, showDay(anchor)), ...whenAndWhere(facts, locale)],
        next: say.review(),
        link,
      };
    case 'timetable_changed':
      return {
        subject: say.timetableChanged(inClass),
        told: [
          say.timetableChangedTold(inClass),
          ...changeLines(
            group.flatMap(({ change }) => change ?? []),
            locale,
          ),
        ],
        next: say.lookAtTimetable(),
        link,
      };
  }
}

/** Most names begin with what they are ("Lớp …", "Hội nghị …"); the others need the word before them in a sentence. */
function classNamed({ className, classCode }: ReminderFacts, locale: Locale): string {
  const bare = locale === 'vi' && !/^(lớp|khóa|khoá|hội nghị)\s/iu.test(className);
  return `${bare ? 'lớp ' : ''}${className} (${classCode})`;
}

function whenAndWhere({ startsAt, opensOn, place }: ReminderFacts, locale: Locale): string[] {
  const say = mailWords[locale];
  return [
    startsAt ? say.firstHalfDay(showMoment(startsAt)) : say.hourLater(showDay(opensOn)),
    place ? say.place(place) : say.placeLater(),
  ];
}

function returnedLine({ nomineeName, returnReason, correctBy }: ReminderFacts, locale: Locale): string {
  const say = mailWords[locale];
  const [name, reason] = [nomineeName ?? '', returnReason ?? ''];
  return correctBy ? say.returnedOneUntil(name, reason, showDay(correctBy)) : say.returnedOne(name, reason);
}
