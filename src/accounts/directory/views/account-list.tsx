import { showDay, dayOf } from '../../../platform/clock';
import { ExcelLink } from '../../../platform/pages/exports/list';
import { Badge, type Tone } from '../../../platform/pages/badges';
import { PageHeader } from '../../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { LinkButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { type Column, ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import { roleNames } from '../../accounts.words';
import type { AccountItem } from '../directory.queries';
import { type AccountsPageQuery, type AccountState, accountStates } from '../directory.requests';
import { accountStateWords, directoryWords, nameOfRole } from '../directory.words';
import { unitRoles } from '../unit-roles';
import { type Choices, areSeveral, SearchedField } from '../../../platform/pages/searched/searched-field';

interface Props {
  readonly accounts: PageOf<AccountItem>;
  readonly count: number;
  readonly query: AccountsPageQuery;
  readonly units: Choices;
  /** Whether the reader keeps accounts, and not only invites people. */
  readonly keeps: boolean;
  readonly mailLeaves: boolean;
}

export function AccountList({ accounts, count, query, units, keeps, mailLeaves }: Props) {
  const say = useWords(directoryWords);
  const { search, role, unitId, state, sort, cursor } = query;
  const filters = { search, role, unitId, state };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const roster = (
    <LinkButton
      href={linkTo('/roster-invitations', { unitId })}
      label={say.roster}
      tone={keeps ? 'plain' : 'primary'}
    />
  );
  return (
    <>
      <PageHeader
        title={say.title}
        subtitle={say.count(count)}
        actions={
          <>
            {keeps && <LinkButton href="/accounts/new" label={say.open} tone="primary" />}
            {roster}
            {count > 0 && <ExcelLink href={linkTo('/accounts/workbook', { ...filters, sort })} />}
          </>
        }
      />
      {!mailLeaves && <NoMail />}
      <AccountFilters {...{ filters, sort, units, keeps }} />
      <Table
        caption={say.title}
        list={{ next: accounts.next, isFirstPage: cursor === undefined }}
        hasOwnFile
        hidesCaption
        isLong
        columns={useColumns({ ...filters, sort }, areSeveral(units))}
        rows={accounts.items}
        empty={
          isFiltered
            ? { title: say.noneFound, next: say.noneFoundNext }
            : { title: say.none, next: say.noneNext, action: roster }
        }
      />
      <Pager path="/accounts" query={{ ...filters, sort }} next={accounts.next} isFirstPage={cursor === undefined} />
    </>
  );
}

export function NoMail() {
  const say = useWords(directoryWords);
  return (
    <Notice tone="info">
      <p>{say.noMail}</p>
    </Notice>
  );
}

type Filter = Pick<AccountsPageQuery, 'search' | 'role' | 'unitId' | 'state'>;

function AccountFilters({
  filters,
  sort,
  units,
  keeps,
}: Pick<Props, 'units' | 'keeps'> & { filters: Filter; sort: AccountsPageQuery['sort'] }) {
  const say = useWords(directoryWords);
  const ofRole = useWords(roleNames);
  const ofState = useWords(accountStateWords);
  return (
    <Filters action="/accounts" values={filters} hidden={{ sort }}>
      <TextField name="search" label={say.search} hint={say.searchHint} maxLength={100} />
      {keeps && (
        <SelectField name="role" label={say.roles} choices={choicesOf(unitRoles, ofRole)} blank={say.anyRole} />
      )}
      {areSeveral(units) && <SearchedField name="unitId" label={say.unit} choices={units} blank={say.anyUnit} />}
      <SelectField name="state" label={say.state} choices={choicesOf(accountStates, ofState)} blank={say.anyState} />
    </Filters>
  );
}

function useColumns(
  query: Filter & Pick<AccountsPageQuery, 'sort'>,
  showsUnit: boolean,
): readonly Column<AccountItem>[] {
  const say = useWords(directoryWords);
  const locale = useLocale();
  const { sort = 'name' } = query;
  const sortBy = ordersOf('/accounts', query, sort);
  return [
    {
      label: say.name,
      isRowName: true,
      sort: sortBy('name'),
      cell: ({ id, name }) => <a href={`/accounts/${id}`}>{name}</a>,
    },
    {
      label: say.email,
      sort: sortBy('email'),
      cell: ({ email, addressIsBad }) => (
        <>
          {email} {addressIsBad && <Badge tone="warning" text={say.mailComesBack} />}
        </>
      ),
    },
    ...(showsUnit ? [{ label: say.unit, cell: ({ unitName }: AccountItem) => unitName }] : []),
    {
      label: say.roles,
      cell: ({ grants }) => grants.length > 0 && grants.map((grant) => <div>{nameOfRole(grant, locale)}</div>),
    },
    { label: say.state, isState: true, cell: ({ state }) => <StateBadge state={state} /> },
    {
      label: say.createdAt,
      isNamed: true,
      sort: sortBy('createdAt'),
      cell: ({ createdAt }) => showDay(dayOf(createdAt)),
    },
  ];
}

export const accountTones: Readonly<Record<AccountState, Tone>> = {
  invited: 'info',
  active: 'success',
  locked: 'danger',
};

export const StateBadge = ({ state }: { state: AccountState }) => (
  <Badge tone={accountTones[state]} text={useWords(accountStateWords)[state]} />
);
