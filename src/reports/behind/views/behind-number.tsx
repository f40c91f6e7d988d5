import { ExcelLink } from '../../../platform/pages/exports/list';
import { PageHeader } from '../../../platform/pages/blocks';
import { type Choice, choicesOf, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { type Column, ordersOf, Table } from '../../../platform/pages/tables';
import { numberNames } from '../../figures';
import type { ReportedUnit } from '../../reports.queries';
import { reportWords } from '../../reports.words';
import { CountedAt } from '../../views/counted-at';
import type { FactItem } from '../behind.queries';
import type { FactsPage, NumberAsked } from '../behind.service';
import { behindWords, numberWords } from '../behind.words';
import { isOfCourses } from '../numbers';
import { detailOf } from '../facts-sheet';
import { SearchedField } from '../../../platform/pages/searched/searched-field';
import { reportedChoices } from '../../views/reported-choices';

interface Props {
  readonly facts: FactsPage;
  readonly asked: NumberAsked;
  readonly year: number;
  readonly units: readonly ReportedUnit[];
  readonly courses: readonly Choice[];
  readonly mayCompare: boolean;
  readonly isFirstPage: boolean;
}

const path = '/reports/behind';

/** Who and what a number of the reports counts. */
export function BehindNumber({ facts, asked, year, units, courses, mayCompare, isFirstPage }: Props) {
  const say = useWords(behindWords);
  const report = useWords(reportWords);
  const query = { ...asked };
  return (
    <>
      <PageHeader
        title={useWords(numberWords)[asked.number]}
        subtitle={say.subtitle(facts.count, year)}
        back={
          mayCompare
            ? { href: linkTo('/reports/joint', { year }), label: report.backToJoint }
            : { href: linkTo('/reports/unit', { year, unitId: asked.unitId }), label: say.backToUnit }
        }
        actions={<ExcelLink href={linkTo(`${path}/workbook`, query)} />}
      />
      <CountedAt countedAt={facts.countedAt} mayRecount={false} />
      <FactFilters asked={asked} units={units} courses={courses} mayCompare={mayCompare} />
      <Facts facts={facts} asked={asked} isFirstPage={isFirstPage} />
      <Pager path={path} query={query} next={facts.next} isFirstPage={isFirstPage} />
    </>
  );
}

function FactFilters({ asked, units, courses, mayCompare }: Pick<Props, 'asked' | 'units' | 'courses' | 'mayCompare'>) {
  const say = useWords(behindWords);
  const report = useWords(reportWords);
  const locale = useLocale();
  const { sort, year, classId, number, ...values } = asked;
  return (
    <Filters action={path} values={{ number, ...values }} hidden={{ sort, year, classId }}>
      <SelectField
        name="number"
        label={say.number}
        choices={choicesOf(
          numberNames.filter((one) => mayCompare || !isOfCourses(one)),
          useWords(numberWords),
        )}
      />
      {units.length > 1 && !isOfCourses(number) && (
        <SearchedField
          name="unitId"
          label={report.unit}
          blank={say.allUnits}
          choices={reportedChoices(units, locale)}
        />
      )}
      <SelectField name="courseId" label={report.course} blank={say.allCourses} choices={courses} />
      <TextField name="search" label={say.search} maxLength={100} />
    </Filters>
  );
}

function Facts({ facts: { items, next }, asked, isFirstPage }: Pick<Props, 'facts' | 'asked' | 'isFirstPage'>) {
  const say = useWords(behindWords);
  const report = useWords(reportWords);
  const locale = useLocale();
  const { sort = 'name' } = asked;
  const sortBy = ordersOf(path, { ...asked }, sort);
  const hasPeople = items.some(({ fullName }) => fullName !== null);
  const person: Column<FactItem> = {
    label: say.person,
    isRowName: true,
    sort: sortBy('name'),
    cell: ({ fullName, nominationId, personId }) =>
      fullName === null ? (
        '–'
      ) : (
        <a href={nominationId ? `/nominations/${nominationId}` : `/people/${personId}`}>{fullName}</a>
      ),
  };
  return (
    <Table
      caption={useWords(numberWords)[asked.number]}
      list={{ next, isFirstPage }}
      hasOwnFile
      hidesCaption
      isLong
      rows={items}
      empty={{ title: say.nobody, next: say.nobodyNext }}
      columns={[
        ...(hasPeople ? [person] : []),
        {
          label: say.trainingClass,
          isRowName: !hasPeople,
          sort: sortBy('class'),
          cell: ({ classId, classCode, className }) =>
            className ? (
              <a href={`/classes/${classId}`}>
                {classCode} – {className}
              </a>
            ) : (
              say.notAnnounced
            ),
        },
        { label: report.unit, sort: sortBy('unit'), cell: ({ unitCode }) => unitCode },
        { label: say.detail, cell: (item) => detailOf(item, locale) },
      ]}
    />
  );
}
