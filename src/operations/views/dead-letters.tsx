import { showMoment } from '../../platform/clock';
import { jobLabel } from '../../platform/jobs/jobs';
import { Card } from '../../platform/pages/blocks';
import { ActionButton } from '../../platform/pages/forms';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { DeadLetter } from '../operations.queries';
import type { DeadLetterKind } from '../operations.requests';
import { operationsWords } from '../operations.words';

export interface DeadLettersShown {
  readonly kind: DeadLetterKind;
  readonly items: readonly DeadLetter[];
  readonly hasMore: boolean;
}

/** What was given up, of one kind, with what can be done about it. */
export function DeadLetters({ shown: { kind, items, hasMore } }: { shown: DeadLettersShown }) {
  const say = useWords(operationsWords);
  const locale = useLocale();
  const titles: Readonly<Record<DeadLetterKind, string>> = {
    mail: say.deadMail,
    webhooks: say.deadWebhooks,
    jobs: say.deadJobs,
  };
  const replay = { action: '/operations/replays' };
  return (
    <Card
      title={titles[kind]}
      footer={
        items.length > 0 && (
          <ActionButton
            {...replay}
            id={`replay-all-${kind}`}
            hidden={{ kind }}
            label={say.replayAll}
            confirm={say.replayAllMeans}
          />
        )
      }
    >
      {hasMore && <p>{say.newest(items.length)}</p>}
      <Table
        caption={titles[kind]}
        hidesCaption
        rows={items}
        empty={{ title: say.noDead, next: say.noDeadNext }}
        columns={[
          {
            label: say.what,
            isRowName: true,
            cell: ({ id, what }) => {
              if (kind === 'mail') return <a href={`/messages/${id}`}>{what}</a>;
              return kind === 'jobs' ? jobLabel(what, locale) : what;
            },
          },
          ...(kind === 'jobs' ? [] : [{ label: say.to, cell: ({ to }: DeadLetter) => to }]),
          { label: say.error, cell: ({ error }) => error },
          { label: say.attempts, isNumber: true, cell: ({ attempts }) => attempts },
          { label: say.at, cell: ({ at }) => showMoment(at) },
          {
            label: say.actions,
            hidesLabel: true,
            cell: ({ id }) => (
              <ActionButton {...replay} id={`replay-${kind}-${id}`} hidden={{ kind, id }} label={say.replay} />
            ),
          },
        ]}
      />
    </Card>
  );
}
