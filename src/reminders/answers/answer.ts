import { addDays, type Day, showDay, showMoment } from '../../platform/clock';
import { many } from '../../platform/messages/counted';
import { addressed, type FormOfAddress } from '../../platform/messages/address';
import { type Bilingual, type Locale, words } from '../../platform/messages/words';
import type { DueReminder } from '../rules/definition';
import type { ReminderReason, ReminderRule } from '../rules/rule';
import { waysOf, whyNoWay } from '../reminder';
import type { ReminderRow } from '../reminders.queries';
import { reasonWords } from '../reminders.words';
import type { RuleInForce, SettingSource } from '../settings/settings';
import { classNamed } from '../../classes/classes.labels';

/** All that is known when somebody asks why they were, or were not, told. */
export interface Known {
  readonly rule: ReminderRule;
  readonly today: Day;
  /** The newest line of the ledger about it; null when there is none. */
  readonly line: ReminderRow | null;
  /** What the rule would tell them from here on, the earliest first. */
  readonly toCome: readonly DueReminder[];
  readonly whyNot: ReminderReason | null;
  /** How they are spoken to who ask about themselves; null when it is about somebody else. */
  readonly oneself: FormOfAddress | null;
  /** Null when no class was named. */
  readonly inForce: Pick<RuleInForce, 'enabled' | 'from'> | null;
}

type AnswerCode = 'told' | 'waiting' | 'not_told' | 'coming' | 'no_way' | 'soon' | 'rule_off' | 'not_for_them';

export interface Answer {
  readonly code: AnswerCode;
  readonly sentence: Bilingual;
  /** The next day they will be told, when there is one. */
  readonly nextOn: Day | null;
}

/** One sentence: what the ledger says, else what is to come, else why nothing is. */
export function answerOf(known: Known): Answer {
  const next = nextOf(known);
  const [code, sentence] = decided(known, next);
  const more = next && known.line ? both((locale) => ` ${answerWords[locale].next(showDay(next.dueOn))}`) : null;
  return {
    code,
    sentence: more ? both((locale) => sentence[locale] + more[locale]) : sentence,
    nextOn: next?.dueOn ?? null,
  };
}

/** The first day to come on which there is a way to tell them. */
function nextOf({ today, toCome, inForce }: Known): DueReminder | null {
  if (inForce && !inForce.enabled) return null;
  return toCome.find((one) => one.ruleIsOn && one.dueOn > today && whyNoWay(one) === null) ?? null;
}

function decided(
  { line, toCome, whyNot, oneself, inForce, today }: Known,
  next: DueReminder | null,
): [AnswerCode, Bilingual] {
  if (line) return ofLine(line, oneself);
  if (inForce && !inForce.enabled) {
    const { enabled } = inForce.from;
    return ['rule_off', both((locale) => answerWords[locale].off(answerWords[locale][enabled]))];
  }
  if (next) return ['coming', both((locale) => coming(next, locale))];
  const first = toCome[0];
  const noWay = first && whyNoWay(first);
  if (noWay) return ['no_way', both((locale) => answerWords[locale].noWay(reasonTold(noWay, oneself, locale)))];
  const off = first && !first.ruleIsOn;
  if (off) return ['rule_off', both((locale) => answerWords[locale].offSomewhere)];
  const now = toCome.find(({ dueOn }) => dueOn === today);
  if (now) return ['soon', both((locale) => answerWords[locale].soon)];
  const past = toCome.at(-1);
  if (past) {
    const isLate = addDays(past.dueOn, past.tooLateAfterDays) < today;
    return [
      isLate ? 'not_told' : 'soon',
      both((locale) => (isLate ? answerWords[locale].past(showDay(past.dueOn)) : answerWords[locale].soon)),
    ];
  }
  return [
    'not_for_them',
    both((locale) =>
      whyNot ? answerWords[locale].notFor(whyNotTold(whyNot, oneself, locale)) : answerWords[locale].nothing,
    ),
  ];
}

/** Where the sentence of the ledger ("no longer …") would say too much of somebody who never was. */
function whyNotTold(why: ReminderReason, oneself: FormOfAddress | null, locale: Locale): string {
  const own = oneself && ownWhyNotWords[locale][why];
  return own ? addressed(own, oneself) : (whyNotWords[locale][why] ?? reasonTold(why, oneself, locale));
}

/** What the ledger says, which is about somebody; to themselves it says “you”, and what they can do. */
function reasonTold(reason: ReminderReason, oneself: FormOfAddress | null, locale: Locale): string {
  const own = oneself && ownReasonWords[locale][reason];
  return own ? addressed(own, oneself) : reasonWords[locale][reason];
}

