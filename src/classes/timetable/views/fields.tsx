import { type Choice, ChoiceField, choicesOf, SelectField, yesOrNo } from '../../../platform/pages/choices';
import { DayField, NumberField, TextField, TimeField } from '../../../platform/pages/fields';
import { FieldRow } from '../../../platform/pages/forms';
import { useWords } from '../../../platform/pages/page-context';
import { dayPartWords, weekdayWords } from '../../classes.labels';
import { GroupChoices } from '../../groups/views/group-choices';
import { dayParts } from '../../day-parts';
import { timetableWords } from '../timetable.words';
import { weekdays } from '../../weekdays';

interface Places {
  readonly rooms: readonly Choice[];
  readonly lecturers: readonly Choice[];
  /** None where the class is not divided. */
  readonly groups?: readonly Choice[];
}

/** Which half-days are wanted, by the week. */
export function PatternFields({ rooms, lecturers, groups = [] }: Places) {
  const say = useWords(timetableWords);
  const dayNames = useWords(weekdayWords);
  const partNames = useWords(dayPartWords);
  return (
    <>
      <ChoiceField
        name="weekdays"
        label={say.weekdays}
        choices={choicesOf(weekdays, dayNames)}
        isMany
        isInline
        required
      />
      <ChoiceField name="parts" label={say.parts} choices={choicesOf(dayParts, partNames)} isMany isInline required />
      <FieldRow>
        <DayField name="from" label={say.from} required />
        <DayField name="to" label={say.to} />
        <NumberField name="count" label={say.count} hint={say.countHint} />
      </FieldRow>
      <ChoiceField name="skipHolidays" label={say.holidays} choices={yesOrNo(say.skip, say.keep)} isInline />
      <PlaceFields rooms={rooms} lecturers={lecturers} />
      <GroupChoices groups={groups} />
    </>
  );
}

/** One half-day. */
export function SingleFields({ rooms, lecturers, groups = [] }: Places) {
  const say = useWords(timetableWords);
  const partNames = useWords(dayPartWords);
  return (
    <>
      <FieldRow>
        <DayField name="day" label={say.day} required />
        <SelectField name="part" label={say.part} choices={choicesOf(dayParts, partNames)} required />
      </FieldRow>
      <p class="quiet">{say.usualTimes}</p>
      <FieldRow>
        <TimeField name="startTime" label={say.startTime} />
        <TimeField name="endTime" label={say.endTime} />
      </FieldRow>
      <TextField name="topic" label={say.topic} maxLength={500} />
      <PlaceFields rooms={rooms} lecturers={lecturers} />
      <GroupChoices groups={groups} />
    </>
  );
}

function PlaceFields({ rooms, lecturers }: Places) {
  const say = useWords(timetableWords);
  return (
    <FieldRow>
      <SelectField name="roomId" label={say.room} choices={rooms} blank={say.noRoom} />
      <SelectField name="lecturerId" label={say.lecturer} choices={lecturers} blank={say.noLecturer} />
    </FieldRow>
  );
}
