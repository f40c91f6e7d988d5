import { DateTime } from 'luxon';
import { dayOf, showDay, showMoment, showTime } from '../../../platform/clock';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { ActionButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { HalfDayToTell, LecturerCalled, LecturerToCall } from '../calls.queries';
import { callWords } from '../calls.words';

interface Props {
  readonly toCall: readonly LecturerToCall[];
  readonly called: readonly LecturerCalled[];
  readonly refusal: Refusal | null;
}

/** Whom to call, of what, and who was called by whom. */
export function LecturerCalls({ toCall, called, refusal }: Props) {
  const say = useWords(callWords);
  return (
    <>
      <PageHeader title={say.title} back={{ href: '/lecturers', label: say.back }} />
      <Problem refusal={refusal} />
      <Table
        caption={say.title}
        list="whole"
        hidesCaption
        rows={toCall}
        empty={{ title: say.nobody, next: say.nobodyNext }}
        columns={[
          { label: say.lecturer, isRowName: true, cell: ({ fullName }) => fullName },
          { label: say.phone, cell: (lecturer) => <Contact lecturer={lecturer} /> },
          { label: say.toTell, cell: ({ halfDays }) => <ToTell halfDays={halfDays} /> },
          {
            label: say.called,
            hidesLabel: true,
            cell: ({ lecturerId, halfDays }) => (
              <ActionButton
                action={`/lecturers/${lecturerId}/calls`}
                label={say.called}
                hidden={{ halfDays: halfDays.map(({ key }) => key) }}
              />
            ),
          },
        ]}
      />
      <Card title={say.lately}>
        <Table
          caption={say.lately}
          list="whole"
          hidesCaption
          rows={called}
          empty={{ title: say.noneLately, next: say.noneLatelyNext }}
          columns={[
            { label: say.lecturer, isRowName: true, cell: ({ fullName }) => fullName },
            { label: say.halfDays, isNumber: true, cell: ({ halfDays }) => halfDays },
            { label: say.by, cell: ({ calledByName }) => calledByName },
            { label: say.at, cell: ({ calledAt }) => showMoment(calledAt) },
          ]}
        />
      </Card>
    </>
  );
}

function Contact({ lecturer: { lecturerId, phone, email } }: { lecturer: LecturerToCall }) {
  const say = useWords(callWords);
  return (
    <>
      <div>{phone ? <a href={`tel:${phone}`}>{phone}</a> : say.noPhone}</div>
      <small class="choice-hint">
        {email && `${say.mailCameBack(email)}. `}
        <a href={`/lecturers/${lecturerId}/edit`}>{say.addContact}</a>
      </small>
    </>
  );
}

function ToTell({ halfDays }: { halfDays: readonly HalfDayToTell[] }) {
  const say = useWords(callWords);
  return (
    <ul>
      {halfDays.map(({ classId, className, number, startsAt, endsAt, place, what, cancelledReason, ...exam }) => {
        const [from, to] = [momentOf(startsAt), momentOf(endsAt)];
        const times = [showDay(dayOf(from)), showTime(from), showTime(to)] as const;
        const when = exam.examId ? say.exam(exam.topic, ...times) : say.halfDay(number, ...times);
        return (
          <li>
            {say[exam.examId && what === 'new' ? 'newWatch' : what]}: <a href={`/classes/${classId}`}>{className}</a>,{' '}
            {[when, place, cancelledReason].filter(Boolean).join('; ')}
          </li>
        );
      })}
    </ul>
  );
}

/** Moments inside JSON come as text. */
const momentOf = (moment: Date | string) => (typeof moment === 'string' ? DateTime.fromISO(moment).toJSDate() : moment);
