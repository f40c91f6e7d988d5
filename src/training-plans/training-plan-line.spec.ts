import { InvalidInput } from '../platform/problems/refusals';
import { TrainingPlanLine } from './training-plan-line.entity';
import { LineInUse } from './training-plans.refusals';

const facts = { quarter: 1, plannedClasses: 2, targetPeople: 80, note: null };
const aLine = () => Object.assign(new TrainingPlanLine(), { year: 2026, courseId: 'c-1', ...facts });

describe('a line of the yearly plan', () => {
  it.each([
    ['a fifth quarter', { quarter: 5 }, 'quarter'],
    ['no quarter', { quarter: 0 }, 'quarter'],
    ['fewer than no classes', { plannedClasses: -1 }, 'plannedClasses'],
    ['fewer than no people', { targetPeople: -1 }, 'targetPeople'],
    ['half a class', { plannedClasses: 1.5 }, 'plannedClasses'],
  ])('refuses %s, naming the field and the remedy in both languages', (_, wrong, field) => {
    try {
      aLine().plan(wrong);
    } catch (error) {
      const [named] = (error as InvalidInput).fields;
      expect(named).toMatchObject({ field, code: 'not_in_range' });
      expect([named!.message.vi, named!.message.en].every((sentence) => sentence.includes('. '))).toBe(true);
      return;
    }
    throw new Error('it was taken');
  });

  it.each([1999, 2101])('refuses the year %i', (year) => {
    expect(() => Object.assign(aLine(), { year }).plan({})).toThrow(InvalidInput);
  });

  it('takes a quarter in which nothing is planned, with a note that says why', () => {
    const line = aLine();
    line.plan({ plannedClasses: 0, targetPeople: 0, note: 'Chờ kinh phí' });
    expect(line).toMatchObject({ plannedClasses: 0, note: 'Chờ kinh phí' });
  });

  it('is not removed while classes count against it', () => {
    expect(() => aLine().assertRemovable(['Lớp A'])).toThrow(LineInUse);
    expect(() => aLine().assertRemovable([])).not.toThrow();
  });
});
