import { showDay } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { PageHeader } from '../../platform/pages/blocks';
import { choicesOf, SelectField, yesOrNo } from '../../platform/pages/choices';
import { TextField } from '../../platform/pages/fields';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Filters, Pager } from '../../platform/pages/lists';
import { useWords } from '../../platform/pages/page-context';
import { type Column, ordersOf, Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { PersonItem } from '../people.queries';
import type { PeopleOrder, PeoplePageQuery } from '../people.requests';
import { peopleWords } from '../people.words';
import { standingWords, theoryLevelWords } from '../person.labels';
import { standings, theoryLevels } from '../person.values';
import { type Choices, areSeveral, SearchedField } from '../../platform/pages/searched/searched-field';

interface Props {
  readonly people: PageOf<PersonItem>;
  readonly count: number;
  readonly query: PeoplePageQuery;
  /** The units to choose from; one alone is not asked for. */
  readonly units: Choices;
  readonly maySendRoster: boolean;
  readonly mayKeepUnits: boolean;
  readonly mayCompareUnits: boolean;
}

export function PeopleList({ people, count, query, units, maySendRoster, mayKeepUnits, mayCompareUnits }: Props) {
  const say = useWords(peopleWords);
  const { unitId, search, keyCadre, planned, standing, theoryLevel, isPresent, sort, cursor } = query;
  const filters = { unitId, search, keyCadre, planned, standing, theoryLevel, isPresent };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const sendRoster = maySendRoster && <LinkButton href="/roster-imports" label={say.sendRoster} tone="primary" />;
  return (
    <>
      <PageHeader
        title={say.people}
        subtitle={isFiltered ? say.foundByFilter(count) : say.found(count)}
        actions={
          <>
            {sendRoster}
            {maySendRoster && <LinkButton href={linkTo('/people/new', { unitId })} label={say.add} />}
            {mayCompareUnits && <LinkButton href="/people/duplicates" label={say.duplicates} />}
            <LinkButton href="/posts" label={say.posts} />
            {mayKeepUnits && <LinkButton href="/units" label={say.units} />}
          </>
        }
      />
      <PeopleFilters filters={filters} sort={sort} units={units} />
      <Table
        caption={say.people}
        list={{ next: people.next, isFirstPage: cursor === undefined }}
        hidesCaption
        isLong
        columns={useColumns({ ...filters, sort }, areSeveral(units))}
        rows={people.items}
        empty={
          isFiltered
            ? { title: say.nobodyFound, next: say.nobodyFoundNext }
            : {
                title: say.emptyTitle,
                next: maySendRoster ? say.emptyNext : say.emptyForReaders,
                action: sendRoster,
              }
        }
      />
      <Pager path="/people" query={{ ...filters, sort }} next={people.next} isFirstPage={cursor === undefined} />
    </>
  );
}

type Filter = Pick<
  PeoplePageQuery,
  'unitId' | 'search' | 'keyCadre' | 'planned' | 'standing' | 'theoryLevel' | 'isPresent'
>;

function PeopleFilters({ filters, sort, units }: { filters: Filter; sort: PeopleOrder | undefined; units: Choices }) {
  const say = useWords(peopleWords);
  const ofStanding = useWords(standingWords);
  const ofTheoryLevel = useWords(theoryLevelWords);
  return (
    <Filters action="/people" values={filters} hidden={{ sort }}>
      <TextField name="search" label={say.search} hint={say.searchHint} maxLength={100} />
      {areSeveral(units) && <SearchedField name="unitId" label={say.unit} choices={units} blank={say.allUnits} />}
      <SelectField
        name="keyCadre"
        label={say.keyCadre}
        choices={yesOrNo(say.keyCadre, say.notKeyCadre)}
        blank={say.all}
      />
      <SelectField name="planned" label={say.planned} choices={yesOrNo(say.planned, say.notPlanned)} blank={say.all} />
      <SelectField name="standing" label={say.standing} choices={choicesOf(standings, ofStanding)} blank={say.all} />
      <SelectField
        name="theoryLevel"
        label={say.theoryLevel}
        choices={choicesOf(theoryLevels, ofTheoryLevel)}
        blank={say.all}
      />
      <SelectField
        name="isPresent"
        label={say.presence}
        choices={yesOrNo(say.isPresent, say.hasLeft)}
        blank={say.all}
      />
    </Filters>
  );
}

function useColumns(
  query: Filter & { readonly sort: PeopleOrder | undefined },
  showsUnit: boolean,
): readonly Column<PersonItem>[] {
  const say = useWords(peopleWords);
  const ofStanding = useWords(standingWords);
  const ofTheoryLevel = useWords(theoryLevelWords);
  const sortBy = ordersOf('/people', query, query.sort ?? 'name');
  return [
    {
      label: say.fullName,
      isRowName: true,
      sort: sortBy('name'),
      cell: ({ id, fullName }) => <a href={`/people/${id}`}>{fullName}</a>,
    },
    { label: say.code, sort: sortBy('code'), cell: ({ code }) => <span class="text-nowrap">{code}</span> },
    ...(showsUnit ? [{ label: say.unit, cell: ({ unitName }: PersonItem) => unitName }] : []),
    { label: say.birthDate, sort: sortBy('birthDate'), cell: ({ birthDate }) => showDay(birthDate) },
    { label: say.position, cell: (person) => <Position person={person} /> },
    { label: say.standing, cell: ({ standing }) => ofStanding[standing] },
    { label: say.theoryLevel, cell: ({ theoryLevel }) => ofTheoryLevel[theoryLevel] },
  ];
}

function Position({ person: { position, isKeyCadre, leftOn } }: { person: PersonItem }) {
  const say = useWords(peopleWords);
  return (
    <>
      {position} {isKeyCadre && <Badge tone="info" text={say.keyCadre} />}{' '}
      {leftOn !== null && <Badge tone="warning" text={say.left(showDay(leftOn))} />}
    </>
  );
}
