import type { Refusal } from '../../platform/problems/refusal';
import { usualTimes } from '../day-parts';
import { assertTimesFit } from './half-day-times';

describe('the times of a place', () => {
  it('fit as they usually are, and when one part follows the other at once', () => {
    expect(() => assertTimesFit(usualTimes)).not.toThrow();
    expect(() => assertTimesFit({ ...usualTimes, afternoon: { from: '13:00', to: '18:00' } })).not.toThrow();
  });

  it.each([
    ['a part that ends before it begins', { morning: { from: '09:00', to: '08:00' } }, 'morning.to', 'before_start'],
    ['a part that reaches into the next', { morning: { from: '07:30', to: '14:00' } }, 'morning.to', 'overlaps'],
    ['an evening in the afternoon', { evening: { from: '16:00', to: '19:00' } }, 'evening.from', 'not_in_that_part'],
  ])('are refused for %s, naming the field', (_, times, field, code) => {
    expect(fieldsRefused(() => assertTimesFit({ ...usualTimes, ...times }))).toMatchObject([{ field, code }]);
  });
});

function fieldsRefused(work: () => unknown): Refusal['fields'] {
  try {
    work();
  } catch (error) {
    return (error as Refusal).fields;
  }
  throw new Error('Nothing was refused.');
}
