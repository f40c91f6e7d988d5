import { words } from '../platform/messages/words';

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
