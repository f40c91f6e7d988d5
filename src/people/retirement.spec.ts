import { retiresOn } from './retirement';

describe('the age of retirement', () => {
  it.each([
    // As the article has it: 60 and 3 months for men, 55 and 4 months for women in 2021.
    ['male', '1961-01-10', '2021-04-10'],
    ['female', '1966-01-10', '2021-05-10'],
    // Three months more each year for men, four for women.
    ['male', '1961-11-10', '2022-05-10'],
    ['female', '1967-06-01', '2023-06-01'],
    // 62 from 2028 on, 60 from 2035 on.
    ['male', '1970-05-12', '2032-05-12'],
    ['female', '1980-02-01', '2040-02-01'],
  ] as const)('of who is %s and born on %s is reached on %s', (sex, birthDate, day) => {
    expect(retiresOn({ sex, birthDate })).toBe(day);
  });
});
