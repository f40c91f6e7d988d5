import { PageHeader } from '../../../platform/pages/blocks';
import { type Choice, SelectField } from '../../../platform/pages/choices';
import { LinkButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { TemplateItem } from '../templates.queries';
import { templateWords } from '../templates.words';
import { dayPartWords, weekdayWords } from '../../classes.labels';
import { classWords } from '../../classes.words';
import { courseNameOf } from '../../views/class-list';
import type { NameOrder } from '../../../platform/paging';

interface Props {
  readonly templates: PageOf<TemplateItem>;
  readonly courses: readonly Choice[];
  readonly courseId: string | undefined;
  readonly sort: NameOrder | undefined;
  readonly isFirstPage: boolean;
}

export function TemplateList({ templates, courses, courseId, sort, isFirstPage }: Props) {
  const say = useWords(templateWords);
  const of = useWords(classWords);
  const locale = useLocale();
  const make = <LinkButton href="/class-templates/new" label={say.make} tone="primary" />;
  return (
    <>
      <PageHeader title={say.templates} back={{ href: '/classes', label: of.allClasses }} actions={make} />
      <Filters action="/class-templates" values={{ courseId }} hidden={{ sort }}>
        <SelectField name="courseId" label={say.course} choices={courses} blank={of.allCourses} />
      </Filters>
      <Table
        caption={say.templates}
        list={{ next: templates.next, isFirstPage }}
        hidesCaption
        rows={templates.items}
        empty={
          courseId
            ? { title: say.nothingFound, next: say.nothingFoundNext }
            : { title: say.none, next: say.noneNext, action: make }
        }
        columns={[
          {
            label: say.name,
            isRowName: true,
            sort: ordersOf('/class-templates', { courseId }, sort ?? 'name')('name'),
            cell: ({ id, name, note }) => (
              <>
                <a href={`/class-templates/${id}`} aria-label={say.editOne(name)}>
                  {name}
                </a>
                {note && <div class="quiet">{note}</div>}
              </>
            ),
          },
          { label: say.course, cell: (template) => courseNameOf(template, locale) },
          { label: say.pattern, cell: (template) => <PatternWords of={template} /> },
          { label: of.capacity, isNumber: true, cell: ({ capacity }) => capacity },
          {
            label: say.actions,
            hidesLabel: true,
            cell: ({ id, name }) => (
              <a href={linkTo('/classes/new', { templateId: id })} aria-label={say.planFromOne(name)}>
                {say.planFrom}
              </a>
            ),
          },
        ]}
      />
      <Pager path="/class-templates" query={{ courseId, sort }} next={templates.next} isFirstPage={isFirstPage} />
    </>
  );
}

/** "Thứ Bảy, Chủ nhật · Sáng, Chiều · 10 buổi" */
function PatternWords({ of: { weekdays, parts, halfDayCount } }: { of: TemplateItem }) {
  const say = useWords(templateWords);
  const dayNames = useWords(weekdayWords);
  const partNames = useWords(dayPartWords);
  const words = [
    weekdays.map((weekday) => dayNames[weekday]).join(', '),
    parts.map((part) => partNames[part]).join(', '),
    halfDayCount === null ? '' : say.halfDays(halfDayCount),
  ].filter((word) => word !== '');
  return words.length === 0 ? <span class="quiet">{say.noPattern}</span> : <>{words.join(' · ')}</>;
}
