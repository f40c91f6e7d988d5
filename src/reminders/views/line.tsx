import type { Actor } from '../../platform/access/actor';
import { showDay, showMoment } from '../../platform/clock';
import { mayReadMail } from '../../platform/mailer/mail.policy';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { TextField } from '../../platform/pages/fields';
import { ActionButton } from '../../platform/pages/forms';
import type { FormValues } from '../../platform/pages/form-scope';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { ledgerWords } from '../ledger.words';
import { mayManageReminders } from '../reminders.policy';
import type { ReminderRow } from '../reminders.queries';
import { reminderWords, ruleWords } from '../reminders.words';
import { ClassOf, State } from './table';

/** One line of the ledger in full, and each time the same was told. */
export function ReminderLine({
  line,
  repeats,
  actor,
  values,
  refusal,
}: {
  line: ReminderRow;
  repeats: readonly ReminderRow[];
  actor: Actor;
  values: FormValues;
  refusal: Refusal | null;
}) {
  const say = useWords(reminderWords);
  const more = useWords(ledgerWords);
  const title = ruleWords[useLocale()][line.rule](line.daysBefore);
  const readsMail = mayReadMail(actor, { accountId: line.mailAccountId });
  return (
    <>
      <PageHeader title={title} subtitle={line.recipientName} back={{ href: '/reminders', label: more.back }} />
      <Problem refusal={refusal} />
      <Card>
        <DescriptionList
          items={[
            { term: say.recipient, value: line.recipientName },
            { term: say.unit, value: line.unitName },
            { term: say.trainingClass, value: <ClassOf row={line} /> },
            { term: say.dueOn, value: showDay(line.dueOn) },
            { term: more.planned, value: showMoment(line.plannedAt) },
            { term: say.state, value: <State row={line} actor={actor} /> },
            ...(line.writtenAt ? [{ term: more.written, value: showMoment(line.writtenAt) }] : []),
            ...(line.leftAt ? [{ term: more.leftAt, value: showMoment(line.leftAt) }] : []),
            ...(line.returnedAt ? [{ term: more.returnedAt, value: showMoment(line.returnedAt) }] : []),
            ...(line.mailError && readsMail ? [{ term: more.lastError, value: line.mailError }] : []),
            ...(line.resendReason ? [{ term: more.resent, value: line.resendReason }] : []),
          ]}
        />
        {mayManageReminders(actor) && line.state !== 'due' && (
          <ActionButton
            action={`/reminders/${line.id}/resending`}
            label={more.resend}
            confirm={more.resendMeans}
            values={values}
            errors={refusal?.fields ?? []}
            id="form"
          >
            <TextField name="reason" label={more.reason} hint={more.reasonHint} maxLength={500} required />
          </ActionButton>
        )}
      </Card>
      {repeats.length > 1 && (
        <Card title={more.repeats}>
          <Table
            caption={more.repeats}
            hidesCaption
            rows={repeats}
            empty={{ title: '' }}
            columns={[
              {
                label: more.planned,
                isRowName: true,
                cell: ({ id, plannedAt }) => <a href={`/reminders/${id}`}>{showMoment(plannedAt)}</a>,
              },
              { label: more.why, cell: ({ resendReason }) => resendReason ?? more.first },
              { label: say.state, cell: (row) => <State row={row} actor={actor} /> },
            ]}
          />
        </Card>
      )}
    </>
  );
}
