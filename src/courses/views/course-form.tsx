import { theoryLevelWords } from '../../people/person.labels';
import { showDay } from '../../platform/clock';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { ChoiceField, choicesOf, SelectField } from '../../platform/pages/choices';
import { DayField, NumberField, TextField } from '../../platform/pages/fields';
import { controlId, type FormValues } from '../../platform/pages/form-scope';
import { ActionButton, Form, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { RecordForm } from '../../platform/pages/records/record-form';
import type { Refusal } from '../../platform/problems/refusal';
import { approvalSteps, awards, carryings, courseKinds } from '../course.entity';
import { courseFormWords } from '../course-form.words';
import type { CourseItem } from '../courses.queries';
import { levelsToReach } from '../courses.requests';
import { courseWords } from '../courses.words';
import { courseName } from './course-list';

export function NewCourseForm({ values, refusal }: { values: FormValues; refusal: Refusal | null }) {
  const say = useWords(courseFormWords);
  const courses = useWords(courseWords);
  return (
    <>
      <PageHeader title={say.add} back={{ href: '/courses', label: courses.back }} />
      <Problem refusal={refusal} />
      <Card>
        <Form action="/courses" values={values} errors={refusal?.fields ?? []}>
          <TextField name="code" label={say.code} hint={say.codeHint} maxLength={60} required />
          <ChoiceField
            name="kind"
            label={courses.kind}
            hint={say.kindHint}
            choices={choicesOf(courseKinds, courses)}
            required
          />
          <CourseFields />
          <SubmitButton label={say.add} />
        </Form>
      </Card>
    </>
  );
}

interface Props {
  readonly course: CourseItem;
  readonly form: RecordForm;
  /** Which of the forms came back refused, with what was typed in it. */
  readonly refused: {
    readonly form: 'change' | 'retirement' | 'return';
    readonly values: FormValues;
    readonly refusal: Refusal;
  } | null;
}

/** Changes what a course is called and how it goes, and says from when it is held no more. */
export function CourseForm({ course, form, refused }: Props) {
  const say = useWords(courseFormWords);
  const name = courseName(course, useLocale());
  const path = `/courses/${course.id}`;
  const of = (action: 'retirement' | 'return') => ({
    action: `${path}/${action}`,
    values: refused?.form === action ? refused.values : {},
    errors: refused?.form === action ? refused.refusal.fields : [],
  });
  const refusedForm = refused && refused.form !== 'change' ? controlId('do', `${path}/${refused.form}`) : undefined;
  return (
    <>
      <PageHeader title={say.edit} back={{ href: path, label: name }} />
      <Problem refusal={refused?.refusal ?? null} formId={refusedForm} />
      <Card>
        <Form action={path} {...form} again={`${path}/edit`}>
          <CourseFields />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
      {course.retiredFrom === null ? (
        <ActionButton {...of('retirement')} label={say.retire} tone="danger" confirm={say.retireWhat}>
          <DayField name="from" label={say.retireFrom} required />
          <TextField name="reason" label={say.reason} maxLength={500} required />
        </ActionButton>
      ) : (
        <>
          <p>{say.retiredFrom(showDay(course.retiredFrom))}</p>
          <ActionButton {...of('return')} label={say.bringBack} confirm={say.bringBackWhat}>
            <TextField name="reason" label={say.reason} maxLength={500} required />
          </ActionButton>
        </>
      )}
    </>
  );
}

function CourseFields() {
  const say = useWords(courseFormWords);
  const courses = useWords(courseWords);
  const levels = useWords(theoryLevelWords);
  return (
    <>
      <TextField name="nameVi" label={say.nameVi} maxLength={200} required />
      <TextField name="nameEn" label={say.nameEn} maxLength={200} required />
      <ChoiceField
        name="approvalSteps"
        label={say.approvalSteps}
        choices={choicesOf(approvalSteps, say)}
        isMany
        required
      />
      <ChoiceField name="award" label={courses.award} choices={choicesOf(awards, courses)} required />
      <SelectField
        name="raisesTo"
        label={courses.raisesTo}
        choices={choicesOf(levelsToReach, levels)}
        blank={courses.raisesNone}
      />
      <NumberField name="usualHalfDays" label={courses.usualHalfDays} required />
      <SelectField name="carries" label={say.carries} hint={say.carriesHint} choices={choicesOf(carryings, say)} />
      <NumberField name="attendanceOpensMinutes" label={say.attendanceOpensMinutes} hint={say.attendanceOpensHint} />
      <NumberField name="shortStayMinutes" label={say.shortStayMinutes} hint={say.shortStayHint} />
    </>
  );
}
