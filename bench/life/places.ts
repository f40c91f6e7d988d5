import { halfDayId, capacityOf, duringOf } from './classes';
import { type ClassKind, type Life, type LivedClass, usualSize } from './life';
import type { Tables } from './tables';

/** Somebody's place in a class: an enrollment, a nomination or both. */
export interface Place {
  readonly inClass: LivedClass;
  /** Within the class, from 0. */
  readonly n: number;
  /** Among all there are; enrollment, nomination, completion, reminder have ids by it. */
  readonly number: number;
  readonly who: number;
  readonly unitId: string;
}

export const nominatedKinds: readonly ClassKind[] = ['refresher', 'hall'];
const enrolledKinds: readonly ClassKind[] = ['briefing', ...nominatedKinds];

export function* placesOf(life: Life, inClass: LivedClass): Generator<Place> {
  for (let n = 0; n < inClass.size; n += 1) {
    const who = life.personAt(inClass.first + n);
    yield { inClass, n, number: inClass.first + n, who, unitId: life.id('unit', life.unitOf(who)) };
  }
}

export function* placesIn(life: Life, kinds: readonly ClassKind[]): Generator<Place> {
  for (const inClass of life.classes) if (kinds.includes(inClass.kind)) yield* placesOf(life, inClass);
}

/** Half-days before today are over, and marked. */
export const isOver = (day: number) => day < 0;

/** A few of a hundred missed one, which is too much of so few. */
export function markOf(life: Life, place: number, halfDay: number) {
  if (halfDay !== 1 || !life.chance('misses', place, 0.06)) return 'present';
  return life.chance('leave', place, 0.5) ? 'excused' : 'unexcused';
}

/** What became of a nomination: of a class that is called for, one of each kind among those that wait. */
function stateOf({ kind, course, size }: LivedClass, n: number) {
  if (kind !== 'call') return 'accepted';
  if (size > usualSize) return 'submitted';
  if (n === 3) return 'withdrawn';
  if (n === 5) return 'returned';
  return course === 'intermediate_theory' && n % 3 === 0 ? 'endorsed' : 'submitted';
}

const isReserve = ({ inClass, n }: Place) => n >= capacityOf(inClass);
const holdsSeat = (place: Place) => !isReserve(place) && stateOf(place.inClass, place.n) !== 'withdrawn';
const reasons: Readonly<Record<string, string>> = { returned: 'Bổ sung ngày vào Đảng', withdrawn: 'Bận công tác' };

const lineId = (life: Life, place: number, halfDay: number) => life.id('line', place * 8 + halfDay);

/** Each line of attendance: whose, and which half-day of the class. */
function* linesOf(life: Life) {
  for (const place of placesIn(life, nominatedKinds))
    for (const [halfDay, day] of place.inClass.halfDays.entries())
      yield {
        ...place,
        halfDay,
        day,
        id: lineId(life, place.number, halfDay),
        mark: markOf(life, place.number, halfDay),
      };
}

export const tablesOfPlaces = {
  nominations: function* (life) {
    for (const place of placesIn(life, [...nominatedKinds, 'call'])) {
      const { inClass, n, number, who, unitId } = place;
      const state = stateOf(inClass, n);
      const [submittedAt, decidedAt] = [life.moment(inClass.submitted), life.moment(inClass.decided)];
      const submittedBy = life.id('secretary', life.unitOf(who));
      const isDecided = state === 'accepted' || state === 'returned';
      yield {
        id: life.id('nomination', number),
        classId: inClass.id,
        personId: life.id('person', who),
        unitId,
        state,
        rank: isReserve(place) ? n - capacityOf(inClass) + 1 : null,
        letterNumber: `${1 + (inClass.n % 90)}-CV/ĐU`,
        letterDate: life.day(inClass.submitted - 1),
        checks: '[]',
        createdAt: submittedAt,
        createdBy: submittedBy,
        submittedAt,
        submittedBy,
        endorsedAt: state === 'endorsed' ? decidedAt : null,
        endorsedBy: state === 'endorsed' ? life.id('group_officer') : null,
        decidedAt: isDecided ? decidedAt : null,
        decidedBy: isDecided ? life.id('training_officer') : null,
        reason: reasons[state] ?? null,
        correctBy: state === 'returned' ? life.day(5) : null,
        endedAt: state === 'withdrawn' ? decidedAt : null,
        version: 1,
        placedAt: submittedAt,
      };
    }
  },
  seats: function* (life) {
    for (const inClass of life.classes) {
      const taken = inClass.kind === 'briefing' ? [] : [...placesOf(life, inClass)].filter(holdsSeat);
      const holders = new Map(taken.map((place) => [place.n, place]));
      for (let n = 0; n < capacityOf(inClass); n += 1) {
        const holder = holders.get(n);
        const nominationId = holder ? life.id('nomination', holder.number) : null;
        yield { classId: inClass.id, number: n + 1, unitId: holder?.unitId ?? null, nominationId };
      }
    }
  },
  office_entries: function* (life) {
    const [reason, enteredBy] = ['Theo danh sách dự học', life.id('training_officer')];
    for (const { id: classId, n, kind, opens } of life.classes)
      if (kind === 'briefing')
        yield { id: life.id('entry', n), classId, reason, enteredAt: life.moment(opens), enteredBy };
  },
  enrollments: function* (life) {
    for (const { inClass, number, who, unitId } of placesIn(life, enrolledKinds)) {
      const isEntered = inClass.kind === 'briefing';
      yield {
        id: life.id('enrollment', number),
        classId: inClass.id,
        personId: life.id('person', who),
        unitId,
        nominationId: isEntered ? null : life.id('nomination', number),
        officeEntryId: isEntered ? life.id('entry', inClass.n) : null,
        enrolledAt: life.moment(isEntered ? inClass.opens : inClass.decided),
      };
    }
  },
  attendance_lines: function* (life) {
    for (const { id, inClass, number, who, halfDay, day, mark } of linesOf(life))
      yield {
        id,
        enrollmentId: life.id('enrollment', number),
        halfDayId: halfDayId(life, inClass, halfDay),
        personId: life.id('person', who),
        during: duringOf(life, inClass, day),
        mark: isOver(day) ? mark : 'unmarked',
      };
  },
  attendance_marks: function* (life) {
    const markedBy = life.id('training_officer');
    for (const { id: lineId, day, mark } of linesOf(life))
      if (isOver(day)) yield { lineId, mark, source: 'phone', markedAt: life.moment(day, '11:30'), markedBy };
  },
} satisfies Tables;
