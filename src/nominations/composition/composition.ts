import type { CourseRule } from '../../courses/courses.queries';
import { ageByMonth, type Day } from '../../platform/clock';
import { percentage } from '../../platform/messages/percentage';
import type { Bilingual } from '../../platform/messages/words';

/** Who holds the seats of a class. */
export interface ClassPeople {
  readonly opensOn: Day;
  readonly capacity: number;
  readonly women: number;
  readonly birthDates: readonly Day[];
  readonly units: readonly UnitInClass[];
}

interface UnitInClass {
  readonly code: string;
  /** Those allocated to it, and those of the pool its people hold. */
  readonly seats: number;
  /** Its key cadres on seats of the class. */
  readonly held: number;
  /** Its key cadres of today. */
  readonly cadres: number;
}

/** What a class should have among its people, and whether it has. It holds nobody up. */
export interface Wish {
  readonly rule: string;
  readonly isMet: boolean;
  readonly sentence: Bilingual;
  readonly citation: Bilingual;
  readonly verified: boolean;
}

type Told = Readonly<Record<string, unknown>>;
type Finding = Pick<Wish, 'isMet' | 'sentence'>;

/** 7% of 100 is 7, which 0.07 × 100 is not quite. */
const partOf = (share: number, whole: number): number => Number((share * whole).toFixed(6));

/** “Nữ: 6/40, mong 12 (30%)”: of the whole class, also while seats are free. */
function atLeast(who: Bilingual, count: number, capacity: number, share: number): Finding {
  const wanted = Math.ceil(partOf(share, capacity));
  return {
    isMet: count >= wanted,
    sentence: {
      vi: `${who.vi}: ${count}/${capacity}, mong ${wanted} (${percentage(share, 'vi')}).`,
      en: `${who.en}: ${count} of ${capacity}, ${wanted} wished for (${percentage(share, 'en')}).`,
    },
  };
}

/** Which units go beyond a share, the furthest first. */
function atMost(
  what: Bilingual,
  most: number,
  units: readonly { readonly code: string; readonly part: number; readonly of: number }[],
): Finding {
  const beyond = units
    .filter(({ part, of }) => part > partOf(most, of))
    .toSorted((one, other) => other.part * one.of - one.part * other.of || one.code.localeCompare(other.code));
  const listed = beyond.map(({ code, part, of }) => `${code} ${part}/${of}`).join(', ');
  return beyond.length === 0
    ? {
        isMet: true,
        sentence: {
          vi: `Không đơn vị nào quá ${percentage(most, 'vi')} ${what.vi}.`,
          en: `No unit has more than ${percentage(most, 'en')} ${what.en}.`,
        },
      }
    : {
        isMet: false,
        sentence: {
          vi: `Quá ${percentage(most, 'vi')} ${what.vi}: ${listed}.`,
          en: `More than ${percentage(most, 'en')} ${what.en}: ${listed}.`,
        },
      };
}

const findings: Readonly<Record<string, (told: Told, people: ClassPeople) => Finding>> = {
  women_share: ({ atLeast: share }, { women, capacity }) =>
    atLeast({ vi: 'Nữ', en: 'Women' }, women, capacity, Number(share)),
  youth_share: ({ atLeast: share, upToAge }, { birthDates, capacity, opensOn }) =>
    atLeast(
      { vi: `Từ ${upToAge} tuổi trở xuống`, en: `Aged ${upToAge} or younger` },
      birthDates.filter((day) => ageByMonth(day, opensOn) <= Number(upToAge)).length,
      capacity,
      Number(share),
    ),
  unit_seat_share: ({ atMost: most }, { units, capacity }) =>
    atMost(
      { vi: 'chỉ tiêu của lớp', en: 'of the seats' },
      Number(most),
      units.map(({ code, seats }) => ({ code, part: seats, of: capacity })),
    ),
  unit_cadre_share: ({ atMost: most }, { units }) =>
    atMost(
      { vi: 'cán bộ chủ chốt của mình vào lớp', en: 'of its key cadres in the class' },
      Number(most),
      units.map(({ code, held, cadres }) => ({ code, part: held, of: cadres })),
    ),
};

/** What the wishes of a course come to in a class; one the code does not know is left to its sentence on the course. */
export function wishesOf(rules: readonly CourseRule[], people: ClassPeople): Wish[] {
  return rules.flatMap(({ rule, parameters, citation, verified }) => {
    const find = findings[rule];
    return find ? [{ rule, citation, verified, ...find(parameters, people) }] : [];
  });
}
