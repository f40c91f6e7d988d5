import { showDay } from '../../../platform/clock';
import { ExcelLink } from '../../../platform/pages/exports/list';
import { Badge } from '../../../platform/pages/badges';
import { PageHeader } from '../../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { LinkButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { useWords } from '../../../platform/pages/page-context';
import { type Column, ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { AlikePerson, DuplicateItem } from '../duplicates.queries';
import { type DuplicateOrder, type DuplicatesPageQuery, likenesses, pairStates } from '../mergers.requests';
import { comparisonWords, duplicateWords } from '../mergers.words';
import { type Choices, SearchedField } from '../../../platform/pages/searched/searched-field';

interface Props {
  readonly pairs: PageOf<DuplicateItem>;
  readonly count: number;
  readonly query: DuplicatesPageQuery;
  readonly units: Choices;
}

const path = '/people/duplicates';

export function DuplicateList({ pairs, count, query, units }: Props) {
  const say = useWords(duplicateWords);
  const { search, unitId, likeness, state, sort, cursor } = query;
  const filters = { search, unitId, likeness, state };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <>
      <PageHeader
        title={say.title}
        subtitle={state === 'distinct' ? say.countDistinct(count) : say.count(count)}
        back={{ href: '/people', label: say.people }}
        actions={
          <>
            <LinkButton href="/people/mergers" label={say.mergers} />
            {count > 0 && <ExcelLink href={linkTo(`${path}/workbook`, { ...filters, sort })} />}
          </>
        }
      />
      <Filters action={path} values={filters} hidden={{ sort }}>
        <TextField name="search" label={say.search} hint={say.searchHint} maxLength={100} />
        <SearchedField name="unitId" label={say.unit} choices={units} blank={say.anyUnit} />
        <SelectField
          name="likeness"
          label={say.likeness}
          choices={choicesOf(likenesses, say)}
          blank={say.anyLikeness}
        />
        <SelectField name="state" label={say.state} choices={choicesOf(pairStates.slice(1), say)} blank={say.open} />
      </Filters>
      <Table
        caption={say.title}
        list={{ next: pairs.next, isFirstPage: cursor === undefined }}
        hasOwnFile
        hidesCaption
        isLong
        columns={useColumns({ ...filters, sort })}
        rows={pairs.items}
        empty={isFiltered ? { title: say.noneFound, next: say.noneFoundNext } : { title: say.none, next: say.noneNext }}
      />
      <Pager path={path} query={{ ...filters, sort }} next={pairs.next} isFirstPage={cursor === undefined} />
    </>
  );
}

function useColumns(query: {
  readonly sort: DuplicateOrder | undefined;
  readonly [filter: string]: string | undefined;
}): readonly Column<DuplicateItem>[] {
  const say = useWords(duplicateWords);
  const { sort = 'name' } = query;
  const sortBy = ordersOf(path, query, sort);
  return [
    {
      label: say.name,
      isRowName: true,
      sort: sortBy('name'),
      cell: ({ one, other }) => (
        <a href={`/people/${one.id}/duplicates/${other.id}`} aria-label={say.compareWho(one.fullName)}>
          {one.fullName}
        </a>
      ),
    },
    { label: say.birthDate, sort: sortBy('birthDate'), cell: ({ one }) => showDay(one.birthDate) },
    { label: say.first, isNamed: true, cell: ({ one }) => <Alike person={one} /> },
    { label: say.second, isNamed: true, cell: ({ other }) => <Alike person={other} /> },
    {
      label: say.likeness,
      isState: true,
      cell: ({ likeness }) => <Badge tone={likeness === 'certain' ? 'warning' : 'neutral'} text={say[likeness]} />,
    },
  ];
}

function Alike({ person: { code, unitName, position, leftOn } }: { person: AlikePerson }) {
  const say = useWords(comparisonWords);
  return (
    <>
      <div>
        <span class="text-nowrap">{code}</span>
        {leftOn !== null && ` (${say.leftOn(showDay(leftOn))})`}
      </div>
      <div class="text-secondary">{[unitName, position].filter(Boolean).join(' · ')}</div>
    </>
  );
}
