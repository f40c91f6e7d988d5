import { agreementDay } from '../organization/agreement';
import type { Day } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import type { CourseFacts, CourseKind } from './course.entity';
import type {
  AdmissionRules,
  AwardRules,
  CompletionRules,
  RuleCode,
  RuleParameters,
  RulePurpose,
  Severity,
} from './course-rules';

export interface CatalogueRule {
  readonly purpose: RulePurpose;
  readonly rule: RuleCode;
  readonly parameters: RuleParameters[RuleCode];
  readonly severity: Severity;
  readonly citation: Bilingual;
  readonly verified: boolean;
  readonly since: Day;
  /** The first day it is no longer in force. */
  readonly until: Day | null;
}

/** What the office sets and is the same for all courses until it does. */
export type SettingOfCourse = 'carries' | 'attendanceOpensMinutes' | 'shortStayMinutes';

export interface CatalogueCourse extends Omit<CourseFacts, SettingOfCourse> {
  readonly code: string;
  readonly kind: CourseKind;
  readonly rules: readonly CatalogueRule[];
}

interface Source {
  readonly citation: Bilingual;
  readonly verified: boolean;
  readonly since: Day;
  readonly until?: Day;
}

const regulation57: Day = '2022-02-08';
const regulation350: Day = '2025-08-29';

const partyStatutes: Source = {
  citation: {
    vi: 'Quy định thi hành Điều lệ Đảng: người vào Đảng tốt nghiệp trung học cơ sở trở lên',
    en: 'Regulation implementing the Party Statutes: who joins has finished lower secondary school',
  },
  verified: true,
  since: agreementDay,
};
const awarenessGuide: Source = {
  citation: {
    vi: 'Chương trình bồi dưỡng nhận thức về Đảng: dành cho người chưa vào Đảng',
    en: 'Programme of Party awareness: for those who have not joined yet',
  },
  verified: true,
  since: agreementDay,
};
const probation: Source = {
  citation: {
    vi: 'Điều lệ Đảng, Điều 5: thời kỳ dự bị mười hai tháng',
    en: 'Party Statutes, article 5: a probation of twelve months',
  },
  verified: true,
  since: agreementDay,
};
const intermediateBy57: Source = {
  citation: { vi: 'Quy định 57-QĐ/TW ngày 08/02/2022', en: 'Regulation 57-QĐ/TW of 08/02/2022' },
  verified: true,
  since: regulation57,
  until: regulation350,
};
const intermediateBy350: Source = {
  citation: { vi: 'Quy định 350-QĐ/TW ngày 29/8/2025', en: 'Regulation 350-QĐ/TW of 29/08/2025' },
  verified: true,
  since: regulation350,
};
const advancedBy350: Source = {
  citation: {
    vi: 'Quy định 350-QĐ/TW ngày 29/8/2025; chưa đọc được nguyên văn phần cao cấp',
    en: 'Regulation 350-QĐ/TW of 29/08/2025; its text on the advanced level could not be read',
  },
  verified: false,
  since: regulation350,
};
/** Known by its number and subject; what it says of results could not be read. Classes from before keep what they were judged by. */
const trainingCentres: Source = {
  citation: {
    vi: 'Quyết định 883-QĐ/BTGTW ngày 24/11/2021, Quy chế đào tạo, bồi dưỡng của trung tâm chính trị cấp huyện; chưa đọc được phần về kết quả',
    en: 'Decision 883-QĐ/BTGTW of 24/11/2021 on training at district political centres; its part on results could not be read',
  },
  verified: false,
  since: '2027-01-01',
};
/** What the office is used to; it may put its own rule in force instead. */
const custom: Source = {
  citation: {
    vi: 'Theo thông lệ của văn phòng đào tạo, chưa có văn bản',
    en: 'As the training office is used to; no text at hand',
  },
  verified: false,
  since: agreementDay,
};
const awarenessValidity: Source = {
  citation: {
    vi: 'Nguồn thứ cấp: giấy chứng nhận nhận thức về Đảng có giá trị 60 tháng',
    en: 'Secondary sources: the certificate of Party awareness is valid for 60 months',
  },
  verified: false,
  since: agreementDay,
};

