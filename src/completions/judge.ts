import type { CourseRule } from '../courses/courses.queries';
import type { Bilingual } from '../platform/messages/words';
import { type Attended, heldOf } from '../enrollments/attended';
import { gradeOf } from '../theory-classes/graduation';
import { markRulesOf } from '../theory-classes/mark-rules';
import { countedMark, weightedAverage } from '../theory-classes/mark-sheet';
import type { Grade } from '../training-records/training-record.labels';
import type { CompletionFacts, CountedModule } from './judge.facts';
import { type AbsenceLimits, toMakeUp } from './absences';
import { attendanceSentence, essaySentence, marksSentence } from './judge.sentences';

/** One rule and how the person stands to it; kept with the completion, so that the record explains itself. */
export interface Reason {
  readonly rule: string;
  readonly ok: boolean;
  readonly severity: CourseRule['severity'];
  readonly sentence: Bilingual;
  readonly citation: Bilingual;
  readonly verified: boolean;
}

export interface Judgement {
  readonly completed: boolean;
  readonly reasons: readonly Reason[];
  readonly grade: Grade | null;
  /** Weighted average of the modules, two decimals; the essay's mark in a class without modules. */
  readonly averageMark: number | null;
  /** Share of the held half-days not attended, four decimals; null where none was held. */
  readonly absentShare: number | null;
}

type Finding = Pick<Reason, 'ok' | 'sentence'>;
type CountedFacts = Omit<CompletionFacts, 'modules'> & { readonly modules: readonly CountedModule[] };

/** They shape what is judged and are not themselves met or missed. */
const shapingRules = ['unit_done', 'late_joining', 'leave_paper', 'grades', 'exam_attendance', 'final_parts'];

/**
 * Whether a person completed a class, by the completion rules in force. A rule that only warns is told and decides
 * nothing. Excused and unexcused absences count alike unless the rule counts them apart, and a half-day nobody marked counts as absent without leave. What half-days from
 * before joining count as, the facts say already.
 * @param isDecided the authority decided that the person completes, whatever the rules say; the reasons stay as they are
 */
export function judge(rules: readonly CourseRule[], given: CompletionFacts, isDecided = false): Judgement {
  const { resitCap, cutOffs } = markRulesOf(rules);
  const modules = given.modules.map(({ first, resit, ...module }) => ({
    ...module,
    mark: countedMark({ first, resit }, resitCap),
  }));
  const facts = { ...given, modules };
  const averageMark = averageOf(facts);
  const reasons = rules
    .filter(({ rule }) => !shapingRules.includes(rule))
    .map((rule): Reason => {
      const { rule: code, severity, citation, verified } = rule;
      return { rule: code, severity, citation, verified, ...findingOf(rule, facts, averageMark) };
    });
  const completed = isDecided || reasons.every(({ ok, severity }) => ok || severity === 'warn');
  return {
    completed,
    reasons,
    averageMark,
    grade: completed && cutOffs && averageMark !== null ? gradeOf(cutOffs, averageMark) : null,
    absentShare: absentShareOf(facts.attendance),
  };
}

function findingOf({ rule, parameters }: CourseRule, facts: CountedFacts, averageMark: number | null): Finding {
  if (rule === 'attendance') {
    const limits = {
      inAll: Number(parameters['maximumAbsentShare']),
      unexcused: minimumOrNone(parameters['maximumUnexcusedShare']),
    };
    return attended(facts.attendance, limits);
  }
  if (rule === 'marks') return passedModules(facts.modules, averageMark, Number(parameters['minimum']));
  if (rule === 'essay') {
    return handedIn(facts.essay, minimumOrNone(parameters['minimum']), parameters['accepted'] === true);
  }
  throw new Error(`There is no completion rule called ${rule}.`);
}

function attended(attendance: Attended, limits: AbsenceLimits): Finding {
  const ok = heldOf(attendance) > 0 && toMakeUp(attendance, limits) === 0;
  return { ok, sentence: attendanceSentence(attendance, limits, ok) };
}

/** Every module has its mark and none is below the minimum; then their weighted average cannot be either. */
function passedModules(modules: readonly CountedModule[], averageMark: number | null, minimum: number): Finding {
  const missing = modules.filter(({ mark }) => mark === null);
  const failed = modules.filter(({ mark }) => mark !== null && mark < minimum);
  const ok = modules.length > 0 && missing.length === 0 && failed.length === 0;
  return { ok, sentence: marksSentence({ isEmpty: modules.length === 0, missing, failed, averageMark, minimum }) };
}

/** An essay sent back is not handed in, until the next version is. */
function handedIn(essay: CompletionFacts['essay'], minimum: number | null, needsAcceptance: boolean): Finding {
  const isThere = essay !== null && (needsAcceptance ? essay.decision === 'accepted' : essay.decision !== 'sent_back');
  const ok = isThere && (minimum === null || (essay.mark !== null && essay.mark >= minimum));
  return { ok, sentence: essaySentence(essay, minimum, needsAcceptance) };
}

function absentShareOf(attendance: Attended): number | null {
  const held = heldOf(attendance);
  return held === 0 ? null : Math.round(((held - attendance.present) / held) * 10_000) / 10_000;
}

function averageOf({ modules, essay }: CountedFacts): number | null {
  return modules.length === 0 ? (essay?.mark ?? null) : weightedAverage(modules);
}

const minimumOrNone = (value: unknown) => (typeof value === 'number' ? value : null);
