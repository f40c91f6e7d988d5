import type { Actor } from '../../../platform/access/actor';
import { ExcelLink } from '../../../platform/pages/exports/list';
import { Badge } from '../../../platform/pages/badges';
import { PageHeader } from '../../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import { mayKeepRoster } from '../../people.policy';
import type { ContradictionItem } from '../contradictions.queries';
import { contradictionKinds, type ContradictionsPageQuery } from '../posts.requests';
import { postWords } from '../posts.words';
import { sortedBy } from './sorted-by';
import { type Choices, areSeveral, SearchedField } from '../../../platform/pages/searched/searched-field';

interface Props {
  readonly people: PageOf<ContradictionItem>;
  readonly count: number;
  readonly query: ContradictionsPageQuery;
  readonly units: Choices;
  readonly actor: Actor;
}

const path = '/posts/contradictions';

export function ContradictionList({ people, count, query, units, actor }: Props) {
  const say = useWords(postWords);
  const locale = useLocale();
  const { search, unitId, kind, sort, cursor } = query;
  const filters = { search, unitId, kind };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const by = (order: string) => sortedBy(path, filters, sort ?? 'name', order);
  return (
    <>
      <PageHeader
        title={say.contradictions}
        subtitle={say.contradictionsCount(count)}
        back={{ href: '/posts', label: say.title }}
        actions={count > 0 && <ExcelLink href={linkTo(`${path}/workbook`, { ...filters, sort })} />}
      />
      <p>{say.contradictionsHint}</p>
      <Filters action={path} values={filters} hidden={{ sort }}>
        <TextField name="search" label={say.searchName} maxLength={100} />
        {areSeveral(units) && <SearchedField name="unitId" label={say.unit} choices={units} blank={say.allUnits} />}
        <SelectField name="kind" label={say.kind} choices={choicesOf(contradictionKinds, say)} blank={say.any} />
      </Filters>
      <Table
        caption={say.contradictions}
        list={{ next: people.next, isFirstPage: cursor === undefined }}
        hasOwnFile
        hidesCaption
        isLong
        rows={people.items}
        empty={
          isFiltered
            ? { title: say.noneFound, next: say.noneFoundNext }
            : { title: say.contradictionsNone, next: say.contradictionsNoneNext }
        }
        columns={[
          {
            label: say.fullName,
            isRowName: true,
            sort: by('name'),
            cell: ({ personId, fullName }) => <a href={`/people/${personId}`}>{fullName}</a>,
          },
          { label: say.unit, sort: by('unit'), cell: ({ unitCode }) => unitCode },
          {
            label: say.position,
            cell: ({ position, partyPosition }) => [position, partyPosition].filter(Boolean).join(' · '),
          },
          {
            label: say.byCatalogue,
            isNamed: true,
            cell: ({ postId, postVi, postEn }) => <a href={`/posts/${postId}`}>{locale === 'vi' ? postVi : postEn}</a>,
          },
          {
            label: say.kind,
            isState: true,
            cell: ({ keyCadre }) => <Badge tone="warning" text={keyCadre ? say.marked : say.unmarked} />,
          },
          {
            label: say.correct,
            hidesLabel: true,
            cell: ({ personId, unitId: of, fullName }) =>
              mayKeepRoster(actor, of) &&
              !actor.is(personId) && (
                <a href={`/people/${personId}/edit`} aria-label={`${say.correct}: ${fullName}`}>
                  {say.correct}
                </a>
              ),
          },
        ]}
      />
      <Pager path={path} query={{ ...filters, sort }} next={people.next} isFirstPage={cursor === undefined} />
    </>
  );
}
