import type { Day } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import type { FieldError } from '../platform/problems/refusal';
import type { Person } from './person.entity';

/** What a unit says about one of its people: all of a person's record but its unit, its code and what the service works out. */
export type PersonFacts = Omit<
  Person,
  'id' | 'unitId' | 'code' | 'foldedName' | 'sortName' | 'theoryLevelEarned' | 'theoryLevelClaimed'
>;

export const factTypes = {
  fullName: 'text',
  sex: 'text',
  birthDate: 'date',
  cell: 'text',
  position: 'text',
  partyPosition: 'text',
  keyCadre: 'boolean',
  planned: 'boolean',
  standing: 'text',
  joinedOn: 'date',
  officialOn: 'date',
  education: 'text',
  theoryLevel: 'text',
  ratings: 'jsonb',
  phone: 'text',
  email: 'citext',
  leftOn: 'date',
} as const satisfies Record<keyof PersonFacts, string>;

export const factNames = Object.keys(factTypes) as readonly (keyof PersonFacts)[];

/** The facts that differ. */
export function differences(before: PersonFacts, after: PersonFacts): readonly (keyof PersonFacts)[] {
  return factNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** What in these facts cannot be so, whoever says it. */
export function contradictionsIn(facts: PersonFacts, today: Day): readonly FieldError[] {
  const { birthDate, joinedOn, officialOn } = facts;
  const problems: FieldError[] = [];
  for (const field of ['birthDate', 'joinedOn', 'officialOn'] as const) {
    const day = facts[field];
    if (day !== null && day > today) problems.push({ field, code: 'in_the_future', message: inTheFuture[field] });
  }
  if (joinedOn !== null && joinedOn <= birthDate) {
    problems.push({ field: 'joinedOn', code: 'before_birth', message: joinedBeforeBirth });
  }
  if (joinedOn !== null && officialOn !== null && officialOn < joinedOn) {
    problems.push({ field: 'officialOn', code: 'before_joining', message: officialBeforeJoining });
  }
  for (const field of ['fullName', 'cell', 'position', 'partyPosition'] as const) {
    if ((facts[field]?.length ?? 0) > longestText) problems.push({ field, code: 'too_long', message: tooLong });
  }
  return problems;
}

const longestText = 200;

const inTheFuture = {
  birthDate: {
    vi: 'Ngày sinh ở sau ngày hôm nay. Hãy ghi lại ngày sinh đúng.',
    en: 'The birth date lies after today. Write the right one.',
  },
  joinedOn: {
    vi: 'Ngày vào Đảng ở sau ngày hôm nay. Hãy ghi lại ngày đúng, hoặc để trống nếu chưa kết nạp.',
    en: 'The day of joining lies after today. Write the right one, or leave it blank for who has not joined yet.',
  },
  officialOn: {
    vi: 'Ngày chính thức ở sau ngày hôm nay. Hãy ghi lại ngày đúng, hoặc để trống nếu còn dự bị.',
    en: 'The day of becoming official lies after today. Write the right one, or leave it blank for who is on probation.',
  },
} as const satisfies Record<string, Bilingual>;

const joinedBeforeBirth: Bilingual = {
  vi: 'Ngày vào Đảng không sau ngày sinh. Hãy kiểm tra lại hai ngày này.',
  en: 'The day of joining is not after the birth date. Check the two days.',
};

const officialBeforeJoining: Bilingual = {
  vi: 'Ngày chính thức ở trước ngày vào Đảng. Hãy kiểm tra lại hai ngày này.',
  en: 'The day of becoming official lies before the day of joining. Check the two days.',
};

const tooLong: Bilingual = {
  vi: `Nội dung dài quá ${longestText} ký tự. Hãy viết gọn lại.`,
  en: `The text is longer than ${longestText} characters. Shorten it.`,
};
