import { words } from '../platform/messages/words';
import { readerOf, type Spellings } from '../platform/sheets/vocabulary';
import {
  type Education,
  educations,
  type PostRank,
  type Rating,
  type Sex,
  type Standing,
  type TheoryLevel,
} from './person.values';

type Labels<V extends string> = Record<V, { vi: string; en: string }>;

export const sexWords = words({
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
} satisfies Labels<Sex>);

export const standingWords = words({
  non_member: { vi: 'Quần chúng', en: 'Non-member' },
  probationary: { vi: 'Đảng viên dự bị', en: 'Probationary member' },
  official: { vi: 'Đảng viên chính thức', en: 'Official member' },
} satisfies Labels<Standing>);

export const postRankWords = words({
  staff: { vi: 'Nhân viên', en: 'Staff' },
  team: { vi: 'Cấp tổ, đội', en: 'Team' },
  deputy_department: { vi: 'Cấp phó phòng', en: 'Deputy head of department' },
  department: { vi: 'Cấp trưởng phòng', en: 'Head of department' },
  deputy_unit: { vi: 'Cấp phó của đơn vị', en: 'Deputy head of the unit' },
  unit: { vi: 'Cấp trưởng của đơn vị', en: 'Head of the unit' },
} satisfies Labels<PostRank>);

export const educationWords = words({
  lower_secondary: { vi: 'Trung học cơ sở', en: 'Lower secondary' },
  upper_secondary: { vi: 'Trung học phổ thông', en: 'Upper secondary' },
  vocational: { vi: 'Trung cấp', en: 'Vocational' },
  college: { vi: 'Cao đẳng', en: 'College' },
  university: { vi: 'Đại học', en: 'University' },
  master: { vi: 'Thạc sĩ', en: 'Master' },
  doctor: { vi: 'Tiến sĩ', en: 'Doctor' },
} satisfies Labels<Education>);

export const theoryLevelWords = words({
  none: { vi: 'Chưa qua đào tạo', en: 'None' },
  elementary: { vi: 'Sơ cấp', en: 'Elementary' },
  intermediate: { vi: 'Trung cấp', en: 'Intermediate' },
  advanced: { vi: 'Cao cấp', en: 'Advanced' },
} satisfies Labels<TheoryLevel>);

export const ratingWords = words({
  not_completed: { vi: 'Không hoàn thành nhiệm vụ', en: 'Did not complete the tasks' },
  completed: { vi: 'Hoàn thành nhiệm vụ', en: 'Completed the tasks' },
  good: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Completed the tasks well' },
  excellent: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Completed the tasks excellently' },
} satisfies Labels<Rating>);

/** Each reads the ways people write a value and answers null for what it does not know; see `readerOf`. */
export const readSex = readerOf<Sex>({
  male: ['Nam'],
  female: ['Nữ'],
});

const standings: Spellings<Standing> = {
  non_member: [
    'Quần chúng',
    'Quần chúng ưu tú',
    'Chưa vào Đảng',
    'Chưa là đảng viên',
    'Không là đảng viên',
    'QC',
    'QCƯT',
  ],
  probationary: ['Dự bị', 'Đảng viên dự bị', 'ĐVDB', 'DB'],
  official: ['Chính thức', 'Đảng viên chính thức', 'ĐVCT', 'CT'],
};
export const readStanding = readerOf(standings);

const degrees: Spellings<Education> = {
  lower_secondary: ['Trung học cơ sở', 'THCS', 'Cấp 2', 'Cấp II', '9/9', '9/12'],
  upper_secondary: ['Trung học phổ thông', 'THPT', 'PTTH', 'Cấp 3', 'Cấp III', '10/10', '12/12'],
  vocational: [
    'Trung cấp',
    'Trung cấp nghề',
    'Trung cấp chuyên nghiệp',
    'Trung học chuyên nghiệp',
    'TCCN',
    'THCN',
    'TC',
  ],
  college: ['Cao đẳng', 'Cao đẳng nghề', 'Cử nhân cao đẳng', 'CĐ'],
  university: ['Đại học', 'ĐH', 'Cử nhân', 'Kỹ sư', 'Kĩ sư'],
  master: ['Thạc sĩ', 'Thạc sỹ', 'ThS', 'Cao học'],
  doctor: ['Tiến sĩ', 'Tiến sỹ', 'TS'],
};
/** Of several degrees, the highest. */
export const readEducation = readerOf(degrees, educations);
/** Null where several degrees stand beside each other. */
export const readOneEducation = readerOf(degrees);

const levels: Spellings<TheoryLevel> = {
  none: ['Chưa', 'Chưa qua đào tạo', 'Chưa học', 'Chưa có', 'Không', 'Không có'],
  elementary: ['Sơ cấp', 'SC'],
  intermediate: ['Trung cấp', 'TC'],
  advanced: ['Cao cấp', 'CC'],
};
export const readTheoryLevel = readerOf(levels);

/** The values that stand as headings of their own, to be ticked below them. */
export const tickSpellings = {
  standing: Object.values(standings).flat(),
  education: Object.values(degrees).flat(),
  theoryLevel: Object.values(levels).flat(),
};

export const readRating = readerOf<Rating>({
  not_completed: ['KHTNV', 'Không hoàn thành nhiệm vụ', 'Không hoàn thành'],
  completed: ['HTNV', 'Hoàn thành nhiệm vụ', 'Hoàn thành'],
  good: ['HTTNV', 'HTT', 'Hoàn thành tốt nhiệm vụ', 'Hoàn thành tốt', 'Tốt'],
  excellent: ['HTXSNV', 'HTXS', 'Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành xuất sắc', 'Xuất sắc'],
});

/** What to write, for a message about a value that was not understood. */
export const examples = {
  sex: 'Nam, Nữ',
  standing: 'Chính thức, Dự bị, Quần chúng',
  education: '12/12, Trung cấp, Cao đẳng, Đại học, Thạc sĩ, Tiến sĩ',
  theoryLevel: 'Chưa, Sơ cấp, Trung cấp, Cao cấp',
  rating: 'HTXSNV, HTTNV, HTNV, KHTNV',
  phone: '0912345678',
  email: 'ten@congty.vn',
} as const;
