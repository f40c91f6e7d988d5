import { showDay, showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { DescriptionList, EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField, SelectField } from '../../../platform/pages/choices';
import { TextArea } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Filters, Pager } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import { markWords } from '../../attendance.words';
import { halfDayTitle } from '../../half-day-title';
import { type LeaveRequestState, leaveRequestStates } from '../leave-request.states';
import type { LeaveHalfDay, LeaveRequestItem, OwnHalfDay } from '../leave.queries';
import type { LeaveRequestsPageQuery } from '../leave.requests';
import { leaveStateWords, leaveWords } from '../leave.words';

const tones = { asked: 'warning', approved: 'success', declined: 'danger', withdrawn: 'neutral' } as const;

function State({ state }: { state: LeaveRequestState }) {
  return <Badge tone={tones[state]} text={useWords(leaveStateWords)[state]} />;
}

interface ListProps {
  readonly requests: PageOf<LeaveRequestItem>;
  readonly query: LeaveRequestsPageQuery;
  readonly mayAsk: boolean;
}

export function LeaveRequestList({ requests, query, mayAsk }: ListProps) {
  const say = useWords(leaveWords);
  const states = useWords(leaveStateWords);
  const locale = useLocale();
  const filter = { state: query.state ?? '', classId: query.classId ?? '' };
  return (
    <>
      <PageHeader
        title={say.title}
        actions={mayAsk && <LinkButton href="/leave-requests/new" label={say.ask} tone="primary" />}
      />
      <Filters action="/leave-requests" values={{ state: filter.state }} hidden={{ classId: filter.classId }}>
        <SelectField
          name="state"
          label={say.state}
          blank={say.allStates}
          choices={(Object.keys(leaveRequestStates) as LeaveRequestState[]).map((value) => ({
            value,
            label: states[value],
          }))}
        />
      </Filters>
      <Table
        caption={say.title}
        hidesCaption
        isLong
        rows={requests.items}
        empty={{ title: say.none }}
        columns={[
          {
            label: say.person,
            isRowName: true,
            cell: ({ id, fullName }) => <a href={`/leave-requests/${id}`}>{fullName}</a>,
          },
          { label: say.unit, cell: ({ unitName }) => unitName },
          { label: say.trainingClass, cell: ({ className }) => className },
          { label: say.halfDays, cell: ({ halfDays }) => halfDays.map((one) => halfDayTitle(one, locale)).join('; ') },
          { label: say.askedAt, cell: ({ askedAt }) => showMoment(askedAt) },
          { label: say.state, cell: ({ state }) => <State state={state} /> },
        ]}
      />
      <Pager path="/leave-requests" query={filter} next={requests.next} isFirstPage={query.cursor === undefined} />
    </>
  );
}

interface FormProps {
  readonly halfDays: readonly OwnHalfDay[];
  /** How long after a half-day leave may be asked for it. */
  readonly days: number;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function LeaveForm({ halfDays, days, typed, refusal }: FormProps) {
  const say = useWords(leaveWords);
  const locale = useLocale();
  return (
    <>
      <PageHeader title={say.ask} back={{ href: '/leave-requests', label: say.title }} />
      <Problem refusal={refusal} />
      {halfDays.length === 0 ? (
        <EmptyState title={say.nothingToAsk} next={say.askLimit(days)} />
      ) : (
        <Form action="/leave-requests" values={typed} errors={refusal?.fields ?? []}>
          <p>{say.askHow}</p>
          <ChoiceField
            name="halfDayIds"
            label={say.halfDays}
            hint={say.askLimit(days)}
            required
            isMany
            choices={halfDays.map((halfDay) => ({
              value: halfDay.id,
              label: halfDayTitle(halfDay, locale),
              hint: halfDay.className,
            }))}
          />
          <TextArea name="reason" label={say.reason} hint={say.reasonHint} maxLength={1000} required />
          <SubmitButton label={say.send} />
        </Form>
      )}
    </>
  );
}

interface DetailsProps {
  readonly request: LeaveRequestItem;
  readonly mayDecide: boolean;
  readonly isOwn: boolean;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function LeaveRequestDetails({ request, mayDecide, isOwn, typed, refusal }: DetailsProps) {
  const say = useWords(leaveWords);
  const { id, state } = request;
  const path = `/leave-requests/${id}`;
  const declining = { values: typed, errors: refusal?.fields ?? [] };
  return (
    <>
      <PageHeader
        title={say.of(request.fullName)}
        subtitle={`${request.unitName} · ${request.classCode} – ${request.className}`}
        back={{ href: '/leave-requests', label: say.title }}
      />
      <Problem refusal={refusal} formId="rejection" />
      <Facts request={request} />
      {state === 'asked' && (
        <div class="actions">
          {mayDecide && <ActionButton action={`${path}/approval`} label={say.approve} tone="primary" />}
          {mayDecide && (
            <ActionButton
              id="rejection"
              action={`${path}/rejection`}
              label={say.decline}
              confirm={say.declineConfirm}
              tone="danger"
              {...declining}
            >
              <TextArea name="reason" label={say.decisionReason} maxLength={500} required />
            </ActionButton>
          )}
          {isOwn && <ActionButton action={`${path}/withdrawal`} label={say.withdraw} confirm={say.withdrawConfirm} />}
        </div>
      )}
    </>
  );
}

function Facts({ request }: { request: LeaveRequestItem }) {
  const say = useWords(leaveWords);
  const { state, reason, askedAt, halfDays, decidedAt, decidedByName, decisionReason, reopenedAt } = request;
  const decided = decidedAt && {
    term: say.decided,
    value: say.decidedBy(decidedByName ?? '', showMoment(decidedAt)),
  };
  return (
    <DescriptionList
      items={[
        { term: say.state, value: <State state={state} /> },
        { term: say.halfDays, value: <HalfDays halfDays={halfDays} /> },
        { term: say.reason, value: reason },
        { term: say.askedAt, value: showMoment(askedAt) },
        ...(reopenedAt ? [{ term: say.reopened, value: say.reopenedWhy(showMoment(reopenedAt)) }] : []),
        ...(decided ? [decided] : []),
        ...(decisionReason ? [{ term: say.decisionReason, value: decisionReason }] : []),
      ]}
    />
  );
}

function HalfDays({ halfDays }: { halfDays: readonly LeaveHalfDay[] }) {
  const say = useWords(leaveWords);
  const marks = useWords(markWords);
  const locale = useLocale();
  return (
    <ul class="plain-list">
      {halfDays.map((halfDay) => (
        <li>
          {halfDayTitle(halfDay, locale)}{' '}
          <span class="quiet">
            ({halfDay.movedFrom && `${say.movedFrom(showDay(halfDay.movedFrom))}; `}
            {say.attendanceNow(marks[halfDay.mark])})
          </span>
        </li>
      ))}
    </ul>
  );
}
