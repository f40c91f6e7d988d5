import { theoryLevelWords } from '../../people/person.labels';
import { theoryLevels } from '../../people/person.values';
import { type Day, showDay } from '../../platform/clock';
import { ExcelLink } from '../../platform/pages/exports/list';
import { PageHeader } from '../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../platform/pages/choices';
import { linkTo } from '../../platform/pages/links';
import { Filters, Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Opening } from '../../platform/pages/papers/opening';
import { type SortDirection, Table } from '../../platform/pages/tables';
import { pageAmong, type PageOf } from '../../platform/paging';
import type { NeedLine } from '../coverage';
import type { Coverage, NeedFilter } from '../coverage.service';
import { coverageWords } from '../coverage.words';
import { openingOfCoverage } from '../openings/coverage-opening';
import type { ReportedUnit } from '../reports.queries';
import { needKinds } from '../training-needs';
import { counted } from './counted';
import { CountedAt } from './counted-at';
import { LevelsPlot } from './plots';
import { Citation, Deadline } from './training-needs';
import { SearchedField } from '../../platform/pages/searched/searched-field';
import { reportedChoices } from './reported-choices';

interface Props {
  readonly coverage: Coverage;
  readonly needs: PageOf<NeedLine>;
  readonly units: readonly ReportedUnit[];
  readonly filter: NeedFilter;
  /** Of the units before those whose rows are shown. */
  readonly unitsAfter: string | undefined;
  readonly isFirstPage: boolean;
  readonly mayRecount: boolean;
}

const path = '/reports/coverage';

export function CoveragePage({ coverage, needs, units, filter, unitsAfter, isFirstPage, mayRecount }: Props) {
  const say = useWords(coverageWords);
  const locale = useLocale();
  const query = { ...filter };
  const shown = pageAmong(coverage.units, unitsAfter, ({ id }) => id);
  return (
    <>
      <PageHeader
        title={say.title}
        subtitle={say.subtitle(showDay(coverage.asOf))}
        actions={<ExcelLink href={linkTo(`${path}/workbook`, query)} />}
      />
      <CountedAt countedAt={coverage.countedAt} mayRecount={mayRecount} />
      <CoverageFilters units={units} filter={filter} months={coverage.months} />
      <Opening {...openingOfCoverage(coverage, filter, locale)} />
      <LevelsPlot units={coverage.units.map(ofPlot)} shown={shown.items.map(ofPlot)} />
      <Matrix coverage={coverage} shown={shown.items} />
      <Lacking coverage={coverage} shown={shown.items} filter={filter} />
      <Pager {...{ path, query }} next={shown.next} isFirstPage={unitsAfter === undefined} cursor="unitsAfter" />
      <section id="names">
        <Names
          needs={needs}
          filter={filter}
          today={coverage.asOf}
          showsUnit={coverage.units.length > 1}
          isFirstPage={isFirstPage}
        />
        <Pager path={path} query={{ ...query, unitsAfter }} next={needs.next} isFirstPage={isFirstPage} />
      </section>
    </>
  );
}

function CoverageFilters({ units, filter, months }: Pick<Props, 'units' | 'filter'> & { months: number }) {
  const say = useWords(coverageWords);
  const locale = useLocale();
  const { sort, ...values } = filter;
  return (
    <Filters action={path} values={{ ...values, months: filter.months ?? '' }} hidden={{ sort }}>
      {units.length > 1 && (
        <SearchedField name="unitId" label={say.unit} blank={say.allUnits} choices={reportedChoices(units, locale)} />
      )}
      <SelectField name="kind" label={say.kind} blank={say.allKinds} choices={choicesOf(needKinds, say)} />
      <SelectField
        name="months"
        label={say.months}
        blank={say.monthsOf(months)}
        choices={[1, 3, 6, 12, 24].map((count) => ({ value: String(count), label: say.monthsOf(count) }))}
      />
    </Filters>
  );
}

type UnitRow = Coverage['units'][number];