const admission = <R extends keyof AdmissionRules>(
  rule: R,
  parameters: AdmissionRules[R],
  source: Source,
  severity: Severity = 'block',
) => ruleOf('admission', rule, parameters, source, severity);
const completion = <R extends keyof CompletionRules>(rule: R, parameters: CompletionRules[R], source = custom) =>
  ruleOf('completion', rule, parameters, source, 'block');
const award = <R extends keyof AwardRules>(rule: R, parameters: AwardRules[R], source: Source) =>
  ruleOf('award', rule, parameters, source, 'block');

function ruleOf(
  purpose: CatalogueRule['purpose'],
  rule: RuleCode,
  parameters: RuleParameters[RuleCode],
  { citation, verified, since, until }: Source,
  severity: Severity,
): CatalogueRule {
  return { purpose, rule, parameters, severity, citation, verified, since, until: until ?? null };
}

const attendance = completion('attendance', { maximumAbsentShare: 0.2, maximumUnexcusedShare: null });
const unitDone = completion('unit_done', { minimumShare: 0.8 });
const grades = completion('grades', { excellent: 9, very_good: 8, good: 7, fairly_good: 6, average: 5 });
const lateJoining = completion('late_joining', { halfDaysBefore: 'left_out' });
const examAttendance = completion('exam_attendance', { maximumAbsentShare: 0.2 });
const finalParts = completion('final_parts', { fieldReportWeight: 1, graduationPaperWeight: 3 });
const marks = completion('marks', { minimum: 5, resitCap: null });
const markedEssay = completion('essay', { minimum: 5 });
const certificate = (validMonths: number | null, source = custom) =>
  award('certificate', { series: 'GCN', template: '{seq:3}/{year}/GCN-ĐUK', validMonths }, source);

