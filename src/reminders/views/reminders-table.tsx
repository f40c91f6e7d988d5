import { mayReadMail } from '../../platform/mailer/mail.policy';
import type { Actor } from '../../platform/access/actor';
import { showDay, showMoment } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { ReminderState } from '../reminder-rules';
import type { ReminderRow } from '../reminders.queries';
import { reasonWords, reminderWords, ruleWords, stateWords } from '../reminders.words';

const tones: Readonly<Record<ReminderState, Tone>> = {
  due: 'info',
  sent: 'success',
  suppressed: 'neutral',
  failed: 'danger',
  missed: 'warning',
};

/** The ledger: whom the service reminded of what, or why it did not. */
export function RemindersTable({
  rows,
  actor,
  caption,
  namesClass,
}: {
  rows: readonly ReminderRow[];
  actor: Actor;
  caption: string;
  /** Whether each line says which class it is about. */
  namesClass: boolean;
}) {
  const say = useWords(reminderWords);
  const ofClass: Column<ReminderRow> = {
    label: say.trainingClass,
    cell: ({ classId, className }) => <a href={`/classes/${classId}/reminders`}>{className}</a>,
  };
  return (
    <Table
      caption={caption}
      hidesCaption
      rows={rows}
      empty={{ title: say.none, next: say.noneNext }}
      columns={[
        { label: say.recipient, isRowName: true, cell: (row) => <Recipient row={row} /> },
        { label: say.rule, cell: (row) => <Rule row={row} /> },
        ...(namesClass ? [ofClass] : []),
        { label: say.dueOn, cell: ({ dueOn }) => showDay(dueOn) },
        { label: say.state, cell: (row) => <State row={row} actor={actor} /> },
      ]}
    />
  );
}

function Recipient({ row: { recipientName, unitName } }: { row: ReminderRow }) {
  return (
    <>
      {recipientName}
      {unitName && <small class="choice-hint">{unitName}</small>}
    </>
  );
}

function Rule({ row: { rule, daysBefore } }: { row: ReminderRow }) {
  return <>{ruleWords[useLocale()][rule](daysBefore)}</>;
}

function State({ row, actor }: { row: ReminderRow; actor: Actor }) {
  const locale = useLocale();
  const say = useWords(reminderWords);
  const { state, reason, sentAt, mailId, mailAccountId } = row;
  return (
    <>
      <Badge tone={reason === 'no_address' ? 'warning' : tones[state]} text={stateWords[locale][state]} />
      {sentAt && <div>{say.sentAt(showMoment(sentAt))}</div>}
      {reason && <div>{reasonWords[locale][reason]}</div>}
      {mailId && mayReadMail(actor, { accountId: mailAccountId }) && <a href={`/messages/${mailId}`}>{say.message}</a>}
    </>
  );
}
