import { many } from '../platform/messages/counted';
import { percentage } from '../platform/messages/percentage';
import type { Bilingual, Locale } from '../platform/messages/words';
import { showMark } from '../enrollments/show-mark';
import { type Attended, heldOf } from '../enrollments/attended';
import { type AbsenceLimits, toMakeUp, withoutLeave } from './absences';
import type { CompletionFacts, CountedModule } from './judge.facts';

const inBoth = (sentence: (locale: Locale) => Bilingual): Bilingual => ({
  vi: sentence('vi').vi,
  en: sentence('en').en,
});

/** Why the attendance is enough or is not; half-days without a mark are told apart, because the office may still mark them. */
export function attendanceSentence(attended: Attended, limits: AbsenceLimits, ok: boolean): Bilingual {
  const { present, excused, unexcused, unmarked, missedBefore, beforeJoining } = attended;
  const held = heldOf(attended);
  const absent = held - present;
  const apart = {
    vi: beforeJoining > 0 ? ` Không tính ${beforeJoining} buổi trước khi vào lớp.` : '',
    en: beforeJoining > 0 ? ` Left out: ${beforeJoining} from before joining the class.` : '',
  };
  if (held === 0 && beforeJoining > 0) {
    return {
      vi: `Chưa có buổi học nào kể từ khi vào lớp nên chưa tính được chuyên cần.${apart.vi}`,
      en: `No half-day was held since joining the class, so attendance cannot be judged.${apart.en}`,
    };
  }
  if (held === 0) {
    return {
      vi: 'Lớp chưa tổ chức buổi học nào nên chưa tính được chuyên cần.',
      en: 'No half-day of the class was held, so attendance cannot be judged.',
    };
  }
  if (absent === 0) {
    return { vi: `Dự đủ ${held} buổi.${apart.vi}`, en: `Attended all ${held} half-days.${apart.en}` };
  }
  return inBoth((locale) => {
    const share = percentage(absent / held, locale);
    const limit = percentage(limits.inAll, locale);
    const isWithin = absent <= limits.inAll * held + 1e-9;
    const parts = {
      vi: `${excused} có phép, ${unexcused} không phép${unmarked > 0 ? `, ${unmarked} chưa điểm danh được tính là vắng` : ''}${missedBefore > 0 ? `, ${missedBefore} trước khi vào lớp chưa học bù` : ''}`,
      en: `${excused} excused, ${unexcused} unexcused${unmarked > 0 ? `, ${unmarked} not marked and counted as absent` : ''}${missedBefore > 0 ? `, ${missedBefore} from before joining, not made up` : ''}`,
    };
    const unexcusedApart = unexcusedSentence(attended, limits.unexcused, locale);
    const remedy = ok ? { vi: '', en: '' } : remedySentence(toMakeUp(attended, limits));
    return {
      vi: `Vắng ${absent} trên ${held} buổi (${share}): ${parts.vi}; ${isWithin ? 'không quá' : 'quá'} mức ${limit}${unexcusedApart.vi}.${apart.vi}${remedy.vi}`,
      en: `Absent from ${absent} of ${held} half-days (${share}): ${parts.en}; ${isWithin ? 'within' : 'over'} the limit of ${limit}${unexcusedApart.en}.${apart.en}${remedy.en}`,
    };
  });
}

function unexcusedSentence(attended: Attended, maximum: number | null, locale: Locale): Bilingual {
  if (maximum === null) return { vi: '', en: '' };
  const [missed, held] = [withoutLeave(attended), heldOf(attended)];
  const [share, limit] = [percentage(missed / held, locale), percentage(maximum, locale)];
  const isWithin = missed <= maximum * held + 1e-9;
  return {
    vi: `; không phép ${share}, ${isWithin ? 'không quá' : 'quá'} mức ${limit}`,
    en: `; without leave ${share}, ${isWithin ? 'within' : 'over'} the limit of ${limit}`,
  };
}

const remedySentence = (halfDays: number): Bilingual => ({
  vi: ` Cần học bù ít nhất ${halfDays} buổi ở lớp khác cùng chương trình; hỏi chủ nhiệm lớp để đăng ký.`,
  en: ` At least ${many(halfDays, 'half-day has', 'half-days have')} to be made up in another class of the course; ask the class manager.`,
});

export function marksSentence({
  isEmpty,
  missing,
  failed,
  averageMark,
  minimum,
}: {
  isEmpty: boolean;
  missing: readonly CountedModule[];
  failed: readonly CountedModule[];
  averageMark: number | null;
  minimum: number;
}): Bilingual {
  if (isEmpty) {
    return {
      vi: 'Lớp chưa lập danh sách học phần nên chưa có điểm để xét.',
      en: 'The class has no modules yet, so there is no mark to judge.',
    };
  }
  if (missing.length > 0) {
    return {
      vi: `Chưa có điểm học phần ${numbersOf(missing)}; cần nhập đủ điểm.`,
      en: `No mark yet for module ${numbersOf(missing)}; enter every mark.`,
    };
  }
  return inBoth((locale) => {
    const least = showMark(minimum, locale);
    const average = averageMark === null ? '' : showMark(averageMark, locale);
    if (failed.length > 0) {
      const list = failed.map(({ number, mark }) => `${number} (${showMark(mark ?? 0, locale)})`).join('; ');
      return { vi: `Học phần dưới ${least} điểm: ${list}.`, en: `Modules marked below ${least}: ${list}.` };
    }
    return {
      vi: `Điểm trung bình ${average}; mọi học phần từ ${least} điểm trở lên.`,
      en: `Average mark ${average}; every module is ${least} or more.`,
    };
  });
}

export function essaySentence(
  essay: CompletionFacts['essay'],
  minimum: number | null,
  needsAcceptance: boolean,
): Bilingual {
  if (!essay) return { vi: 'Chưa nộp bài thu hoạch.', en: 'The essay was not handed in.' };
  const { mark, decision } = essay;
  if (decision === 'sent_back') {
    return {
      vi: 'Bài thu hoạch bị trả lại để bổ sung và chưa được nộp lại.',
      en: 'The essay was sent back for correction and was not handed in again.',
    };
  }
  if (needsAcceptance && decision !== 'accepted') {
    return {
      vi: 'Đã nộp bài thu hoạch nhưng bài chưa được nhận; quy định cần bài được nhận.',
      en: 'The essay was handed in but is not accepted yet, which the rule asks for.',
    };
  }
  if (mark === null) {
    if (minimum === null && needsAcceptance) {
      return { vi: 'Bài thu hoạch đã được nhận.', en: 'The essay is accepted.' };
    }
    return minimum === null
      ? { vi: 'Đã nộp bài thu hoạch.', en: 'The essay was handed in.' }
      : {
          vi: 'Đã nộp bài thu hoạch nhưng bài chưa được chấm; cần nhập điểm.',
          en: 'The essay was handed in but has no mark yet; enter it.',
        };
  }
  return inBoth((locale) => {
    const shown = showMark(mark, locale);
    if (minimum === null || mark >= minimum) {
      return { vi: `Bài thu hoạch đạt ${shown} điểm.`, en: `The essay is marked ${shown}.` };
    }
    const least = showMark(minimum, locale);
    return {
      vi: `Bài thu hoạch ${shown} điểm, dưới mức ${least}.`,
      en: `The essay is marked ${shown}, below ${least}.`,
    };
  });
}

const numbersOf = (modules: readonly CountedModule[]) => modules.map(({ number }) => number).join(', ');
