import { momentAt } from '../platform/clock';
import type { Refusal } from '../platform/problems/refusal';
import { TrainingClass } from './training-class.entity';
import { stageAt } from './training-class.stage';
import { classMoves, classStates, type ClassState } from './training-class.states';

const now = momentAt('2026-01-10', '09:00');
const call = { opensAt: momentAt('2026-01-12', '08:00'), closesAt: momentAt('2026-01-30', '17:00') };

function aClass(given: Partial<Record<keyof TrainingClass, unknown>> = {}): TrainingClass {
  const days = { opensOn: '2026-02-07', closesOn: '2026-03-08' };
  const base = { state: 'draft', courseId: 'c-1', capacity: 30, minSize: null, planLineId: null, ...days };
  return Object.assign(new TrainingClass(), { ...base, callOpensAt: null, callClosesAt: null, version: 1 }, given);
}

const verbs: Readonly<Record<Exclude<ClassState, 'draft'>, (it: TrainingClass) => void>> = {
  announced: (it) => it.announce(now, call),
  confirmed: (it) => it.confirm(now, '12-QĐ/ĐUK'),
  cancelled: (it) => it.cancel(now, 'Không đủ học viên'),
  merged: (it) => it.mergeInto(now, 'c-2', 'Ghép lớp'),
  closed: (it) => it.close(now),
};

describe('a training class', () => {
  const everyMove = classStates.flatMap((from) =>
    (Object.keys(verbs) as (keyof typeof verbs)[]).map((to) => [from, to] as const),
  );

  it.each(everyMove)('from %s to %s follows the table', (from, to) => {
    const trainingClass = aClass({ state: from, callOpensAt: call.opensAt, callClosesAt: call.closesAt });
    const move = () => verbs[to](trainingClass);
    if (classMoves[from].includes(to)) {
      move();
      expect(trainingClass.state).toBe(to);
      expect(trainingClass[`${to}At`]).toEqual(now);
      return;
    }
    expect(refusalOf(move)).toMatchObject({ code: `class_cannot_be_${to}`, status: 409, facts: { state: from } });
    expect(trainingClass.state).toBe(from);
  });

  it('has no way back to a draft, and none out of being closed or cancelled', () => {
    expect(Object.values(classMoves).flat()).not.toContain('draft');
    expect([classMoves.closed, classMoves.cancelled]).toEqual([[], []]);
  });

  it.each([
    ['closes before it opens', { opensAt: call.closesAt, closesAt: call.opensAt }, 'before_call_opens'],
    ['closes as it opens', { opensAt: call.opensAt, closesAt: call.opensAt }, 'before_call_opens'],
    ['closes after the opening day', { ...call, closesAt: momentAt('2026-02-08') }, 'after_opening_day'],
  ])('is not announced with a call that %s', (_, window, code) => {
    const refusal = refusalOf(() => aClass().announce(now, window));
    expect(refusal.fields).toMatchObject([{ field: 'callClosesAt', code }]);
  });

  it('may be called for up to the last minute of its opening day', () => {
    const trainingClass = aClass();
    trainingClass.announce(now, { ...call, closesAt: momentAt('2026-02-07', '23:59') });
    expect(trainingClass.state).toBe('announced');
  });

  it('is confirmed by a decision with a number, and cancelled for a reason', () => {
    expect(refusalOf(() => aClass({ state: 'announced' }).confirm(now, '  ')).fields).toMatchObject([
      { field: 'decision' },
    ]);
    expect(refusalOf(() => aClass().cancel(now, '')).fields).toMatchObject([{ field: 'reason' }]);
  });

  it('keeps its course once announced, and everything once it is over', () => {
    expect(refusalOf(() => aClass({ state: 'announced' }).change({ courseId: 'c-2' })).fields).toMatchObject([
      { field: 'courseId' },
    ]);
    aClass().change({ courseId: 'c-2' });
    for (const state of ['closed', 'cancelled']) {
      expect(refusalOf(() => aClass({ state }).change({ name: 'Khác' })).code).toBe('class_cannot_be_changed');
    }
  });

  it('is not moved so that its call would end after it opens', () => {
    const trainingClass = aClass({ state: 'announced', callOpensAt: call.opensAt, callClosesAt: call.closesAt });
    expect(refusalOf(() => trainingClass.change({ opensOn: '2026-01-29' })).fields).toMatchObject([
      { field: 'callClosesAt' },
    ]);
    trainingClass.change({ opensOn: '2026-01-29' }, { closesAt: momentAt('2026-01-28', '17:00') });
    expect(trainingClass.callClosesAt).toEqual(momentAt('2026-01-28', '17:00'));
  });

  it('has an open call from the first moment of its window up to, not including, the last', () => {
    const announced = aClass({ state: 'announced', callOpensAt: call.opensAt, callClosesAt: call.closesAt });
    const justBefore = (moment: Date) => new Date(moment.getTime() - 1);
    expect(announced.callIsOpenAt(justBefore(call.opensAt))).toBe(false);
    expect(announced.callIsOpenAt(call.opensAt)).toBe(true);
    expect(announced.callIsOpenAt(justBefore(call.closesAt))).toBe(true);
    expect(announced.callIsOpenAt(call.closesAt)).toBe(false);
    expect(aClass({ callOpensAt: call.opensAt, callClosesAt: call.closesAt }).callIsOpenAt(call.opensAt)).toBe(false);
  });

  it.each([
    ['announced', momentAt('2026-01-11'), 'call_to_open'],
    ['announced', momentAt('2026-01-20'), 'call_open'],
    ['announced', momentAt('2026-01-31'), 'call_over'],
    ['confirmed', momentAt('2026-02-06', '23:59'), 'confirmed'],
    ['confirmed', momentAt('2026-02-07'), 'running'],
    ['confirmed', momentAt('2026-03-08', '23:59'), 'running'],
    ['confirmed', momentAt('2026-03-09'), 'to_close'],
    ['cancelled', momentAt('2026-02-10'), 'cancelled'],
  ] as const)('%s is told by the clock: %s is "%s"', (state, moment, stage) => {
    expect(stageAt(aClass({ state, callOpensAt: call.opensAt, callClosesAt: call.closesAt }), moment)).toBe(stage);
  });
});

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('Nothing was refused.');
}
