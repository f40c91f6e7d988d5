import { leaveKindWords } from '../../../courses/rules.words';
import { showDay, showMoment } from '../../../platform/clock';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { TextArea } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { markWords } from '../../attendance.words';
import { halfDayTitle } from '../../half-day-title';
import type { LeaveHalfDay, LeaveRequestItem } from '../leave.queries';
import { leaveWords } from '../leave.words';
import { PaperFields } from './leave-forms';
import { State } from './leave-state';

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
