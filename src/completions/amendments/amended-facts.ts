import type { DayPart } from '../../classes/day-parts';
import type { AttendanceMark } from '../../enrollments/attendance-line.entity';
import type { EssayDecision } from '../../enrollments/essays/essay.entity';
import type { Day } from '../../platform/clock';
import { InvalidInput } from '../../platform/problems/refusals';
import type { FieldError } from '../../platform/problems/refusal';

/** The single facts a result is made of, each as it counts now. */
export interface CountedFacts {
  readonly halfDays: readonly {
    readonly id: string;
    readonly day: Day;
    readonly part: DayPart;
    readonly mark: AttendanceMark;
  }[];
  readonly modules: readonly {
    readonly id: string;
    readonly number: number;
    readonly name: string;
    readonly first: number | null;
    readonly resit: number | null;
  }[];
  /** Null when none counts as handed in. */
  readonly essay: {
    readonly handedInOn: Day;
    readonly mark: number | null;
    readonly decision: EssayDecision | null;
  } | null;
  /** Whether a decision says that the person completes whatever the rules say. */
  readonly completes: boolean;
}

export const amendedMarks = ['present', 'excused', 'unexcused'] as const satisfies readonly AttendanceMark[];
export type AmendedMark = (typeof amendedMarks)[number];

/** What a decision says of the facts; what it does not speak of stays. */
export interface FactsWanted {
  readonly attendance?: readonly { readonly halfDayId: string; readonly mark: AmendedMark }[] | undefined;
  readonly marks?:
    readonly { readonly moduleId: string; readonly attempt?: 1 | 2 | undefined; readonly mark: number }[] | undefined;
  readonly essay?:
    | {
        readonly handedInOn?: Day | undefined;
        readonly mark?: number | undefined;
        readonly accepted?: boolean | undefined;
      }
    | undefined;
  readonly completes?: boolean | undefined;
}

/** What of it is otherwise than what counts. */
export interface FactsAmended {
  readonly attendance: readonly { readonly halfDayId: string; readonly mark: AmendedMark }[];
  readonly marks: readonly { readonly moduleId: string; readonly attempt: 1 | 2; readonly mark: number }[];
  readonly essay: NonNullable<CountedFacts['essay']> | null;
  readonly completes: boolean | null;
}

/** @throws InvalidInput where it names what is not of the class, an essay of a day to come, or changes nothing */
export function amendedFacts(counted: CountedFacts, wanted: FactsWanted, today: Day): FactsAmended {
  const { attendance = [], marks = [], essay, completes } = wanted;
  const wrong: FieldError[] = [
    ...attendance.flatMap(({ halfDayId }, index) =>
      counted.halfDays.some(({ id }) => id === halfDayId)
        ? []
        : [{ field: `attendance.${index}.halfDayId`, code: 'not_of_class', message: halfDayNotHeld }],
    ),
    ...marks.flatMap(({ moduleId }, index) =>
      counted.modules.some(({ id }) => id === moduleId)
        ? []
        : [{ field: `marks.${index}.moduleId`, code: 'not_of_class', message: notAModule }],
    ),
    ...(essay?.handedInOn && essay.handedInOn > today
      ? [{ field: 'essay.handedInOn', code: 'in_the_future', message: handedInLater }]
      : []),
    ...(essay && !essay.handedInOn && !counted.essay
      ? [{ field: 'essay.handedInOn', code: 'required', message: noEssayYet }]
      : []),
  ];
  if (wrong.length > 0) throw new InvalidInput(wrong);

  const amended: FactsAmended = {
    attendance: attendance.filter(
      ({ halfDayId, mark }) => counted.halfDays.find(({ id }) => id === halfDayId)?.mark !== mark,
    ),
    marks: marks
      .map(({ moduleId, attempt = 1, mark }) => ({ moduleId, attempt, mark }))
      .filter(({ moduleId, attempt, mark }) => {
        const module = counted.modules.find(({ id }) => id === moduleId);
        return (attempt === 1 ? module?.first : module?.resit) !== mark;
      }),
    essay: essay ? essayAmended(counted.essay, essay) : null,
    completes: completes === undefined || completes === counted.completes ? null : completes,
  };
  const { length } = [...amended.attendance, ...amended.marks];
  if (length === 0 && amended.essay === null && amended.completes === null) throw nothingAmended();
  return amended;
}

function essayAmended(
  counted: CountedFacts['essay'],
  { handedInOn, mark, accepted }: NonNullable<FactsWanted['essay']>,
): CountedFacts['essay'] {
  const before = counted ?? { handedInOn: handedInOn!, mark: null, decision: null };
  const decision = accepted === undefined ? before.decision : accepted ? 'accepted' : null;
  const after = { handedInOn: handedInOn ?? before.handedInOn, mark: mark ?? before.mark, decision };
  const isSame =
    counted !== null &&
    after.handedInOn === counted.handedInOn &&
    after.mark === counted.mark &&
    after.decision === counted.decision;
  // One that was sent back counts as handed in once a decision speaks of it.
  return isSame ? null : { ...after, decision: after.decision === 'accepted' ? 'accepted' : null };
}

const nothingAmended = () =>
  InvalidInput.field('reason', 'nothing_amended', {
    vi: 'Chưa có nội dung nào khác với kết quả đang tính. Hãy sửa điểm danh, điểm, bài thu hoạch hoặc kết luận theo quyết định rồi gửi lại.',
    en: 'Nothing differs from what counts already. Change attendance, marks, the essay or the conclusion as the decision says, and send again.',
  });

const halfDayNotHeld = {
  vi: 'Buổi này không phải buổi học đã tổ chức của lớp. Hãy chọn một buổi trong danh sách.',
  en: 'This is no half-day that the class held; choose one of the list.',
};
const notAModule = {
  vi: 'Học phần này không thuộc lớp. Hãy chọn một học phần trong danh sách.',
  en: 'This is no module of the class; choose one of the list.',
};
const noEssayYet = {
  vi: 'Chưa có bài thu hoạch nào được tính. Hãy ghi ngày nộp bài.',
  en: 'No essay counts as handed in yet. Write the day it was.',
};
const handedInLater = {
  vi: 'Ngày nộp chưa đến. Hãy ghi ngày bài thu hoạch thực sự được nộp.',
  en: 'This day is still to come. Write the day the essay was handed in.',
};
