import type { CourseItem } from '../courses/courses.queries';
import type { Locale } from '../platform/messages/words';
import type { Choice } from '../platform/pages/choices';

export function courseChoices(courses: readonly CourseItem[], locale: Locale): Choice[] {
  return courses.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn }));
}