const ofPlot = (unit: UnitRow) => ({ ...unit, name: unit.code });

function useUnitColumn() {
  const say = useWords(coverageWords);
  const locale = useLocale();
  return {
    label: say.unit,
    isRowName: true,
    cell: ({ code, nameVi, nameEn }: UnitRow) => `${code} – ${locale === 'vi' ? nameVi : nameEn}`,
  };
}

function Matrix({ coverage: { units, total }, shown }: Pick<Props, 'coverage'> & { shown: readonly UnitRow[] }) {
  const say = useWords(coverageWords);
  const levels = useWords(theoryLevelWords);
  const one = units.length === 1 ? units[0]!.id : undefined;
  const people = (unitId: string | undefined, theoryLevel?: string) =>
    linkTo('/people', { unitId, keyCadre: true, theoryLevel, isPresent: true });
  return (
    <Table
      caption={say.matrix}
      isLong
      rows={shown}
      empty={{ title: say.noUnits }}
      columns={[
        useUnitColumn(),
        ...theoryLevels.map((level) => ({
          label: levels[level],
          isNumber: true,
          cell: (unit: UnitRow) => counted(unit.levels[level], people(unit.id, level)),
          total: counted(total.levels[level], people(one, level)),
        })),
        {
          label: say.keyCadres,
          isNumber: true,
          cell: (unit: UnitRow) => counted(unit.keyCadres, people(unit.id)),
          total: counted(total.keyCadres, people(one)),
        },
      ]}
    />
  );
}

function Lacking({
  coverage: { total },
  shown,
  filter: { months, unitId },
}: Pick<Props, 'coverage' | 'filter'> & { shown: readonly UnitRow[] }) {
  const say = useWords(coverageWords);
  const names = (unit: string | undefined, kind: string) => `${linkTo(path, { unitId: unit, kind, months })}#names`;
  return (
    <Table
      caption={say.lacking}
      isLong
      rows={shown}
      empty={{ title: say.noUnits }}
      columns={[
        useUnitColumn(),
        ...needKinds.map((kind) => ({
          label: say[kind],
          isNumber: true,
          cell: (unit: UnitRow) => counted(unit.needs[kind], names(unit.id, kind)),
          total: counted(total.needs[kind], names(unitId, kind)),
        })),
      ]}
    />
  );
}

function Names({
  needs,
  filter,
  today,
  showsUnit,
  isFirstPage,
}: Pick<Props, 'needs' | 'filter' | 'isFirstPage'> & { today: Day; showsUnit: boolean }) {
  const say = useWords(coverageWords);
  const locale = useLocale();
  const { sort = 'deadline' } = filter;
  const sortBy = (order: 'deadline' | 'name' | 'unit') => {
    const direction: SortDirection = sort === order ? 'ascending' : sort === `-${order}` ? 'descending' : null;
    return { href: `${linkTo(path, { ...filter, sort: sort === order ? `-${order}` : order })}#names`, direction };
  };
  return (
    <Table
      caption={say.names}
      list={{ next: needs.next, isFirstPage }}
      hasOwnFile
      rows={needs.items}
      empty={{ title: say.nobody, next: say.nobodyNext }}
      columns={[
        {
          label: say.person,
          isRowName: true,
          sort: sortBy('name'),
          cell: ({ person }) => <a href={`/people/${person.personId}/training-needs`}>{person.fullName}</a>,
        },
        ...(showsUnit
          ? [{ label: say.unit, sort: sortBy('unit'), cell: ({ person }: NeedLine) => person.unitCode }]
          : []),
        { label: say.position, cell: ({ person }) => person.position },
        {
          label: say.what,
          cell: (need) => (
            <>
              {need.sentence[locale]}
              <Citation need={need} />
            </>
          ),
        },
        {
          label: say.deadline,
          sort: sortBy('deadline'),
          cell: ({ deadline }) =>
            deadline ? <Deadline deadline={deadline} today={today} /> : <span class="quiet">{say.noDeadline}</span>,
        },
      ]}
    />
  );
}
