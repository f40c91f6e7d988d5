import type { Rows } from './rows';

export interface CourseWords {
  readonly code?: string;
  readonly nameVi?: string;
  readonly nameEn?: string;
  readonly kind?: 'short' | 'theory' | 'study_session';
  readonly raisesTo?: string | null;
  readonly approvalSteps?: readonly ('group' | 'bloc')[];
  readonly award?: 'certificate' | 'diploma' | 'none';
  readonly carries?: 'all' | 'attendance' | 'marks' | 'nothing';
  readonly usualHalfDays?: number;
  readonly position?: number;
}

/** A course without rules, one approval step, unless told otherwise. */
export async function buildCourse(rows: Rows, n: number, words: CourseWords): Promise<{ id: string }> {
  const id = await rows.insert('courses', {
    code: `course_${n}`,
    nameVi: `Chương trình ${n}`,
    nameEn: `Course ${n}`,
    kind: 'short',
    raisesTo: null,
    approvalSteps: ['bloc'],
    award: 'certificate',
    usualHalfDays: 10,
    position: n,
    ...words,
  });
  return { id };
}
