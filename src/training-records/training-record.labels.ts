import { words } from '../platform/messages/words';

/** Where a line comes from: a class of this service, or a document the office entered. */
export type RecordKind = 'completion' | 'external_diploma' | 'equivalence';
export const enteredKinds = ['external_diploma', 'equivalence'] as const;
export type EnteredKind = (typeof enteredKinds)[number];

export const recordKindWords = words({
  completion: { vi: 'Hoàn thành lớp', en: 'Class completed' },
  external_diploma: { vi: 'Bằng tốt nghiệp do nơi khác cấp', en: 'Diploma from elsewhere' },
  equivalence: { vi: 'Xác nhận tương đương trình độ', en: 'Confirmation of an equal level' },
} satisfies Record<RecordKind, { vi: string; en: string }>);

/** Grades of a completion, highest first. */
export const grades = ['excellent', 'very_good', 'good', 'fairly_good', 'average'] as const;
export type Grade = (typeof grades)[number];

export const gradeWords = words({
  excellent: { vi: 'Xuất sắc', en: 'Excellent' },
  very_good: { vi: 'Giỏi', en: 'Very good' },
  good: { vi: 'Khá', en: 'Good' },
  fairly_good: { vi: 'Trung bình khá', en: 'Fairly good' },
  average: { vi: 'Trung bình', en: 'Average' },
} satisfies Record<Grade, { vi: string; en: string }>);
