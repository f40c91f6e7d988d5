import { words } from '../platform/messages/words';

/** Where a line comes from: a class of this service, or a paper the office entered. */
export type RecordKind = 'completion' | 'earlier_certificate' | EnteredKind;
/** Documents that stand for a level; a certificate from before this service stands for a course. */
export const enteredKinds = ['external_diploma', 'equivalence'] as const;
export type EnteredKind = (typeof enteredKinds)[number];

export const recordKindWords = words({
  completion: { vi: 'Hoàn thành lớp', en: 'Class completed' },
  earlier_certificate: { vi: 'Giấy chứng nhận cấp ngoài hệ thống này', en: 'Certificate from before this service' },
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
