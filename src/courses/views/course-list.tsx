import { theoryLevelWords } from '../../people/person.labels';
import { showDay } from '../../platform/clock';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { courseFormWords } from '../course-form.words';
import type { CourseItem } from '../courses.queries';
import { courseWords } from '../courses.words';

interface Props {
  readonly courses: readonly CourseItem[];
  readonly mayChange: boolean;
  /** Whether one of the seven usual courses is not there. */
  readonly lacksUsual: boolean;
}

export function CourseList({ courses, mayChange, lacksUsual }: Props) {
  const say = useWords(courseWords);
  const form = useWords(courseFormWords);
  const levels = useWords(theoryLevelWords);
  const locale = useLocale();
  const establish = <ActionButton action="/courses/catalogue" label={form.establish} tone="primary" />;
  return (
    <>
      <PageHeader title={say.courses} actions={mayChange && <LinkButton href="/courses/new" label={form.add} />} />
      <Table
        caption={say.courses}
        list="whole"
        hidesCaption
        rows={courses}
        empty={
          mayChange
            ? { title: say.noCourses, next: form.establishHint, action: establish }
            : { title: say.noCourses, next: say.noCoursesNext }
        }
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
          {
            label: form.state,
            cell: ({ retiredFrom }) => (retiredFrom ? form.retiredFrom(showDay(retiredFrom)) : form.inUse),
          },
        ]}
      />
      {mayChange && lacksUsual && courses.length > 0 && (
        <Card title={form.establish}>
          <p>{form.establishHint}</p>
          {establish}
        </Card>
      )}
    </>
  );
}

export const courseName = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }, locale: 'vi' | 'en') =>
  locale === 'vi' ? nameVi : nameEn;

export const approvalOf = (steps: readonly string[]) => (steps.includes('group') ? 'byGroupThenBloc' : 'byBloc');