function ofLine(line: ReminderRow, oneself: FormOfAddress | null): [AnswerCode, Bilingual] {
  const { state, leftAt, mailId, noticeId, dueOn, reason } = line;
  if (state === 'left') {
    return [
      'told',
      both((locale) => {
        const say = answerWords[locale];
        const ways = [mailId && say.mail, noticeId && say.notice].filter((way) => way !== null && way !== undefined);
        return say.told(showMoment(leftAt!), ways.join(say.and));
      }),
    ];
  }
  if (state === 'written') return [noticeId ? 'told' : 'waiting', both((locale) => written(line, oneself, locale))];
  if (state === 'due') return ['waiting', both((locale) => answerWords[locale].waiting(showDay(dueOn)))];
  return [
    'not_told',
    both((locale) => answerWords[locale].notTold(showDay(dueOn), reason ? reasonTold(reason, oneself, locale) : '')),
  ];
}

/** Its message has not left. */
function written(
  { writtenAt, noticeId, mailAttempts, reason }: ReminderRow,
  oneself: FormOfAddress | null,
  locale: Locale,
): string {
  const say = answerWords[locale];
  const more = [
    noticeId && say.byNotice,
    mailAttempts && say.refused(mailAttempts),
    reason && reasonTold(reason, oneself, locale),
  ];
  return [say.written(showMoment(writtenAt!)), ...more].filter(Boolean).join(' ');
}

function coming(reminder: DueReminder, locale: Locale): string {
  const say = answerWords[locale];
  const { dueOn, daysBefore, anchor, className, classCode } = reminder;
  const { mail, notice } = waysOf(reminder);
  const ways = [mail && say.mail, notice && say.notice].filter((way) => way !== false).join(say.and);
  const about = className ? say.ofClass(`${className} (${classCode})`) : '';
  return say.coming(showDay(dueOn), ways, say.counted(daysBefore, showDay(anchor)), about);
}

const both = (say: (locale: Locale) => string): Bilingual => ({ vi: say('vi'), en: say('en') });

const answerWords = words({
  mail: { vi: 'thư', en: 'mail' },
  notice: { vi: 'thông báo trong hệ thống', en: 'a notice in the service' },
  and: { vi: ' và ', en: ' and ' },
  told: {
    vi: (at: string, ways: string) => `Đã báo lúc ${at} bằng ${ways}.`,
    en: (at: string, ways: string) => `Told at ${at} by ${ways}.`,
  },
  written: {
    vi: (at: string) => `Thư đã soạn lúc ${at}, chưa gửi đi.`,
    en: (at: string) => `The message was written at ${at} and has not left.`,
  },
  byNotice: { vi: 'Đã báo bằng thông báo trong hệ thống.', en: 'A notice stands in the service.' },
  refused: {
    vi: (times: number) => `Máy chủ thư đã từ chối ${times} lần; hệ thống sẽ gửi lại.`,
    en: (times: number) => `The mail server refused it ${times} times; it is tried again.`,
  },
  waiting: {
    vi: (day: string) => `Lần nhắc ngày ${day} đã vào sổ và đang chờ gửi.`,
    en: (day: string) => `The reminder of ${day} is in the ledger and waits to be sent.`,
  },
  notTold: {
    vi: (day: string, reason: string) => `Lần nhắc ngày ${day} không gửi. ${reason}`,
    en: (day: string, reason: string) => `The reminder of ${day} was not sent. ${reason}`,
  },
  next: { vi: (day: string) => `Lần tiếp theo: ngày ${day}.`, en: (day: string) => `The next one: ${day}.` },
  coming: {
    vi: (day: string, ways: string, counted: string, about: string) =>
      `Sẽ báo ngày ${day} bằng ${ways}, vì đó là ${counted}${about}.`,
    en: (day: string, ways: string, counted: string, about: string) =>
      `Will be told on ${day} by ${ways}, because that is ${counted}${about}.`,
  },
  counted: {
    vi: (days: number, anchor: string) =>
      days === 0
        ? `ngày ${anchor}`
        : days > 0
          ? `${days} ngày trước ngày ${anchor}`
          : `${-days} ngày sau ngày ${anchor}`,
    en: (days: number, anchor: string) =>
      days === 0
        ? `the day itself, ${anchor}`
        : `${many(Math.abs(days), 'day')} ${days > 0 ? 'before' : 'after'} ${anchor}`,
  },
  ofClass: { vi: (name: string) => ` của ${classNamed(name)}`, en: (name: string) => `, the day ${name} counts from` },
  noWay: { vi: (reason: string) => `Sẽ không gửi. ${reason}`, en: (reason: string) => `Will not be sent. ${reason}` },
  off: {
    vi: (where: string) => `Không gửi, vì loại nhắc này đã tắt ${where}.`,
    en: (where: string) => `Not sent, because this kind of reminder is off ${where}.`,
  },
  offSomewhere: {
    vi: 'Không gửi, vì loại nhắc này đã tắt.',
    en: 'Not sent, because this kind of reminder is off.',
  },
  everywhere: { vi: 'trong toàn hệ thống', en: 'everywhere' },
  course: { vi: 'cho chương trình của lớp này', en: 'for the course of this class' },
  class: { vi: 'cho riêng lớp này', en: 'for this class' },
  soon: {
    vi: 'Đã đến ngày nhắc; hệ thống sẽ ghi vào sổ và gửi ở lần chạy tới, trong vài phút.',
    en: 'Its day has come; the service writes it into the ledger and sends it with the next run, within minutes.',
  },
  past: {
    vi: (day: string) => `Không gửi nữa, vì ngày nhắc cuối (${day}) đã qua.`,
    en: (day: string) => `Not sent any more, because its last day (${day}) has passed.`,
  },
  notFor: {
    vi: (reason: string) => `Không gửi. ${reason}`,
    en: (reason: string) => `Not sent. ${reason}`,
  },
  nothing: {
    vi: 'Không gửi, vì hiện không có việc nào thuộc loại này cần báo cho người được hỏi.',
    en: 'Not sent, because there is nothing of this kind to tell them at present.',
  },
} satisfies Record<SettingSource, { vi: string; en: string }> & Record<string, unknown>);

