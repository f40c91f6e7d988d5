import { dayPartWords } from '../../../classes/classes.labels';
import type { HalfDayItem, NamedClass } from '../../../classes/classes.queries';
import { dayParts } from '../../../classes/day-parts';
import { GroupChoices } from '../../../classes/groups/views/group-choices';
import { timetableWords } from '../../../classes/timetable/timetable.words';
import { DecisionFields, neededDecisions } from '../../../classes/timetable/views/decisions';
import { showTime } from '../../../platform/clock';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { CheckField, type Choice, ChoiceField, choicesOf, SelectField } from '../../../platform/pages/choices';
import { DayField, TextField, TimeField } from '../../../platform/pages/fields';
import { choicesAt, type FormValues, textAt } from '../../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { attendanceWords } from '../../attendance.words';
import { halfDayTitle } from '../../half-day-title';
import { halfDayWords } from '../../half-days.words';
import type { ParallelChange } from '../../../classes/parallels/parallel-changes';

interface Props {
  readonly halfDay: HalfDayItem;
  /** Whether the class is announced, so that people are told why. */
  readonly isKnown: boolean;
  /** At how many people attendance was taken. */
  readonly marked: number;
  /** The class whose timetable this one follows, and the classes that follow this one's. */
  readonly leading: NamedClass | null;
  readonly parallels: readonly NamedClass[];
  /** What a change would do in those. */
  readonly preview: { readonly changes: readonly ParallelChange[]; readonly typed: FormValues } | null;
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
export function HalfDayForm(props: Props) {
  const { halfDay, isKnown, marked, leading, parallels, preview, rooms, lecturers, groups, refused } = props;
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
  const change = inForm('change', preview?.typed ?? storedIn(halfDay));
  const also = (
    <ChoiceField
      name="alsoInClassIds"
      label={say.alsoIn}
      hint={say.alsoInHint}
      isMany
      choices={parallels.map(({ id, code, name }) => ({ value: id, label: `${code} – ${name}` }))}
    />
  );
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${halfDay.classId}/attendance`, label: back }}
        title={say.editOf(halfDayTitle(halfDay, locale))}
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form ?? 'change'} />
      {leading && (
        <Notice tone="info">
          <p>
            {say.follows} <a href={`/classes/${leading.id}/parallels`}>{leading.code}</a>.
          </p>
        </Notice>
      )}
      {preview && <AlongPreview action={`/half-days/${halfDay.id}`} {...preview} />}
      <Card title={say.change}>
        <Form action={`/half-days/${halfDay.id}`} {...change}>
          <p>{say.changeHint}</p>
          <FieldRow>
            <DayField name="day" label={timetable.day} required />
            <SelectField name="part" label={timetable.part} choices={choicesOf(dayParts, parts)} required />
          </FieldRow>
          <FieldRow>
            <TimeField name="startTime" label={timetable.startTime} />
            <TimeField name="endTime" label={timetable.endTime} />
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
          {parallels.length > 0 && also}
          <div class="actions">
            <SubmitButton label={say.save} />
            {parallels.length > 0 && (
              <button type="submit" class="btn" formaction={`/half-days/${halfDay.id}/preview`}>
                {say.seeAlong}
              </button>
            )}
          </div>
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
        {parallels.length > 0 && also}
      </ActionButton>
    </>
  );
}

/** What happens to the half-days of parallel classes, each at its own place, and the button that changes them all. */
function AlongPreview({ action, changes, typed }: { action: string } & NonNullable<Props['preview']>) {
  const say = useWords(halfDayWords);
  const locale = useLocale();
  const names = Object.keys(typed).filter((name) => name !== 'alsoInClassIds');
  const isPossible = changes.length > 0 && changes.every(({ refusal }) => refusal === null);
  return (
    <Notice tone={isPossible ? 'warning' : 'danger'} heading={say.willChange} role="status" isFocused>
      {changes.length === 0 && <p>{say.noneAlong}</p>}
      <ul>
        {changes.map(({ classCode, halfDayId, emptied, refusal, roomName, lecturerName, ...when }) => (
          <li>
            <a href={`/half-days/${halfDayId}/edit`}>
              {classCode}, {halfDayTitle(when, locale).toLocaleLowerCase('vi')}
            </a>
            {': '}
            {refusal
              ? refusal[locale]
              : [
                  emptied.includes('room') ? say.roomGone(roomName ?? '') : (roomName ?? say.noRoom),
                  emptied.includes('lecturer')
                    ? say.lecturerGone(lecturerName ?? '')
                    : (lecturerName ?? say.noLecturer),
                ].join('; ')}
          </li>
        ))}
      </ul>
      {isPossible ? (
        <Form
          id="along"
          action={action}
          hidden={{
            ...Object.fromEntries(names.map((name) => [name, textAt(typed, name)])),
            alsoInClassIds: choicesAt(typed, 'alsoInClassIds'),
          }}
        >
          <SubmitButton label={say.changeAll(changes.length + 1)} />
        </Form>
      ) : (
        changes.length > 0 && <p>{say.leaveOut}</p>
      )}
    </Notice>
  );
}

const storedIn = ({ startsAt, endsAt, ...halfDay }: HalfDayItem): FormValues => ({
  ...halfDay,
  startTime: showTime(startsAt),
  endTime: showTime(endsAt),
});
