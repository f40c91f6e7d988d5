import { ageByMonth, type Day } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import type { FieldError } from '../platform/problems/refusal';
import { whyNoName } from './written-names';

interface Told {
  readonly birthDate: Day;
  readonly joinedOn: Day | null;
  readonly officialOn: Day | null;
  readonly postSince: Day | null;
  readonly planned: boolean;
  readonly plannedPost: string | null;
  readonly fullName: string;
  readonly cell: string | null;
  readonly position: string | null;
  readonly partyPosition: string | null;
}

/** What in these facts cannot be so, whoever says it. */
export function contradictionsIn(facts: Told, today: Day): readonly FieldError[] {
  const { birthDate, joinedOn, officialOn } = facts;
  const problems: FieldError[] = [];
  const noName = whyNoName(facts.fullName);
  if (noName) problems.push({ field: 'fullName', code: 'no_name', message: noName });
  for (const field of ['birthDate', 'joinedOn', 'officialOn', 'postSince'] as const) {
    const day = facts[field];
    if (day !== null && day > today) problems.push({ field, code: 'in_the_future', message: inTheFuture[field] });
  }
  if (birthDate <= today && ageByMonth(birthDate, today) < youngestAtWork) {
    problems.push({ field: 'birthDate', code: 'too_young', message: tooYoung });
  }
  if (joinedOn !== null && joinedOn <= birthDate) {
    problems.push({ field: 'joinedOn', code: 'before_birth', message: joinedBeforeBirth });
  }
  if (joinedOn !== null && officialOn !== null && officialOn < joinedOn) {
    problems.push({ field: 'officialOn', code: 'before_joining', message: officialBeforeJoining });
  }
  if (facts.postSince !== null && facts.postSince <= birthDate) {
    problems.push({ field: 'postSince', code: 'before_birth', message: postBeforeBirth });
  }
  if (facts.plannedPost !== null && !facts.planned) {
    problems.push({ field: 'plannedPost', code: 'not_planned', message: notPlanned });
  }
  for (const field of ['fullName', 'cell', 'position', 'partyPosition', 'plannedPost'] as const) {
    if ((facts[field]?.length ?? 0) > longestText) problems.push({ field, code: 'too_long', message: tooLong });
  }
  return problems;
}

/** What cannot be so once `before` becomes `after`; who mends one fact need not mend what was wrong already. */
export function newContradictions(before: Told, after: Told, today: Day): readonly FieldError[] {
  const standing = contradictionsIn(before, today);
  const isStanding = ({ field, code }: FieldError) =>
    before[field as keyof Told] === after[field as keyof Told] &&
    standing.some((problem) => problem.field === field && problem.code === code);
  return contradictionsIn(after, today).filter((problem) => !isStanding(problem));
}

export const longestText = 200;

/** Article 143, clause 3, of the Labour Code 2019; where it was read stands in docs/rules.md. */
const youngestAtWork = 15;
const tooYoung: Bilingual = {
  vi: `Chưa đủ ${youngestAtWork} tuổi thì chỉ được làm công việc nhẹ theo danh mục (khoản 3 Điều 143 Bộ luật Lao động 2019), không thể là cán bộ của đơn vị. Hãy ghi lại ngày sinh đúng.`,
  en: `Who is not yet ${youngestAtWork} may only do listed light work (Article 143, clause 3, of the Labour Code 2019) and cannot be one of the unit’s people. Write the right birth date.`,
};

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
  postSince: {
    vi: 'Ngày giữ chức vụ ở sau ngày hôm nay. Hãy ghi lại ngày đúng, hoặc để trống nếu chưa rõ.',
    en: 'The day the post began lies after today. Write the right one, or leave it blank while it is not known.',
  },
} as const satisfies Record<string, Bilingual>;

const postBeforeBirth: Bilingual = {
  vi: 'Ngày giữ chức vụ không sau ngày sinh. Hãy kiểm tra lại hai ngày này.',
  en: 'The day the post began is not after the birth date. Check the two days.',
};

const notPlanned: Bilingual = {
  vi: 'Có chức danh quy hoạch mà ghi là không trong quy hoạch. Hãy chọn trong quy hoạch, hoặc để trống chức danh.',
  en: 'A post planned for is named, though not being planned. Say that they are planned, or leave the post blank.',
};

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
