import { educationWords, postRankWords, ratingWords, standingWords, theoryLevelWords } from '../people/person.labels';
import { many } from '../platform/messages/counted';
import { percentage } from '../platform/messages/percentage';
import type { Bilingual, Locale } from '../platform/messages/words';
import type { RuleCode, RuleParameters } from './course-rules';
import { leaveKindWords } from './rules.words';

type Sentences = { readonly [R in RuleCode]: (parameters: RuleParameters[R]) => Bilingual };

const mark = (value: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
const modes = {
  part_time: { vi: 'không tập trung', en: 'part-time' },
  full_time: { vi: 'tập trung', en: 'full-time' },
} as const;

const sentences: Sentences = {
  standing: ({ anyOf }) => ({
    vi: `Là ${anyOf.map((standing) => standingWords.vi[standing].toLowerCase()).join(' hoặc ')}.`,
    en: `Is a ${anyOf.map((standing) => standingWords.en[standing].toLowerCase()).join(' or ')}.`,
  }),
  // Rules put in force before modes of study were told apart name no other.
  education: ({ atLeast, fullTimeAtLeast }) => ({
    vi: `Trình độ học vấn, chuyên môn từ ${educationWords.vi[atLeast].toLowerCase()} trở lên${fullTimeAtLeast ? `; học tập trung từ ${educationWords.vi[fullTimeAtLeast].toLowerCase()}` : ''}.`,
    en: `Education: ${educationWords.en[atLeast].toLowerCase()} or above${fullTimeAtLeast ? `; for full-time study ${educationWords.en[fullTimeAtLeast].toLowerCase()}` : ''}.`,
  }),
  ratings: ({ years, atLeast }) => ({
    vi: `Trong ${years} năm gần nhất đã xếp loại, năm nào cũng "${ratingWords.vi[atLeast]}" trở lên; năm chưa xếp loại thì bổ sung sau.`,
    en: `Rated "${ratingWords.en[atLeast]}" or better in each of the last ${years} years that were rated; a year not rated yet is brought later.`,
  }),
  minimum_age: ({ mode, male, female }) => ({
    vi: `Học hệ ${modes[mode].vi}: nam từ ${male} tuổi, nữ từ ${female} tuổi vào ngày khai giảng (tính theo tháng).`,
    en: `For ${modes[mode].en} study: men from ${male}, women from ${female} on the opening day (counted by month).`,
  }),
  maximum_age: ({ male, female }) => ({
    vi: `Nam không quá ${male} tuổi, nữ không quá ${female} tuổi vào ngày khai giảng (tính theo tháng).`,
    en: `Men no older than ${male}, women no older than ${female} on the opening day (counted by month).`,
  }),
  years_to_serve: ({ atLeast }) => ({
    vi: `Còn đủ ${atLeast} năm công tác đến tuổi nghỉ hưu, tính từ ngày khai giảng.`,
    en: `At least ${many(atLeast, 'year')} left to serve until retirement, from the opening day.`,
  }),
  years_in_party: ({ atLeast }) => ({
    vi: `Vào Đảng đủ ${atLeast} năm vào ngày khai giảng.`,
    en: `A member for at least ${many(atLeast, 'year')} on the opening day.`,
  }),
  one_class_a_year: () => ({
    vi: 'Trong năm chưa học lớp nào khác (không kể học nghị quyết).',
    en: 'Learns in no other class of the same year (studies of resolutions apart).',
  }),
  key_cadre: () => ({
    vi: 'Là cán bộ chủ chốt đương chức hoặc được quy hoạch chức danh đó.',
    en: 'Is a key cadre in post, or planned for such a post.',
  }),
  post_rank: ({ atLeast, orPlanned }) => ({
    vi: `Giữ chức vụ từ ${postRankWords.vi[atLeast].toLowerCase()} trở lên theo danh mục chức vụ${orPlanned ? ', hoặc được quy hoạch chức danh như vậy' : ''}.`,
    en: `Holds a post from ${postRankWords.en[atLeast].toLowerCase()} on by the catalogue of posts${orPlanned ? ', or is planned for one' : ''}.`,
  }),
  planned_post: ({ atLeast }) => ({
    vi: `Được quy hoạch chức danh từ ${postRankWords.vi[atLeast].toLowerCase()} trở lên.`,
    en: `Is planned for a post from ${postRankWords.en[atLeast].toLowerCase()} on.`,
  }),
  years_in_post: ({ atLeast }) => ({
    vi: `Giữ chức vụ hiện tại đủ ${atLeast} năm vào ngày khai giảng.`,
    en: `In the post of today for at least ${many(atLeast, 'year')} on the opening day.`,
  }),
  below_theory_level: ({ level }) => ({
    vi: `Chưa có trình độ ${theoryLevelWords.vi[level].toLowerCase()} lý luận chính trị hoặc cao hơn.`,
    en: `Does not yet have the ${theoryLevelWords.en[level].toLowerCase()} theory level or a higher one.`,
  }),
  prior_theory_level: ({ atLeast }) => ({
    vi: `Đã có trình độ ${theoryLevelWords.vi[atLeast].toLowerCase()} lý luận chính trị trở lên.`,
    en: `Has the ${theoryLevelWords.en[atLeast].toLowerCase()} theory level or a higher one.`,
  }),
  not_completed_before: () => ({
    vi: 'Chưa hoàn thành chương trình này lần nào.',
    en: 'Has not completed this course before.',
  }),
  certificate_not_valid: () => ({
    vi: 'Không còn giấy chứng nhận nào của chương trình này đang có giá trị.',
    en: 'Holds no certificate of this course that is still valid.',
  }),
  inside_probation: ({ months }) => ({
    vi: `Học xong trong thời gian dự bị ${months} tháng.`,
    en: `Finishes within the probation of ${months} months.`,
  }),
  women_share: ({ atLeast }) => ({
    vi: `Mong nữ chiếm từ ${percentage(atLeast, 'vi')} chỉ tiêu của lớp.`,
    en: `Wishes for women on ${percentage(atLeast, 'en')} of the seats or more.`,
  }),
  youth_share: ({ atLeast, upToAge }) => ({
    vi: `Mong người từ ${upToAge} tuổi trở xuống vào ngày khai giảng chiếm từ ${percentage(atLeast, 'vi')} chỉ tiêu của lớp.`,
    en: `Wishes for people of ${upToAge} or younger on the opening day on ${percentage(atLeast, 'en')} of the seats or more.`,
  }),
  unit_seat_share: ({ atMost }) => ({
    vi: `Mỗi đơn vị không quá ${percentage(atMost, 'vi')} chỉ tiêu của lớp.`,
    en: `A unit has at most ${percentage(atMost, 'en')} of the seats.`,
  }),
  unit_cadre_share: ({ atMost }) => ({
    vi: `Mỗi đơn vị cử vào một lớp không quá ${percentage(atMost, 'vi')} cán bộ chủ chốt của mình.`,
    en: `A unit sends at most ${percentage(atMost, 'en')} of its key cadres to one class.`,
  }),
  attendance: ({ maximumAbsentShare, maximumUnexcusedShare = null }) => ({
    vi: `Vắng không quá ${percentage(maximumAbsentShare, 'vi')} số buổi đã học, kể cả có phép${maximumUnexcusedShare === null ? '' : `; trong đó không phép không quá ${percentage(maximumUnexcusedShare, 'vi')}`}.`,
    en: `Absent from at most ${percentage(maximumAbsentShare, 'en')} of the half-days held, excused ones included${maximumUnexcusedShare === null ? '' : `; of these without leave at most ${percentage(maximumUnexcusedShare, 'en')}`}.`,
  }),
  unit_done: ({ minimumShare }) => ({
    vi: `Đơn vị được tính là đã học khi ít nhất ${percentage(minimumShare, 'vi')} đảng viên phải dự đã dự đủ.`,
    en: `A unit has done a study when at least ${percentage(minimumShare, 'en')} of its obliged members attended it all.`,
  }),
  late_joining: ({ halfDaysBefore }) => lateJoiningSentence(halfDaysBefore === 'missed'),
  leave_paper: ({ kinds }) => ({
    vi: `Nghỉ có phép phải có giấy tờ được xem (${kinds.map((kind) => leaveKindWords.vi[kind].toLowerCase()).join(', ')}); chưa có thì tính là không phép.`,
    en: `Leave is excused once its paper was seen (${kinds.map((kind) => leaveKindWords.en[kind].toLowerCase()).join(', ')}); until then it is not.`,
  }),
  // Rules put in force before there were caps do not name one.
  marks: ({ minimum, resitCap }) => ({
    vi: `Điểm trung bình và điểm từng học phần đạt từ ${mark(minimum, 'vi')} trở lên; điểm thi lại thay điểm lần 1${typeof resitCap === 'number' ? `, tính tối đa ${mark(resitCap, 'vi')}` : ''}.`,
    en: `The average and every module marked at least ${mark(minimum, 'en')}; a re-sit replaces the first mark${typeof resitCap === 'number' ? `, counted as at most ${mark(resitCap, 'en')}` : ''}.`,
  }),
  exam_attendance: ({ maximumAbsentShare }) => ({
    vi: `Vắng quá ${percentage(maximumAbsentShare, 'vi')} số buổi của học phần thì không được dự thi, trừ khi có quyết định cho phép.`,
    en: `Absent from more than ${percentage(maximumAbsentShare, 'en')} of the half-days of a module: barred from its examination, unless a decision says otherwise.`,
  }),
  final_parts: ({ fieldReportWeight, graduationPaperWeight }) => ({
    vi: `Lớp mới: báo cáo thực tế hệ số ${fieldReportWeight}, khóa luận hoặc thi tốt nghiệp hệ số ${graduationPaperWeight} (0 là không có).`,
    en: `In a new class the field report weighs ${fieldReportWeight}, the graduation paper or examination ${graduationPaperWeight} (0: there is none).`,
  }),
  essay: ({ minimum, accepted = false }) => {
    const least =
      minimum === null
        ? { vi: '', en: '' }
        : { vi: `, đạt từ ${mark(minimum, 'vi')} điểm trở lên`, en: `, marked at least ${mark(minimum, 'en')}` };
    return accepted
      ? { vi: `Bài thu hoạch được nhận${least.vi}.`, en: `Has the essay accepted${least.en}.` }
      : { vi: `Nộp bài thu hoạch, không bị trả lại${least.vi}.`, en: `Hands in the essay, not sent back${least.en}.` };
  },
  grades: ({ excellent, very_good, good, fairly_good, average }) => ({
    vi: `Xếp loại: xuất sắc từ ${mark(excellent, 'vi')}, giỏi từ ${mark(very_good, 'vi')}, khá từ ${mark(good, 'vi')}, trung bình khá từ ${mark(fairly_good, 'vi')}, trung bình từ ${mark(average, 'vi')}.`,
    en: `Grades: excellent from ${mark(excellent, 'en')}, very good from ${mark(very_good, 'en')}, good from ${mark(good, 'en')}, fairly good from ${mark(fairly_good, 'en')}, average from ${mark(average, 'en')}.`,
  }),
  certificate: ({ series, template, validMonths }) => ({
    vi: `Giấy chứng nhận của Khối, sổ ${series}, số theo mẫu ${template}; ${validMonths === null ? 'không thời hạn' : `có giá trị ${validMonths} tháng`}.`,
    en: `A certificate of the Bloc, register ${series}, numbered ${template}; ${validMonths === null ? 'it does not expire' : `valid for ${validMonths} months`}.`,
  }),
  diploma: ({ school }) => ({
    vi: `Bằng tốt nghiệp do ${school} cấp; Khối chỉ ghi lại số và ngày cấp.`,
    en: `A diploma issued by ${school}; the Bloc only records its number and day.`,
  }),
};

/** Where a course has no such rule, they are left out. */
export const lateJoiningSentence = (isMissed: boolean): Bilingual =>
  isMissed
    ? {
        vi: 'Người vào lớp sau: buổi đã học trước khi vào lớp tính là vắng cho đến khi học bù; không ghi vắng, không nhắc từng buổi.',
        en: 'Who joins late: half-days held before count as missed until they are made up; nobody is marked absent or told of each.',
      }
    : {
        vi: 'Người vào lớp sau: không tính buổi đã học trước khi vào lớp; không ghi vắng, không nhắc.',
        en: 'Who joins late: half-days held before are left out; nobody is marked absent or reminded.',
      };

/** What a rule asks for, as a sentence. A rule this version does not know is shown as it is stored. */
export function ruleSentence({ rule, parameters }: { rule: string; parameters: Record<string, unknown> }): Bilingual {
  const known = sentences[rule as RuleCode] as ((parameters: Record<string, unknown>) => Bilingual) | undefined;
  const stored = `${rule} ${JSON.stringify(parameters)}`;
  return known ? known(parameters) : { vi: stored, en: stored };
}
