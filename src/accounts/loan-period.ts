import { type Day, daysBetween } from '../platform/clock';
import type { FieldError } from '../platform/problems/refusal';

/** From a day to a day, both included. */
export interface LoanPeriod {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

export const longestLoanInDays = 366;

/** What is wrong with a period, field by field; nothing when it can be lent for. */
export function problemsOfPeriod({ startsOn, endsOn }: LoanPeriod, today: Day): FieldError[] {
  if (endsOn < today) return [endInThePast];
  if (endsOn < startsOn) return [endBeforeStart];
  const problems: FieldError[] = [];
  if (startsOn < today) problems.push(startInThePast);
  if (daysBetween(startsOn, endsOn) + 1 > longestLoanInDays) problems.push(tooLong);
  return problems;
}

const endInThePast: FieldError = {
  field: 'endsOn',
  code: 'in_the_past',
  message: {
    vi: 'Ngày cuối đã qua. Hãy chọn từ hôm nay trở đi.',
    en: 'The last day has passed. Choose today or a later day.',
  },
};

const endBeforeStart: FieldError = {
  field: 'endsOn',
  code: 'before_start',
  message: {
    vi: 'Ngày cuối đứng trước ngày đầu. Hãy chọn ngày cuối bằng hoặc sau ngày đầu.',
    en: 'The last day comes before the first. Choose the first day or a later one.',
  },
};

const startInThePast: FieldError = {
  field: 'startsOn',
  code: 'in_the_past',
  message: {
    vi: 'Không ủy quyền lùi ngày được. Hãy chọn ngày đầu từ hôm nay trở đi.',
    en: 'A delegation cannot start in the past. Choose today or a later first day.',
  },
};

const tooLong: FieldError = {
  field: 'endsOn',
  code: 'too_long',
  message: {
    vi: `Mỗi lần ủy quyền không quá ${longestLoanInDays} ngày. Hãy chọn ngày cuối sớm hơn; nếu vắng lâu hơn, xin quản trị hệ thống cấp quyền cho người thay.`,
    en: `A delegation lasts at most ${longestLoanInDays} days. Choose an earlier last day; for a longer absence ask an administrator to grant the role to the successor.`,
  },
};