type ReasonSentences = Readonly<Record<Locale, Partial<Record<ReminderReason, string>>>>;

const whyNotWords: ReasonSentences = words({
  not_enrolled: {
    vi: 'Người này không phải là học viên của lớp.',
    en: 'They are not enrolled in the class.',
  },
  not_in_charge: {
    vi: 'Người này không phụ trách việc đó.',
    en: 'They are not in charge of it.',
  },
  no_seats: {
    vi: 'Đơn vị không có chỉ tiêu ở lớp này.',
    en: 'Their unit holds no seats in the class.',
  },
  no_half_day: {
    vi: 'Từ hôm nay lớp không còn buổi học nào người này phải dự.',
    en: 'From today on the class has no half-day they are expected at.',
  },
  nothing_waits: { vi: 'Không có hồ sơ nào chờ người này xét.', en: 'Nothing waits for their review.' },
});

/** The same, said to those it is about. */
const ownWhyNotWords: ReasonSentences = words({
  not_enrolled: { vi: 'Đồng chí không phải là học viên của lớp.', en: 'You are not enrolled in the class.' },
  not_in_charge: { vi: 'Đồng chí không phụ trách việc đó.', en: 'You are not in charge of it.' },
  no_seats: { vi: 'Đơn vị của đồng chí không có chỉ tiêu ở lớp này.', en: 'Your unit holds no seats in the class.' },
  no_half_day: {
    vi: 'Từ hôm nay lớp không còn buổi học nào đồng chí phải dự.',
    en: 'From today on the class has no half-day you are expected at.',
  },
  nothing_waits: { vi: 'Không có hồ sơ nào chờ đồng chí xét.', en: 'Nothing waits for your review.' },
});

const ownReasonWords: ReasonSentences = words({
  no_address: {
    vi: 'Hồ sơ của đồng chí chưa có thư điện tử. Đồng chí bổ sung ở mục liên hệ trong hồ sơ của mình.',
    en: 'Your record has no e-mail address; add one to your contact details.',
  },
  opted_out: {
    vi: 'Đồng chí đã chọn không nhận loại nhắc này.',
    en: 'You chose not to be told of such things.',
  },
  mail_refused: {
    vi: 'Máy chủ thư không nhận thư gửi đến đồng chí. Hãy kiểm tra địa chỉ trong hồ sơ của mình.',
    en: 'The mail server refused the message to you; check the address in your record.',
  },
  mail_returned: {
    vi: 'Thư gửi đến đồng chí bị trả lại. Hãy ghi địa chỉ khác vào hồ sơ của mình.',
    en: 'The message to you came back; put another address into your record.',
  },
});
