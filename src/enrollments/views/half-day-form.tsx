import { dayPartWords } from '../../classes/classes.labels';
import type { HalfDayItem } from '../../classes/classes.queries';
import { dayParts } from '../../classes/day-parts';
import { GroupChoices } from '../../classes/groups/views/group-choices';
import { timetableWords } from '../../classes/timetable/timetable.words';
import { DecisionFields, neededDecisions } from '../../classes/timetable/views/decisions';
import { showTime } from '../../platform/clock';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { CheckField, type Choice, choicesOf, SelectField } from '../../platform/pages/choices';
import { DayField, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, SubmitButton } from '../../platform/pages/forms';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { attendanceWords } from '../attendance.words';
import { halfDayTitle } from '../half-day-title';
import { halfDayWords } from '../half-days.words';

interface Props {
  readonly halfDay: HalfDayItem;
  /** Whether the class is announced, so that people are told why. */
  readonly isKnown: boolean;
  /** At how many people attendance was taken. */
  readonly marked: number;
  readonly rooms: readonly Choice[];
  readonly lecturers: readonly Choice[];
  readonly groups: readonly Choice[];
  readonly refused: {
    readonly form: 'change' | 'cancel';
    readonly typed: FormValues;
    readonly refusal: Refusal;
  } | null;
}

/** Moves, refits or cancels one half-day: for the office. */
export function HalfDayForm({ halfDay, isKnown, marked, rooms, lecturers, groups, refused }: Props) {
  const say = useWords(halfDayWords);
  const timetable = useWords(timetableWords);
  const parts = useWords(dayPartWords);
  const back = useWords(attendanceWords).backToList;
  const locale = useLocale();
  const inForm = (form: 'change' | 'cancel', stored: FormValues) => ({
    id: form,
    values: refused?.form === form ? refused.typed : stored,
    errors: refused?.form === form ? refused.refusal.fields : [],
  });
  const change = inForm('change', storedIn(halfDay));
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${halfDay.classId}/attendance`, label: back }}
        title={say.editOf(halfDayTitle(halfDay, locale))}
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form ?? 'change'} />
      <Card title={say.change}>
        <Form action={`/half-days/${halfDay.id}`} {...change}>
          <p>{say.changeHint}</p>
          <FieldRow>
            <DayField name="day" label={timetable.day} required />
            <SelectField name="part" label={timetable.part} choices={choicesOf(dayParts, parts)} required />
          </FieldRow>
          <FieldRow>
            <TextField name="startTime" label={timetable.startTime} inputMode="numeric" maxLength={5} />
            <TextField name="endTime" label={timetable.endTime} inputMode="numeric" maxLength={5} />
          </FieldRow>
          <TextField name="topic" label={timetable.topic} maxLength={500} />
          <FieldRow>
            <SelectField name="roomId" label={timetable.room} choices={rooms} blank={timetable.noRoom} />
            <SelectField
              name="lecturerId"
              label={timetable.lecturer}
              choices={lecturers}
              blank={timetable.noLecturer}
            />
          </FieldRow>
          <GroupChoices groups={groups} />
          <TextField
            name="reason"
            label={say.changeReason}
            hint={isKnown ? say.changeReasonHint : undefined}
            maxLength={500}
            required={isKnown}
          />
          <DecisionFields {...neededDecisions(refused?.form === 'change' ? refused.refusal : null, change.values)} />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
      <ActionButton
        label={say.cancel}
        tone="danger"
        confirm={say.cancelConfirm}
        action={`/half-days/${halfDay.id}/cancellation`}
        {...inForm('cancel', {})}
      >
        {marked > 0 && (
          <Notice tone="warning">
            <p>{say.marked(marked)}</p>
            <CheckField name="marked" value={String(marked)} label={say.cancelMarked(marked)} required />
          </Notice>
        )}
        <TextField name="reason" label={say.reason} maxLength={500} required />
      </ActionButton>
    </>
  );
}

const storedIn = ({ startsAt, endsAt, ...halfDay }: HalfDayItem): FormValues => ({
  ...halfDay,
  startTime: showTime(startsAt),
  endTime: showTime(endsAt),
});
