import type { HalfDayItem } from '../../../classes/classes.queries';
import { dayPartWords } from '../../../classes/classes.labels';
import { showDay, showTime } from '../../../platform/clock';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, SelectField } from '../../../platform/pages/choices';
import { DayField, NumberField, TextField, TimeField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { ModuleItem } from '../../theory-classes.queries';
import { shownLines } from '../exam-form';
import { examWords } from '../exams.words';

interface Props {
  readonly action: string;
  readonly back: string;
  readonly title: string;
  readonly isNew: boolean;
  readonly modules: readonly ModuleItem[];
  readonly halfDays: readonly HalfDayItem[];
  readonly rooms: readonly Choice[];
  readonly lecturers: readonly Choice[];
  readonly values: FormValues;
  readonly refusal: Pick<Refusal, 'sentence' | 'fields'> | null;
}

/** Plans an examination, or changes when, where and by whom it is held. */
export function ExamForm({ action, back, title, isNew, modules, halfDays, values, refusal, ...places }: Props) {
  const say = useWords(examWords);
  const parts = useWords(dayPartWords);
  const examined = modules.filter(({ kind }) => kind !== 'field_report');
  const rooms = shownLines(values, ['room', 'places'], 2);
  const watching = shownLines(values, ['lecturer', 'code', 'watch', 'phone'], 3);
  const sharing = refusal?.fields.some(({ code, field }) => code === 'taken' && field.startsWith('room'));
  return (
    <>
      <PageHeader back={{ href: back, label: isNew ? say.exams : title }} title={title} />
      <Problem refusal={refusal} />
      <Form action={action} values={{ ...values, attempt: values['attempt'] ?? '1' }} errors={refusal?.fields ?? []}>
        <Card title={say.when}>
          {isNew && (
            <FieldRow>
              {examined.length > 0 && (
                <SelectField
                  name="moduleId"
                  label={say.module}
                  required
                  choices={examined.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }))}
                />
              )}
              <SelectField
                name="attempt"
                label={say.attempt}
                required
                choices={[
                  { value: '1', label: say.first },
                  { value: '2', label: say.resit },
                ]}
              />
            </FieldRow>
          )}
          <FieldRow>
            <DayField name="day" label={say.day} required />
            <TimeField name="startTime" label={say.startTime} required />
            <TimeField name="endTime" label={say.endTime} required />
          </FieldRow>
          <SelectField
            name="halfDayId"
            label={say.halfDay}
            hint={say.halfDayHint}
            blank={say.outside}
            choices={halfDays.map(({ id, number, day, part, startsAt, endsAt }) => ({
              value: id,
              label: `${number}. ${parts[part]} ${showDay(day)} (${showTime(startsAt)}–${showTime(endsAt)})`,
            }))}
          />
          <TextField name="note" label={say.note} hint={say.noteHint} maxLength={500} />
        </Card>
        <Card title={say.rooms}>
          <p class="quiet">{say.roomsHint}</p>
          {rooms.map((line) => (
            <FieldRow>
              <SelectField name={`room${line}`} label={say.roomNumber(line)} choices={places.rooms} blank="—" />
              <NumberField name={`places${line}`} label={say.places(line)} />
            </FieldRow>
          ))}
          {(sharing || values['roomSharedReason']) && (
            <TextField name="roomSharedReason" label={say.roomShared} maxLength={500} />
          )}
        </Card>
        <Card title={say.invigilators}>
          {watching.map((line) => (
            <FieldRow>
              <SelectField
                name={`lecturer${line}`}
                label={say.invigilator(line)}
                choices={places.lecturers}
                blank="—"
              />
              <TextField name={`code${line}`} label={say.personCode} maxLength={60} />
              <SelectField name={`watch${line}`} label={say.room} choices={places.rooms} blank={say.anyRoom} />
              <TextField name={`phone${line}`} label={say.phone} type="tel" maxLength={30} />
            </FieldRow>
          ))}
        </Card>
        {!isNew && <TextField name="reason" label={say.changeReason} hint={say.changeReasonHint} maxLength={500} />}
        <SaveBar>
          <SubmitButton label={isNew ? say.save : say.saveChange} />
          <LinkButton href={back} label={say.leave} />
        </SaveBar>
      </Form>
    </>
  );
}
