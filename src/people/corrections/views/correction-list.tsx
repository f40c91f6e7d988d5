import { showMoment } from '../../../platform/clock';
import { ExcelLink } from '../../../platform/pages/exports/list';
import { Badge } from '../../../platform/pages/badges';
import { PageHeader } from '../../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../../platform/pages/choices';
import { LinkButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager, WaitsForMe } from '../../../platform/pages/lists';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { type Column, ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import { formFactWords } from '../../by-hand/person-form';
import { type CorrectionState, correctionStates } from '../correction-request.states';
import type { CorrectionItem } from '../corrections.queries';
import type { CorrectionPageQuery } from '../corrections.requests';
import { correctionStateWords, correctionWords } from '../corrections.words';
import { type Choices, areSeveral, SearchedField } from '../../../platform/pages/searched/searched-field';

interface Props {
  readonly requests: PageOf<CorrectionItem>;
  readonly count: number;
  readonly query: CorrectionPageQuery;
  readonly units: Choices;
  /** Whether the reader sees what people of a unit reported. */
  readonly isReader: boolean;
  /** Whether there is a record of their own. */
  readonly isPerson: boolean;
}

const path = '/correction-requests';

export function CorrectionList({ requests, count, query, units, isReader, isPerson }: Props) {
  const say = useWords(correctionWords);
  const ofState = useWords(correctionStateWords);
  const { state, unitId, waitsFor, sort, cursor } = query;
  const filters = { state, unitId, waitsFor };
  const states = Object.keys(correctionStates) as CorrectionState[];
  return (
    <>
      <PageHeader
        title={say.title}
        subtitle={say.count(count)}
        actions={
          <>
            {isPerson && <LinkButton href={`${path}/new`} label={say.report} />}
            {isReader && count > 0 && <ExcelLink href={linkTo(`${path}/workbook`, { ...filters, sort })} />}
          </>
        }
      />
      <Filters action={path} values={filters} hidden={{ sort }}>
        <SelectField name="state" label={say.state} choices={choicesOf(states, ofState)} blank={say.allStates} />
        {areSeveral(units) && <SearchedField name="unitId" label={say.unit} choices={units} blank={say.allUnits} />}
        <WaitsForMe value={waitsFor} />
      </Filters>
      <Table
        caption={say.title}
        list={{ next: requests.next, isFirstPage: cursor === undefined }}
        hasOwnFile
        hidesCaption
        isLong
        columns={useColumns(query, areSeveral(units))}
        rows={requests.items}
        empty={{ title: say.none, next: say.noneNext }}
      />
      <Pager path={path} query={{ ...filters, sort }} next={requests.next} isFirstPage={cursor === undefined} />
    </>
  );
}

function useColumns(
  { state, unitId, sort = '-askedAt' }: CorrectionPageQuery,
  showsUnit: boolean,
): readonly Column<CorrectionItem>[] {
  const say = useWords(correctionWords);
  const locale = useLocale();
  const sortBy = ordersOf(path, { state, unitId }, sort);
  return [
    {
      label: say.person,
      isRowName: true,
      sort: sortBy('name'),
      cell: ({ id, fullName }) => <a href={`${path}/${id}`}>{fullName}</a>,
    },
    ...(showsUnit ? [{ label: say.unit, cell: ({ unitName }: CorrectionItem) => unitName }] : []),
    { label: say.fact, cell: ({ fact }) => formFactWords(locale, fact).label },
    { label: say.asked, cell: (request) => <Asked request={request} /> },
    { label: say.askedAt, sort: sortBy('askedAt'), cell: ({ askedAt }) => showMoment(askedAt) },
    { label: say.state, isState: true, cell: ({ state: is }) => <CorrectionStateBadge state={is} /> },
  ];
}

/** From what to what. */
export function Asked({ request: { fact, stood, asked } }: { request: CorrectionItem }) {
  const { value } = formFactWords(useLocale(), fact);
  return <span class="text-break">{useWords(correctionWords).becomes(value(stood), value(asked))}</span>;
}

const tones = { open: 'warning', corrected: 'success', declined: 'neutral' } as const;

export const CorrectionStateBadge = ({ state }: { state: CorrectionState }) => (
  <Badge tone={tones[state]} text={useWords(correctionStateWords)[state]} />
);