/** The seven programmes and the rules known for them; unverified values are defaults the office may replace. */
export const catalogue: readonly CatalogueCourse[] = [
  {
    code: 'party_awareness',
    nameVi: 'Bồi dưỡng nhận thức về Đảng',
    nameEn: 'Party awareness',
    kind: 'short',
    raisesTo: null,
    approvalSteps: ['bloc'],
    award: 'certificate',
    usualHalfDays: 10,
    rules: [
      admission('standing', { anyOf: ['non_member'] }, awarenessGuide),
      admission('education', { atLeast: 'lower_secondary' }, partyStatutes),
      admission('certificate_not_valid', {}, custom),
      attendance,
      lateJoining,
      markedEssay,
      grades,
      certificate(60, awarenessValidity),
    ],
  },
  {
    code: 'new_member',
    nameVi: 'Bồi dưỡng đảng viên mới',
    nameEn: 'New members',
    kind: 'short',
    raisesTo: null,
    approvalSteps: ['bloc'],
    award: 'certificate',
    usualHalfDays: 15,
    rules: [
      // Others than probationary members appear in practice: a warning lets the office decide and record why.
      admission('standing', { anyOf: ['probationary'] }, probation, 'warn'),
      admission('inside_probation', { months: 12 }, probation, 'warn'),
      admission('not_completed_before', {}, custom),
      attendance,
      lateJoining,
      markedEssay,
      grades,
      certificate(null),
    ],
  },
  {
    code: 'theory_refresher',
    nameVi: 'Bồi dưỡng lý luận chính trị',
    nameEn: 'Political theory refresher',
    kind: 'short',
    raisesTo: null,
    approvalSteps: ['bloc'],
    award: 'certificate',
    usualHalfDays: 4,
    rules: [
      admission('standing', { anyOf: ['probationary', 'official'] }, custom, 'warn'),
      attendance,
      lateJoining,
      completion('essay', { minimum: null }, trainingCentres),
      certificate(null),
    ],
  },
  {
    code: 'elementary_theory',
    nameVi: 'Sơ cấp lý luận chính trị',
    nameEn: 'Elementary political theory',
    kind: 'short',
    raisesTo: 'elementary',
    approvalSteps: ['bloc'],
    award: 'certificate',
    usualHalfDays: 20,
    rules: [
      admission('standing', { anyOf: ['probationary', 'official'] }, custom),
      admission('below_theory_level', { level: 'elementary' }, custom),
      attendance,
      lateJoining,
      // A test, practice, the examination: whatever parts the office lists in the class.
      completion('marks', { minimum: 5, resitCap: null }, trainingCentres),
      completion('grades', { excellent: 9, very_good: 8, good: 7, fairly_good: 6, average: 5 }, trainingCentres),
      certificate(null),
    ],
  },
  {
    code: 'intermediate_theory',
    nameVi: 'Trung cấp lý luận chính trị',
    nameEn: 'Intermediate political theory',
    kind: 'theory',
    raisesTo: 'intermediate',
    approvalSteps: ['group', 'bloc'],
    award: 'diploma',
    usualHalfDays: 120,
    rules: [
      // Of the regulation before, only the ages are known from its text.
      admission('minimum_age', { mode: 'part_time', male: 35, female: 33 }, intermediateBy57),
      admission('standing', { anyOf: ['probationary', 'official'] }, { ...intermediateBy57, verified: false }),
      admission('education', { atLeast: 'college' }, { ...intermediateBy57, verified: false }),
      admission('key_cadre', {}, { ...intermediateBy57, verified: false }),
      admission('standing', { anyOf: ['probationary', 'official'] }, intermediateBy350),
      admission('education', { atLeast: 'college' }, intermediateBy350),
      admission('ratings', { years: 2, atLeast: 'good' }, intermediateBy350),
      admission('minimum_age', { mode: 'part_time', male: 30, female: 28 }, intermediateBy350),
      admission('key_cadre', {}, intermediateBy350),
      admission('below_theory_level', { level: 'intermediate' }, custom),
      attendance,
      lateJoining,
      marks,
      examAttendance,
      finalParts,
      grades,
      award('diploma', { school: 'Học viện Cán bộ Thành phố Hồ Chí Minh' }, custom),
    ],
  },
  {
    code: 'advanced_theory',
    nameVi: 'Cao cấp lý luận chính trị',
    nameEn: 'Advanced political theory',
    kind: 'theory',
    raisesTo: 'advanced',
    approvalSteps: ['group', 'bloc'],
    award: 'diploma',
    usualHalfDays: 160,
    rules: [
      admission('standing', { anyOf: ['official'] }, advancedBy350),
      admission('education', { atLeast: 'university' }, advancedBy350),
      admission('ratings', { years: 2, atLeast: 'good' }, advancedBy350),
      admission('minimum_age', { mode: 'part_time', male: 35, female: 33 }, advancedBy350),
      admission('key_cadre', {}, advancedBy350),
      admission('post_rank', { atLeast: 'deputy_unit', orPlanned: true }, advancedBy350),
      admission('prior_theory_level', { atLeast: 'intermediate' }, custom),
      admission('below_theory_level', { level: 'advanced' }, custom),
      attendance,
      lateJoining,
      marks,
      examAttendance,
      finalParts,
      grades,
      award('diploma', { school: 'Học viện Chính trị khu vực II' }, custom),
    ],
  },
  {
    code: 'resolution_study',
    nameVi: 'Học tập, quán triệt nghị quyết, chỉ thị, pháp luật',
    nameEn: 'Study of resolutions, directives and law',
    kind: 'study_session',
    raisesTo: null,
    approvalSteps: ['bloc'],
    award: 'none',
    usualHalfDays: 2,
    rules: [attendance, lateJoining, unitDone, completion('essay', { minimum: null })],
  },
];
