import { leaveKinds } from '../../../courses/course-rules';
import { leaveKindWords } from '../../../courses/rules.words';
import { showDay, showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, DescriptionList, EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField, choicesOf, SelectField } from '../../../platform/pages/choices';
import { DayField, TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Filters, Pager, WaitsForMe } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, usePage, useWords } from '../../../platform/pages/page-context';
import { ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import { markWords } from '../../attendance.words';
import { halfDayTitle } from '../../half-day-title';
import { type LeaveRequestState, leaveRequestStates } from '../leave-request.states';
import type { LeaveHalfDay, LeaveRequestItem, OwnHalfDay } from '../leave.queries';
import type { LeaveRequestsPageQuery } from '../leave.requests';
import { leaveStateWords, leaveWords } from '../leave.words';

const tones = {
  asked: 'warning',
  reopened: 'warning',
  approved: 'success',
  declined: 'danger',
  withdrawn: 'neutral',
} as const;

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
      <PageHeader
        title={say.ask}
        back={{ href: '/leave-requests', label: say.title }}
        actions={<LinkButton href="/leave-periods/new" label={say.askPeriod} />}
      />
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
          <WhyFields />
          <SubmitButton label={say.send} />
        </Form>
      )}
    </>
  );
}

interface PeriodFormProps {
  /** How long after its first day leave may be asked for. */
  readonly days: number;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function LeavePeriodForm({ days, typed, refusal }: PeriodFormProps) {
  const say = useWords(leaveWords);
  return (
    <>
      <PageHeader
        title={say.askPeriod}
        back={{ href: '/leave-requests', label: say.title }}
        actions={<LinkButton href="/leave-requests/new" label={say.askHalfDays} />}
      />
      <Problem refusal={refusal} />
      <Form action="/leave-periods" values={typed} errors={refusal?.fields ?? []}>
        <p>{say.askPeriodHow}</p>
        <FieldRow>
          <DayField name="from" label={say.from} hint={say.askLimit(days)} required />
          <DayField name="to" label={say.to} required />
        </FieldRow>
        <WhyFields />
        <SubmitButton label={say.send} />
      </Form>
    </>
  );
}

/** Why somebody is away, and the paper that proves it. */
function WhyFields() {
  const say = useWords(leaveWords);
  const kinds = useWords(leaveKindWords);
  return (
    <>
      <ChoiceField name="kind" label={say.kind} choices={choicesOf(leaveKinds, kinds)} isInline />
      <TextArea name="reason" label={say.reason} hint={say.reasonHint} maxLength={1000} required />
      <PaperFields />
    </>
  );
}

function PaperFields({ required = false }: { required?: boolean }) {
  const say = useWords(leaveWords);
  return (
    <FieldRow>
      <TextField name="paperNumber" label={say.paperNumber} hint={say.paperHint} maxLength={100} required={required} />
      <DayField name="paperOn" label={say.paperOn} />
    </FieldRow>
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
  const { id, state, paper, paperSeenAt } = request;
  const path = `/leave-requests/${id}`;
  const isPaper = 'paperNumber' in typed;
  const refused = { values: typed, errors: refusal?.fields ?? [] };
  const isLive = state === 'asked' || state === 'reopened' || state === 'approved';
  return (
    <>
      <PageHeader
        title={say.of(request.fullName)}
        subtitle={`${request.unitName} · ${request.classCode} – ${request.className}`}
        back={{ href: '/leave-requests', label: say.title }}
      />
      <Problem refusal={refusal} formId={isPaper ? 'paper' : 'rejection'} />
      <Card>
        <Facts request={request} />
      </Card>
      <div class="actions">
        {isOwn && state === 'reopened' && (
          <ActionButton action={`${path}/renewal`} label={say.askAgain} tone="primary" />
        )}
        {mayDecide && state === 'asked' && (
          <>
            <ActionButton action={`${path}/approval`} label={say.approve} tone="primary" />
            <ActionButton
              id="rejection"
              action={`${path}/rejection`}
              label={say.decline}
              confirm={say.declineConfirm}
              tone="danger"
              {...(isPaper ? {} : refused)}
            >
              <TextArea name="reason" label={say.decisionReason} maxLength={500} required />
            </ActionButton>
          </>
        )}
        {mayDecide && isLive && paper && !paperSeenAt && (
          <ActionButton action={`${path}/paper-check`} label={say.seePaper} />
        )}
        {isOwn && isLive && !paperSeenAt && (
          <ActionButton
            id="paper"
            action={`${path}/paper`}
            label={paper ? say.changePaper : say.namePaper}
            confirm={say.namePaperHow}
            {...(isPaper ? refused : { values: { paperNumber: paper?.number ?? '', paperOn: paper?.on ?? '' } })}
          >
            <PaperFields required />
          </ActionButton>
        )}
        {isOwn && (state === 'asked' || state === 'reopened') && (
          <ActionButton action={`${path}/withdrawal`} label={say.withdraw} confirm={say.withdrawConfirm} />
        )}
      </div>
    </>
  );
}

function Facts({ request }: { request: LeaveRequestItem }) {
  const say = useWords(leaveWords);
  const kinds = useWords(leaveKindWords);
  const { state, reason, kind, askedAt, halfDays, period, decidedAt, decidedByName, decisionReason, reopenedAt } =
    request;
  const decided = decidedAt && {
    term: say.decided,
    value: say.decidedBy(decidedByName ?? '', showMoment(decidedAt)),
  };
  const days = period && {
    term: say.days,
    value: (
      <>
        {say.fromTo(showDay(period.from), showDay(period.to))}
        <small class="choice-hint">{say.periodTakesIn}</small>
      </>
    ),
  };
  return (
    <DescriptionList
      items={[
        { term: say.state, value: <State state={state} /> },
        ...(reopenedAt && state === 'reopened'
          ? [{ term: say.reopened, value: say.reopenedWhy(showMoment(reopenedAt)) }]
          : []),
        ...(days ? [days] : []),
        { term: say.halfDays, value: <HalfDays halfDays={halfDays} /> },
        { term: say.kind, value: kinds[kind] },
        { term: say.reason, value: reason },
        { term: say.paper, value: <Paper request={request} /> },
        { term: say.askedAt, value: showMoment(askedAt) },
        ...(decided ? [decided] : []),
        ...(decisionReason ? [{ term: say.decisionReason, value: decisionReason }] : []),
      ]}
    />
  );
}

function Paper({ request: { paper, paperSeenAt, paperSeenByName, needsPaper } }: { request: LeaveRequestItem }) {
  const say = useWords(leaveWords);
  const seen = paperSeenAt ? say.seenBy(paperSeenByName ?? '', showMoment(paperSeenAt)) : say.notSeen;
  return (
    <>
      {paper ? `${say.paperOf(paper.number, paper.on && showDay(paper.on))} (${seen})` : say.noPaper}
      {needsPaper && !paperSeenAt && <small class="choice-hint">{say.needsPaper}</small>}
    </>
  );
}

function HalfDays({ halfDays }: { halfDays: readonly LeaveHalfDay[] }) {
  const say = useWords(leaveWords);
  const marks = useWords(markWords);
  const locale = useLocale();
  if (halfDays.length === 0) return <span class="quiet">{say.noHalfDaysYet}</span>;
  return (
    <ul class="plain-list">
      {halfDays.map((halfDay) => (
        <li>
          {halfDayTitle(halfDay, locale)}{' '}
          <span class="quiet">
            ({halfDay.movedFrom && `${say.movedFrom(showDay(halfDay.movedFrom), halfDay.movedFromTime)}; `}
            {halfDay.isCancelled ? say.cancelled : say.attendanceNow(marks[halfDay.mark])})
          </span>
        </li>
      ))}
    </ul>
  );
}
