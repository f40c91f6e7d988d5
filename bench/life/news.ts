import { halfDayId, nameOfClass } from './classes';
import type { Life, LivedClass } from './life';
import { peopleOfAnAccount, unitCode } from './people';
import { isOver, nominatedKinds, placesIn, placesOf } from './places';
import type { Row } from './copy';
import type { Tables } from './tables';

const daysBefore = 7;

/** Who was told that their class is near: in the service if they sign in, else by mail; now and then the day was missed. */
function* told(life: Life) {
  for (const place of placesIn(life, nominatedKinds)) {
    const due = place.inClass.opens - daysBefore;
    const hasAccount = place.who % peopleOfAnAccount === 0;
    const way = hasAccount ? ('notice' as const) : ('mail' as const);
    if (due < 0) yield { ...place, due, hasAccount, way: life.chance('missed', place.number, 0.01) ? null : way };
  }
}

export const tablesOfNews = {
  mail_messages: function* (life) {
    for (const { inClass, number, who, due, way } of told(life)) {
      if (way !== 'mail') continue;
      const [id, subject] = [life.id('mail', number), `Khai giảng ${nameOfClass(inClass)}`];
      const body = `Đồng chí là học viên của lớp, khai giảng ngày ${life.day(inClass.opens)}.`;
      const at = { writtenAt: life.moment(due, '08:00'), deliveredAt: life.moment(due, '08:05'), attempts: 1 };
      yield { id, messageId: `<${id}@example.vn>`, toAddress: `cb${who + 1}@example.vn`, subject, body, ...at };
    }
  },
  notices: function* (life) {
    for (const { inClass, number, who, due, way } of told(life)) {
      if (way !== 'notice') continue;
      const [id, accountId] = [life.id('notice', number), life.id('cadre', who)];
      const text = { textVi: `Khai giảng ${nameOfClass(inClass)}`, textEn: `${nameOfClass(inClass)} opens` };
      const readAt = due < -30 ? life.moment(due + 1) : null;
      yield { id, accountId, at: life.moment(due, '08:00'), ...text, link: `/classes/${inClass.id}`, readAt };
    }
  },
  reminders: function* (life) {
    for (const { inClass, number, who, unitId, due, way, hasAccount } of told(life)) {
      const personId = life.id('person', who);
      const anchor = life.day(inClass.opens);
      yield {
        id: life.id('reminder', number),
        rule: 'class_near',
        accountId: hasAccount ? life.id('cadre', who) : null,
        personId: hasAccount ? null : personId,
        occurrence: [inClass.id, personId, anchor, daysBefore].join(':'),
        classId: inClass.id,
        unitId,
        daysBefore,
        dueOn: life.day(due),
        anchor,
        state: way ? 'written' : 'missed',
        stateReason: way ? null : 'too_late',
        mailId: way === 'mail' ? life.id('mail', number) : null,
        noticeId: way === 'notice' ? life.id('notice', number) : null,
        plannedAt: life.moment(due, '07:00'),
        writtenAt: way ? life.moment(due, '08:00') : null,
        overAt: life.moment(inClass.opens, '07:30'),
      };
    }
  },
  journal_lines: function* (life) {
    for (const inClass of life.classes) yield* journalOf(life, inClass);
  },
} satisfies Tables;

/** What the journal heard of one class, in order. */
function* journalOf(life: Life, inClass: LivedClass): Generator<Row> {
  const line = (day: number, action: string, subjectType: string, subjectId: string, of: object = {}) => ({
    at: life.moment(day, '11:30'),
    accountId: life.id('training_officer'),
    actorName: 'Văn phòng',
    action,
    subjectType,
    subjectId,
    unitId: null,
    classId: inClass.id,
    personId: null,
    // Over for every look, whoever else writes on this server meanwhile.
    transactionId: 3,
    ...of,
  });
  const { kind, state, calledFrom, submitted, decided, settled, halfDays } = inClass;
  yield line(calledFrom, 'classes.announced', 'class', inClass.id);
  if (kind !== 'briefing') {
    for (const { number, who, unitId } of placesOf(life, inClass)) {
      const unit = life.unitOf(who);
      const by = { accountId: life.id('secretary', unit), actorName: `Bí thư ${unitCode(unit)}` };
      const of = { unitId, personId: life.id('person', who), ...by };
      yield line(submitted, 'nominations.submitted', 'nomination', life.id('nomination', number), of);
    }
  }
  const happened = [
    [decided, 'nominations.accepted', 'nomination'],
    [decided, 'enrollments.made', 'enrollment'],
    ...(state === 'closed' ? ([[settled, 'training_records.written', 'record']] as const) : []),
  ] as const;
  if (nominatedKinds.includes(kind))
    for (const [day, action, subject] of happened)
      for (const { number, who, unitId } of placesOf(life, inClass)) {
        const of = { unitId, personId: life.id('person', who) };
        yield line(day, action, subject === 'record' ? 'training_record' : subject, life.id(subject, number), of);
      }
  for (const [number, day] of halfDays.entries())
    if (isOver(day)) yield line(day, 'attendance.taken', 'half_day', halfDayId(life, inClass, number));
  if (state === 'closed') yield line(settled, 'classes.closed', 'class', inClass.id);
}
