import { leaveKindWords } from '../../../courses/rules.words';
import { showDay, showMoment } from '../../../platform/clock';
import { PageHeader } from '../../../platform/pages/blocks';
import { SelectField } from '../../../platform/pages/choices';
import { LinkButton } from '../../../platform/pages/forms';
import { Filters, Pager, WaitsForMe } from '../../../platform/pages/lists';
import { useLocale, usePage, useWords } from '../../../platform/pages/page-context';
import { ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import { halfDayTitle } from '../../half-day-title';
import { type LeaveRequestState, leaveRequestStates } from '../leave-request.states';
import type { LeaveRequestItem } from '../leave.queries';
import type { LeaveRequestsPageQuery } from '../leave.requests';
import { leaveStateWords, leaveWords } from '../leave.words';
import { State } from './leave-state';

interface ListProps {
  readonly requests: PageOf<LeaveRequestItem>;
  readonly query: LeaveRequestsPageQuery;
  readonly mayAsk: boolean;
}

export function LeaveRequestList({ requests, query, mayAsk }: ListProps) {
  const say = useWords(leaveWords);
  const states = useWords(leaveStateWords);
  const kinds = useWords(leaveKindWords);
  const locale = useLocale();
  const { sort = '-askedAt' } = query;
  const filter = {
    state: query.state ?? '',
    waitsFor: query.waitsFor,
    classId: query.classId ?? '',
    periodId: query.periodId ?? '',
  };
  return (
    <>
      <PageHeader
        title={say.title}
        actions={
          mayAsk && (
            <>
              <LinkButton href="/leave-requests/new" label={say.ask} tone="primary" />
              <LinkButton href="/leave-periods/new" label={say.askPeriod} />
            </>
          )
        }
      />
      <Filters
        action="/leave-requests"
        values={{ state: filter.state, waitsFor: filter.waitsFor }}
        hidden={{ classId: filter.classId, periodId: filter.periodId, sort: query.sort }}
      >
        <SelectField
          name="state"
          label={say.state}
          blank={say.allStates}
          choices={(Object.keys(leaveRequestStates) as LeaveRequestState[]).map((value) => ({
            value,
            label: states[value],
          }))}
        />
        <WaitsForMe value={query.waitsFor} />
      </Filters>
      <Table
        caption={say.title}
        list={{ next: requests.next, isFirstPage: query.cursor === undefined }}
        hidesCaption
        isLong
        rows={requests.items}
        empty={{
          title: say.none,
          next: say.noneNext,
          action: usePage().personId && <LinkButton href="/leave-requests/new" label={say.ask} />,
        }}
        columns={[
          {
            label: say.person,
            isRowName: true,
            cell: ({ id, fullName }) => <a href={`/leave-requests/${id}`}>{fullName}</a>,
          },
          { label: say.unit, cell: ({ unitName }) => unitName },
          { label: say.trainingClass, cell: ({ className }) => className },
          {
            label: say.halfDays,
            cell: ({ halfDays, period }) =>
              period
                ? say.ofPeriod(say.fromTo(showDay(period.from), showDay(period.to)), halfDays.length)
                : halfDays.map((one) => halfDayTitle(one, locale)).join('; '),
          },
          { label: say.kind, cell: ({ kind, paper }) => (paper ? `${kinds[kind]}; ${paper.number}` : kinds[kind]) },
          {
            label: say.askedAt,
            sort: ordersOf('/leave-requests', filter, sort)('askedAt'),
            cell: ({ askedAt }) => showMoment(askedAt),
          },
          { label: say.state, cell: ({ state }) => <State state={state} /> },
        ]}
      />
      <Pager
        path="/leave-requests"
        query={{ ...filter, sort: query.sort }}
        next={requests.next}
        isFirstPage={query.cursor === undefined}
      />
    </>
  );
}
