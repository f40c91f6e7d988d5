import { addMonths, type Day } from '../platform/clock';
import type { Sex } from './person.values';

/** Months of age: in 2021, what each year after it adds, and where that ends (2028 for men, 2035 for women). */
const ages: Readonly<Record<Sex, { readonly in2021: number; readonly eachYear: number; readonly atMost: number }>> = {
  male: { in2021: 60 * 12 + 3, eachYear: 3, atMost: 62 * 12 },
  female: { in2021: 55 * 12 + 4, eachYear: 4, atMost: 60 * 12 },
};

/** The day somebody comes of the age of retirement under usual conditions (Labour Code 2019, Article 169, clause 2). */
export function retiresOn({ sex, birthDate }: { readonly sex: Sex; readonly birthDate: Day }): Day {
  const { in2021, eachYear, atMost } = ages[sex];
  const soonest = Number(birthDate.slice(0, 4)) + Math.floor(in2021 / 12);
  for (let year = Math.max(2021, soonest); ; year += 1) {
    const day = addMonths(birthDate, Math.min(in2021 + (year - 2021) * eachYear, atMost));
    if (Number(day.slice(0, 4)) <= year) return day;
  }
}
