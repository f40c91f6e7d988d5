import { showDay, showTime } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import type { ExamItem } from './exams.queries';
import { examWords } from './exams.words';

/** "2. Kinh tế chính trị, thi lại" */
export function examTitle(
  { moduleNumber, moduleName, attempt }: Pick<ExamItem, 'moduleNumber' | 'moduleName' | 'attempt'>,
  locale: Locale,
): string {
  const say = examWords[locale];
  const what = moduleName === null ? say.ofClass : `${moduleNumber}. ${moduleName}`;
  return attempt === 2 ? `${what}, ${say.resit.toLowerCase()}` : what;
}

/** "07:30–09:30 12/12/2026" */
export const examTime = ({ startsAt, endsAt, day }: Pick<ExamItem, 'startsAt' | 'endsAt' | 'day'>) =>
  `${showTime(startsAt)}–${showTime(endsAt)} ${showDay(day)}`;
