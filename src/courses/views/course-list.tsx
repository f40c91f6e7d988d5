import { theoryLevelWords } from '../../people/person.labels';
import { PageHeader } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { CourseItem } from '../courses.queries';
import { courseWords } from '../courses.words';

export function CourseList({ courses }: { courses: readonly CourseItem[] }) {
  const say = useWords(courseWords);
  const levels = useWords(theoryLevelWords);
  const locale = useLocale();
  return (
    <>
      <PageHeader title={say.courses} subtitle={say.coursesHint} />
      <Table
        caption={say.courses}
        hidesCaption
        rows={courses}
        empty={{ title: say.noCourses, next: say.noCoursesNext }}
        columns={[
          {
            label: say.name,
            isRowName: true,
            cell: (course) => <a href={`/courses/${course.id}`}>{courseName(course, locale)}</a>,
          },
          { label: say.kind, cell: ({ kind }) => say[kind] },
          { label: say.approval, cell: ({ approvalSteps }) => say[approvalOf(approvalSteps)] },
          { label: say.award, cell: ({ award }) => say[award] },
          { label: say.raisesTo, cell: ({ raisesTo }) => raisesTo && levels[raisesTo] },
          { label: say.usualHalfDays, isNumber: true, cell: ({ usualHalfDays }) => usualHalfDays },
        ]}
      />
    </>
  );
}

export const courseName = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }, locale: 'vi' | 'en') =>
  locale === 'vi' ? nameVi : nameEn;

export const approvalOf = (steps: readonly string[]) => (steps.includes('group') ? 'byGroupThenBloc' : 'byBloc');
