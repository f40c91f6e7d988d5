import { showDay, showMoment } from '../../platform/clock';
import { PageHeader } from '../../platform/pages/blocks';
import { CheckField, type Choice, choicesOf, SelectField } from '../../platform/pages/choices';
import { TextField } from '../../platform/pages/fields';
import { LinkButton } from '../../platform/pages/forms';
import { Filters, Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, ordersOf, Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import { classStateWords } from '../classes.labels';
import type { ClassItem } from '../classes.queries';
import type { ClassListPageQuery } from '../classes.requests';
import { classWords } from '../classes.words';
import { classStates } from '../training-class.states';
import { StageBadge } from './stage-badge';

interface Props {
  readonly classes: PageOf<ClassItem>;
  readonly query: ClassListPageQuery;
  readonly courses: readonly Choice[];
  readonly years: readonly number[];
  readonly mayPlan: boolean;
  readonly mayReadPlan: boolean;
  readonly seesDrafts: boolean;
}

export function ClassList({ classes, query, courses, years, mayPlan, mayReadPlan, seesDrafts }: Props) {
  const say = useWords(classWords);
  const { search, courseId, state, year, openCall, running, sort, cursor } = query;
  const filters = { search, courseId, state, year, openCall, running };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const plan = mayPlan && <LinkButton href="/classes/new" label={say.plan} tone="primary" />;
  const actions = (
    <>
      {plan}
      <LinkButton href="/calendar" label={say.calendar} />
      {mayReadPlan && <LinkButton href="/training-plans" label={say.trainingPlan} />}
      {mayPlan && <LinkButton href="/class-templates" label={say.templates} />}
    </>
  );
  return (
    <>
      <PageHeader title={say.classes} actions={actions} />
      <ClassFilters filters={filters} sort={sort} courses={courses} years={years} seesDrafts={seesDrafts} />
      <Table
        caption={say.classes}
        list={{ next: classes.next, isFirstPage: cursor === undefined }}
        hidesCaption
        isLong
        columns={useColumns({ ...filters, sort })}
        rows={classes.items}
        empty={
          isFiltered
            ? { title: say.nothingFound, next: say.nothingFoundNext }
            : { title: say.noClasses, next: mayPlan ? say.noClassesOffice : say.noClassesOthers, action: plan }
        }
      />
      <Pager path="/classes" query={{ ...filters, sort }} next={classes.next} isFirstPage={cursor === undefined} />
    </>
  );
}

type Filter = Pick<ClassListPageQuery, 'search' | 'courseId' | 'state' | 'year' | 'openCall' | 'running'>;
type Sorted = Filter & { readonly sort: ClassListPageQuery['sort'] };

function ClassFilters({
  filters,
  sort,
  courses,
  years,
  seesDrafts,
}: { filters: Filter; sort: ClassListPageQuery['sort'] } & Pick<Props, 'courses' | 'years' | 'seesDrafts'>) {
  const say = useWords(classWords);
  const states = useWords(classStateWords);
  const offered = classStates.filter((value) => value !== 'draft' || seesDrafts);
  return (
    <Filters action="/classes" values={filters} hidden={{ sort }}>
      <TextField name="search" label={say.search} maxLength={200} />
      <SelectField name="courseId" label={say.course} choices={courses} blank={say.allCourses} />
      <SelectField
        name="openCall"
        label={say.call}
        choices={[{ value: 'true', label: say.openCallOnly }]}
        blank={say.anyCall}
      />
      <CheckField name="running" label={say.runningOnly} />
      <SelectField name="state" label={say.state} choices={choicesOf(offered, states)} blank={say.allStates} />
      <SelectField
        name="year"
        label={say.year}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        blank={say.allYears}
      />
    </Filters>
  );
}

function useColumns(query: Sorted): readonly Column<ClassItem>[] {
  const say = useWords(classWords);
  const locale = useLocale();
  const { sort = '-opensOn' } = query;
  const sortBy = ordersOf('/classes', query, sort);
  return [
    {
      label: say.name,
      isRowName: true,
      sort: sortBy('name'),
      cell: ({ id, name, code }) => (
        <>
          <a href={`/classes/${id}`}>{name}</a>
          <small class="choice-hint row-note">{code}</small>
        </>
      ),
    },
    { label: say.course, cell: (item) => courseNameOf(item, locale) },
    { label: say.state, isState: true, cell: ({ stage }) => <StageBadge stage={stage} /> },
    { label: say.callCloses, isNamed: true, cell: ({ callClosesAt }) => callClosesAt && showMoment(callClosesAt) },
    {
      label: say.days,
      sort: sortBy('opensOn'),
      cell: ({ opensOn, closesOn }) => say.fromTo(showDay(opensOn), showDay(closesOn)),
    },
    { label: say.capacity, isNumber: true, cell: ({ capacity }) => capacity },
  ];
}

export const courseNameOf = (item: Pick<ClassItem, 'courseName' | 'courseNameEn'>, locale: 'vi' | 'en') =>
  locale === 'vi' ? item.courseName : item.courseNameEn;
