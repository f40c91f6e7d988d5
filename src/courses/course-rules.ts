import type { Day } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import type { Education, PostRank, Rating, Standing, TheoryLevel } from '../people/person.values';

export const rulePurposes = ['admission', 'composition', 'completion', 'award'] as const;
export type RulePurpose = (typeof rulePurposes)[number];

export const severities = ['warn', 'block'] as const;
export type Severity = (typeof severities)[number];

/** A rule as it is in force on some day. */
export interface CourseRule {
  readonly id: string;
  readonly rule: string;
  readonly parameters: Record<string, unknown>;
  readonly severity: Severity;
  readonly citation: Bilingual;
  /** Whether somebody has read the source; what is only commonly believed is shown as unverified. */
  readonly verified: boolean;
  readonly validFrom: Day;
  /** The last day it is in force; null while no end is known. */
  readonly validTo: Day | null;
}

/** The rules there are and what each is told. Ages are whole years counted by month, marks on the 10-point scale. */
export interface AdmissionRules {
  readonly standing: { readonly anyOf: readonly Standing[] };
  /** Full-time study may ask for more. */
  readonly education: { readonly atLeast: Education; readonly fullTimeAtLeast?: Education | null };
  /** The yearly rating in each of the last years before the class opens that were rated; what is not yet is asked for. */
  readonly ratings: { readonly years: number; readonly atLeast: Rating };
  readonly minimum_age: { readonly mode: 'part_time' | 'full_time'; readonly male: number; readonly female: number };
  readonly maximum_age: { readonly male: number; readonly female: number };
  /** Whole years from the opening day to the age of retirement. */
  readonly years_to_serve: { readonly atLeast: number };
  readonly years_in_party: { readonly atLeast: number };
  /** Classes that open in one calendar year, studies of resolutions left out. */
  readonly one_class_a_year: Readonly<Record<string, never>>;
  /** A key cadre in post, or planned for such a post. */
  readonly key_cadre: Readonly<Record<string, never>>;
  /** By the catalogue of posts; `orPlanned` lets in who is planned for a post of the rank. */
  readonly post_rank: { readonly atLeast: PostRank; readonly orPlanned: boolean };
  readonly planned_post: { readonly atLeast: PostRank };
  /** Whole years in the post of today. */
  readonly years_in_post: { readonly atLeast: number };
  readonly below_theory_level: { readonly level: TheoryLevel };
  readonly prior_theory_level: { readonly atLeast: TheoryLevel };
  readonly not_completed_before: Readonly<Record<string, never>>;
  readonly certificate_not_valid: Readonly<Record<string, never>>;
  readonly inside_probation: { readonly months: number };
}

/** Whom a class should have among its people. What is not so is shown to the office, and holds nobody up. */
interface CompositionRules {
  /** Of the capacity; shares lie between 0 and 1. */
  readonly women_share: { readonly atLeast: number };
  /** Of the capacity, people of at most so many years on the opening day. */
  readonly youth_share: { readonly atLeast: number; readonly upToAge: number };
  /** Of the seats, for one unit. */
  readonly unit_seat_share: { readonly atMost: number };
  /** Of a unit's own key cadres, in one class. */
  readonly unit_cadre_share: { readonly atMost: number };
}

/** Nothing, so that attendance is of the half-days since; or a half-day missed, though nobody is marked absent from it. */
export const halfDaysBefore = ['left_out', 'missed'] as const;
export type HalfDaysBefore = (typeof halfDaysBefore)[number];

/** Why people ask for leave: illness, a mission of the unit, a family matter, a birth, something else. */
export const leaveKinds = ['sick', 'work', 'family', 'maternity', 'other'] as const;
export type LeaveKind = (typeof leaveKinds)[number];

export interface CompletionRules {
  /** Shares of the half-days held: of all absences, and of those without leave where they are counted apart. */
  readonly attendance: { readonly maximumAbsentShare: number; readonly maximumUnexcusedShare?: number | null };
  /** Share of the obliged members who attended, from which a unit has done a study; without the rule, one who attended is enough. */
  readonly unit_done: { readonly minimumShare: number };
  /** What half-days count as that were held before somebody joined a class and that they did not come to, or make up, since. */
  readonly late_joining: { readonly halfDaysBefore: HalfDaysBefore };
  /** Leave of these kinds excuses only once its paper was seen; of others, and without the rule, it needs none. */
  readonly leave_paper: { readonly kinds: readonly LeaveKind[] };
  /** For the weighted average and for every module; a re-sit counts instead of the first mark, at most as `resitCap`. */
  readonly marks: { readonly minimum: number; readonly resitCap: number | null };
  /** Above this share of the half-days of a module nobody sits its examination, unless a decision lets them. */
  readonly exam_attendance: { readonly maximumAbsentShare: number };
  /** How much field report and graduation paper weigh in a new class; 0 where a course has none. */
  readonly final_parts: { readonly fieldReportWeight: number; readonly graduationPaperWeight: number };
  /** Handed in and not sent back, or with `accepted` also accepted; when `minimum` is a number, marked at least so. */
  readonly essay: { readonly minimum: number | null; readonly accepted?: boolean };
  /** From which mark each grade is given. */
  readonly grades: {
    readonly excellent: number;
    readonly very_good: number;
    readonly good: number;
    readonly fairly_good: number;
    readonly average: number;
  };
}

export interface AwardRules {
  readonly certificate: { readonly series: string; readonly template: string; readonly validMonths: number | null };
  readonly diploma: { readonly school: string };
}

export type RuleParameters = AdmissionRules & CompositionRules & CompletionRules & AwardRules;

/** What each rule decides about. */
export const purposeOf: Readonly<Record<keyof RuleParameters, RulePurpose>> = {
  standing: 'admission',
  key_cadre: 'admission',
  post_rank: 'admission',
  planned_post: 'admission',
  years_in_post: 'admission',
  education: 'admission',
  minimum_age: 'admission',
  maximum_age: 'admission',
  years_to_serve: 'admission',
  years_in_party: 'admission',
  ratings: 'admission',
  inside_probation: 'admission',
  below_theory_level: 'admission',
  prior_theory_level: 'admission',
  not_completed_before: 'admission',
  certificate_not_valid: 'admission',
  one_class_a_year: 'admission',
  women_share: 'composition',
  youth_share: 'composition',
  unit_seat_share: 'composition',
  unit_cadre_share: 'composition',
  attendance: 'completion',
  unit_done: 'completion',
  late_joining: 'completion',
  leave_paper: 'completion',
  marks: 'completion',
  exam_attendance: 'completion',
  final_parts: 'completion',
  essay: 'completion',
  grades: 'completion',
  certificate: 'award',
  diploma: 'award',
};
export type RuleCode = keyof RuleParameters;
export const ruleCodes = Object.keys(purposeOf) as readonly RuleCode[];
