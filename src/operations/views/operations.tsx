import { showMoment } from '../../platform/clock';
import type { MailPause } from '../../platform/mailer/mail-pauses';
import { MailPaused } from '../../platform/mailer/views/mail-paused';
import { Badge } from '../../platform/pages/badges';
import { Card, PageHeader, StatCards } from '../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Unsaid } from '../../platform/surroundings/surroundings';
import { UnsaidSettings } from '../../platform/surroundings/views/unsaid';
import { backlogs } from '../../platform/jobs/backlogs';
import { jobLabel } from '../../platform/jobs/jobs';
import type { LastLook } from '../../platform/jobs/recurring-looks';
import type { OperationsFigures, QueueFigures } from '../operations.queries';
import { operationsWords } from '../operations.words';
import { DeadLetters, type DeadLettersShown } from './dead-letters';

interface Props {
  readonly figures: OperationsFigures;
  readonly dead: readonly DeadLettersShown[];
  readonly pause: MailPause | null;
  readonly mailLeaves: boolean;
  readonly unsaid: readonly Unsaid[];
}

export function Operations({ figures, dead, pause, mailLeaves, unsaid }: Props) {
  const say = useWords(operationsWords);
  const isPaused = figures.queue?.isPaused === true;
  return (
    <>
      <PageHeader
        title={say.title}
        actions={
          <>
            <LinkButton href="/operations/backups" label={say.backups} />
            <LinkButton href="/webhooks" label={say.webhooks} />
            <ActionButton action="/operations/mail-test" label={say.mailTest} />
            {isPaused ? (
              <ActionButton action="/operations/queue/resumption" label={say.resume} tone="primary" />
            ) : (
              <ActionButton action="/operations/queue/pause" label={say.pause} />
            )}
          </>
        }
      />
      <UnsaidSettings unsaid={unsaid} />
      <MailPaused pause={pause}>
        <ActionButton action="/operations/mail/resumption" label={say.mailResume} />
      </MailPaused>
      {!mailLeaves && (
        <Notice tone="info">
          <p>{say.keptHere}</p>
        </Notice>
      )}
      <Figures figures={figures} />
      {dead.map((shown) => (
        <DeadLetters shown={shown} />
      ))}
    </>
  );
}

/** Renews itself; the buttons stand outside, so that none vanishes under a finger. */
function Figures({ figures: { at, queue, backlogs: rows, looks } }: Pick<Props, 'figures'>) {
  const say = useWords(operationsWords);
  const locale = useLocale();
  const labels = new Map(backlogs().map(({ name, label }) => [name, label[locale]]));
  const renewing = {
    'hx-get': '/operations',
    'hx-select': '#figures',
    'hx-trigger': 'every 5s',
    'hx-swap': 'outerHTML',
  };
  return (
    <div id="figures" {...renewing}>
      <p class="quiet">
        {say.asOf(showMoment(at))}{' '}
        <noscript>
          <a href="/operations">{say.reload}</a>
        </noscript>
      </p>
      {queue ? (
        <Queue queue={queue} />
      ) : (
        <Notice tone="danger">
          <p>{say.queueAway}</p>
        </Notice>
      )}
      <Card title={say.backlogs}>
        <Table
          caption={say.backlogs}
          hidesCaption
          rows={rows}
          empty={{ title: say.nothing }}
          columns={[
            { label: say.backlog, isRowName: true, cell: ({ name }) => labels.get(name) ?? name },
            { label: say.waiting, isNumber: true, cell: ({ waiting }) => waiting },
            { label: say.oldest, cell: ({ oldestAt }) => (oldestAt ? showMoment(oldestAt) : say.nothing) },
            {
              label: say.dead,
              isNumber: true,
              cell: ({ dead }) => (dead > 0 ? <Badge tone="danger" text={String(dead)} /> : dead),
            },
          ]}
        />
      </Card>
      <Looks looks={looks} />
    </div>
  );
}

function Looks({ looks }: Pick<OperationsFigures, 'looks'>) {
  const say = useWords(operationsWords);
  const locale = useLocale();
  const overdue = looks.filter(({ isOverdue }) => isOverdue).length;
  return (
    <Card title={say.looks}>
      {overdue > 0 && (
        <Notice tone="danger">
          <p>{say.looksOverdue(overdue)}</p>
        </Notice>
      )}
      <Table
        caption={say.looks}
        hidesCaption
        isLong
        rows={looks}
        empty={{ title: say.nothing }}
        columns={[
          { label: say.look, isRowName: true, cell: ({ look }) => jobLabel(look, locale) },
          { label: say.lastDone, isNamed: true, cell: ({ doneAt }) => (doneAt ? showMoment(doneAt) : say.neverDone) },
          { label: say.took, isNumber: true, cell: ({ tookSeconds }) => tookSeconds?.toFixed(1) ?? '' },
          { label: say.lookState, isState: true, cell: (look) => <LookState look={look} /> },
        ]}
      />
    </Card>
  );
}

function LookState({ look: { isOverdue, isBehind } }: { look: LastLook }) {
  const say = useWords(operationsWords);
  if (isOverdue) return <Badge tone="danger" text={say.overdue} />;
  return <Badge tone={isBehind ? 'warning' : 'success'} text={isBehind ? say.behind : say.onTime} />;
}

function Queue({ queue: { backend, isPaused, counts, lastHour } }: { queue: QueueFigures }) {
  const say = useWords(operationsWords);
  const failed = counts['failed'] ?? 0;
  // What waits on a paused queue is counted apart.
  const waiting = (counts['waiting'] ?? 0) + (counts['paused'] ?? 0);
  return (
    <>
      <h2>
        {say.queueOn(backend)}{' '}
        <Badge tone={isPaused ? 'warning' : 'success'} text={isPaused ? say.paused : say.running} />
      </h2>
      {isPaused && (
        <Notice tone="warning">
          <p>{say.pausedMeans}</p>
        </Notice>
      )}
      <StatCards
        label={say.queue}
        cards={[
          { label: say.waiting, value: waiting },
          { label: say.active, value: counts['active'] ?? 0 },
          { label: say.delayed, value: counts['delayed'] ?? 0 },
          { label: say.failed, value: failed, tone: failed > 0 ? 'danger' : 'neutral' },
          { label: say.doneLastHour, value: lastHour.completed },
          { label: say.failedLastHour, value: lastHour.failed },
        ]}
      />
    </>
  );
}
