import { catalogue, type CatalogueCourse } from '../../src/courses/catalogue';
import { sortName } from '../../src/platform/names';
import { type ClassKind, type Life, type LivedClass, numbers, usualSize } from './life';
import { nameOf } from './people';
import type { Tables } from './tables';

/** The programmes of the catalogue, and briefings, which ask for nothing and give nothing. */
const courses: readonly CatalogueCourse[] = [
  ...catalogue,
  {
    ...catalogue.find(({ code }) => code === 'theory_refresher')!,
    code: 'briefing',
    nameVi: 'Thông tin thời sự',
    nameEn: 'Briefings',
    award: 'none',
    usualHalfDays: 1,
    rules: [],
  },
];

export const courseOf = ({ course }: Pick<LivedClass, 'course'>) => courses.find(({ code }) => code === course)!;
export const courseId = (life: Life, { code }: Pick<CatalogueCourse, 'code'>) =>
  life.id(
    'course',
    courses.findIndex((course) => course.code === code),
  );

const classNames = {
  briefing: (n: number) => `Thông tin thời sự, lớp ${n}`,
  refresher: (n: number) => `Bồi dưỡng lý luận chính trị, lớp ${n}`,
  hall: () => 'Bồi dưỡng lý luận chính trị, hội trường lớn',
  call: (n: number) => `Chiêu sinh lớp ${n}`,
} satisfies Record<ClassKind, (n: number) => string>;
export const nameOfClass = ({ kind, n }: LivedClass) => classNames[kind](n);

/** The hall has a room and a lecturer of its own, beyond those of the turns. */
const turnOf = (life: Life, { kind, n }: LivedClass) => (kind === 'hall' ? life.turns : n % life.turns);
const roomOf = (life: Life, one: LivedClass) => (one.kind === 'briefing' ? null : life.id('room', turnOf(life, one)));
export const capacityOf = ({ kind, size }: LivedClass) => (kind === 'call' ? usualSize : size);
export const duringOf = (life: Life, { hours: [, from, to] }: LivedClass, day: number) =>
  `[${life.moment(day, from)},${life.moment(day, to)})`;

const halfDaysAtMost = 8;
export const halfDayId = (life: Life, { n }: LivedClass, halfDay: number) =>
  life.id('half_day', n * halfDaysAtMost + halfDay);

export const tablesOfClasses = {
  rooms: function* (life) {
    const address = 'Quận 1, TP. Hồ Chí Minh';
    for (const n of numbers(life.turns))
      yield { id: life.id('room', n), name: `Hội trường ${n + 1}`, address, capacity: 60 };
    yield { id: life.id('room', life.turns), name: 'Hội trường lớn', address, capacity: 1_200 };
  },
  lecturers: function* (life) {
    for (const n of numbers(life.turns + 1)) {
      const { fullName } = nameOf(life, life.size.people + n);
      yield { id: life.id('lecturer', n), fullName, sortName: sortName(fullName), workplace: 'Trường Chính trị' };
    }
  },
  courses: function* (life) {
    for (const [n, course] of courses.entries()) {
      const { code, nameVi, nameEn, kind, raisesTo, award, usualHalfDays } = course;
      const approvalSteps = `{${course.approvalSteps.join()}}`;
      const position = n + 1;
      yield {
        id: courseId(life, course),
        code,
        nameVi,
        nameEn,
        kind,
        raisesTo,
        approvalSteps,
        award,
        usualHalfDays,
        position,
      };
    }
  },
  course_rules: function* (life) {
    for (const course of courses)
      for (const { citation, since, until, parameters, ...rule } of course.rules)
        yield {
          courseId: courseId(life, course),
          ...rule,
          parameters: JSON.stringify(parameters),
          valid: `[${since},${until ?? ''})`,
          citationVi: citation.vi,
          citationEn: citation.en,
        };
  },
  classes: function* (life) {
    for (const one of life.classes) {
      const { id, n, state, opens, closes, calledFrom, calledUntil, settled } = one;
      yield {
        id,
        code: `L${String(n + 1).padStart(6, '0')}`,
        courseId: courseId(life, courseOf(one)),
        name: nameOfClass(one),
        mode: 'part_time',
        state,
        opensOn: life.day(opens),
        closesOn: life.day(closes),
        capacity: capacityOf(one),
        poolOpen: true,
        roomId: roomOf(life, one),
        callOpensAt: life.moment(calledFrom),
        callClosesAt: life.moment(calledUntil),
        announcedAt: life.moment(calledFrom),
        confirmedAt: state === 'announced' ? null : life.moment(opens - 20),
        openingDecision: state === 'announced' ? null : `${n + 1}-QĐ/ĐUK`,
        closedAt: state === 'closed' ? life.moment(settled) : null,
        createdAt: life.moment(calledFrom - 10),
        version: 1,
      };
    }
  },
  half_days: function* (life) {
    for (const one of life.classes)
      for (const [number, day] of one.halfDays.entries())
        yield {
          id: halfDayId(life, one, number),
          classId: one.id,
          number: number + 1,
          day: life.day(day),
          part: one.hours[0],
          during: duringOf(life, one, day),
          heldRoomId: roomOf(life, one),
          lecturerId: life.id('lecturer', turnOf(life, one)),
          topic: `Chuyên đề ${number + 1}`,
        };
  },
} satisfies Tables;
