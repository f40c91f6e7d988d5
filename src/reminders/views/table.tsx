import { mayReadMail } from '../../platform/mailer/mail.policy';
import type { Actor } from '../../platform/access/actor';
import { showDay, showMoment } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import type { Query } from '../../platform/pages/links';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, type ListPart, ordersOf, Table } from '../../platform/pages/tables';
import { ledgerWords } from '../ledger.words';
import type { ReminderState } from '../rules/rule';
import type { ReminderRow } from '../reminders.queries';
import type { ReminderOrder } from '../reminders.requests';
import { reasonWords, reminderWords, ruleWords, stateWords } from '../reminders.words';

const tones: Readonly<Record<ReminderState, Tone>> = {
  due: 'info',
  written: 'info',
  left: 'success',
  returned: 'danger',
  suppressed: 'neutral',
  failed: 'danger',
  missed: 'warning',
};

/** Where a list in another order is found. */
export interface Sorting {
  readonly path: string;
  readonly query: Query;
  readonly sort: ReminderOrder | undefined;
}

/** The ledger: whom the service reminded of what, or why it did not. */
export function RemindersTable({
  rows,
  actor,
  caption,
  namesClass,
  sorting,
  part,
}: {
  rows: readonly ReminderRow[];
  actor: Actor;
  caption: string;
  /** Whether each line says which class it is about. */
  namesClass: boolean;
  sorting: Sorting;
  part: ListPart;
}) {
  const say = useWords(reminderWords);
  const more = useWords(ledgerWords);
  const { path, query, sort = '-dueOn' } = sorting;
  const sortBy = ordersOf(path, query, sort);
  const ofClass: Column<ReminderRow> = { label: say.trainingClass, cell: (row) => <ClassOf row={row} /> };
  return (
    <Table
      caption={caption}
      list={part}
      hasOwnFile
      hidesCaption
      rows={rows}
      empty={{ title: say.none, next: say.noneNext }}
      columns={[
        { label: say.recipient, isRowName: true, sort: sortBy('recipient'), cell: (row) => <Recipient row={row} /> },
        { label: say.rule, sort: sortBy('rule'), cell: (row) => <Rule row={row} /> },
        ...(namesClass ? [ofClass] : []),
        { label: say.dueOn, sort: sortBy('dueOn'), cell: ({ dueOn }) => showDay(dueOn) },
        { label: say.state, sort: sortBy('state'), cell: (row) => <State row={row} actor={actor} /> },
        {
          label: more.line,
          hidesLabel: true,
          cell: ({ id, recipientName }) => (
            <a class="btn text-nowrap" href={`/reminders/${id}`}>
              {more.line}
              <span class="visually-hidden">: {more.lineOf(recipientName)}</span>
            </a>
          ),
        },
      ]}
    />
  );
}

export function ClassOf({ row: { classId, className } }: { row: ReminderRow }) {
  const { ofNoClass } = useWords(ledgerWords);
  if (classId === null) return <span class="quiet">{ofNoClass}</span>;
  return <a href={`/classes/${classId}/reminders`}>{className}</a>;
}

function Recipient({ row: { recipientName, unitName } }: { row: ReminderRow }) {
  return (
    <>
      {recipientName}
      {unitName && <small class="choice-hint">{unitName}</small>}
    </>
  );
}

function Rule({ row: { rule, daysBefore, resendOf } }: { row: ReminderRow }) {
  const { resentBadge } = useWords(ledgerWords);
  return (
    <>
      {ruleWords[useLocale()][rule](daysBefore)}
      {resendOf && <small class="choice-hint">{resentBadge}</small>}
    </>
  );
}

/** What became of it: the state, when and which way it went, why not, and what the mail server says. */
export function State({ row, actor }: { row: ReminderRow; actor: Actor }) {
  const locale = useLocale();
  const say = useWords(reminderWords);
  const more = useWords(ledgerWords);
  const { state, reason, writtenAt, leftAt, returnedAt, mailId, mailAccountId, noticeId, mailAttempts } = row;
  const since = returnedAt ?? leftAt ?? writtenAt;
  const ways = [mailId && more.byMail, noticeId && more.byNotice].filter(Boolean).join(', ');
  return (
    <>
      <Badge tone={reason === 'no_address' ? 'warning' : tones[state]} text={stateWords[locale][state]} />
      {since && (
        <div>
          {say.at(showMoment(since))} ({ways})
        </div>
      )}
      {reason && <div>{reasonWords[locale][reason]}</div>}
      {mailAttempts !== null && mailAttempts > 0 && state === 'written' && <div>{more.refused(mailAttempts)}</div>}
      {mailId && mayReadMail(actor, { accountId: mailAccountId }) && <a href={`/messages/${mailId}`}>{say.message}</a>}
    </>
  );
}
