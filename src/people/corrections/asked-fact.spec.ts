import { InvalidInput } from '../../platform/problems/refusals';
import { readAsked } from './asked-fact';

const problemsOf = (fact: string, value?: string) => {
  try {
    return readAsked(fact, value);
  } catch (error) {
    return (error as InvalidInput).fields.map(({ field, code }) => `${field} ${code}`);
  }
};

describe('what somebody says is right of a fact', () => {
  it.each([
    ['fullName', 'LÊ  THỊ HOA', 'Lê Thị Hoa'],
    ['phone', '0912.345.678', '0912345678'],
    ['email', 'Hoa@Example.vn', 'hoa@example.vn'],
    ['birthDate', '1990-02-03', '1990-02-03'],
    ['keyCadre', 'false', 'false'],
    ['education', 'master', 'master'],
    ['ratings.2025', 'good', 'good'],
    ['ratings.2025', undefined, ''],
    ['partyPosition', undefined, ''],
  ])('is read by its rules: %s %s', (fact, value, read) => expect(readAsked(fact, value)).toBe(read));

  it.each([
    ['birthDate', '1990-02-31', ['value not_a_day']],
    ['education', 'wizard', ['value not_a_choice']],
    ['ratings.2025', 'great', ['value not_ratings']],
    ['phone', '12', ['value not_a_phone']],
    ['fullName', undefined, ['value required']],
    ['leftOn', '2025-01-01', ['fact not_a_fact']],
    ['ratings', 'good', ['fact not_a_fact']],
    ['constructor', 'x', ['fact not_a_fact']],
  ])('is refused where it breaks them: %s %s', (fact, value, problems) =>
    expect(problemsOf(fact, value)).toEqual(problems),
  );
});
