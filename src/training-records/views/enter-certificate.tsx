import type { CourseItem } from '../../courses/courses.queries';
import type { PersonItem } from '../../people/people.queries';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { CheckField, choicesOf, SelectField } from '../../platform/pages/choices';
import { DayField, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { FieldRow, Form, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Unfold } from '../../platform/pages/unfold';
import type { Refusal } from '../../platform/problems/refusal';
import { enteredRecordWords } from '../entered-records.words';
import { grades, gradeWords } from '../training-record.labels';
import { PlaceFields } from './enter-record';

interface Props {
  readonly person: PersonItem;
  /** Those that give a certificate. */
  readonly courses: readonly CourseItem[];
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

export function EnterCertificatePage({ person, courses, values, refusal }: Props) {
  const say = useWords(enteredRecordWords);
  const locale = useLocale();
  const record = `/people/${person.id}/training-record`;
  return (
    <>
      <PageHeader
        title={say.enterCertificate}
        subtitle={`${person.fullName} · ${person.unitName}`}
        back={{ href: record, label: say.back }}
      />
      <Problem refusal={refusal} />
      <Card>
        <p>{say.certificateFor}</p>
        <Form action={`${record}/certificates`} values={values} errors={refusal?.fields ?? []}>
          <SelectField
            name="courseId"
            label={say.course}
            choices={courses.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn }))}
            required
          />
          <FieldRow>
            <TextField name="number" label={say.certificateNumber} maxLength={200} required />
            <DayField name="issuedOn" label={say.issuedOn} required />
          </FieldRow>
          <TextField name="issuedBy" label={say.committee} hint={say.committeeHint} maxLength={200} required />
          <DayField name="validUntil" label={say.validUntil} />
          <CheckField name="lasts" label={say.lasts} />
          <Unfold
            label={say.moreOfIt}
            isOpen={fills(values) || (refusal?.fields.some(({ field }) => moreOfIt.includes(field)) ?? false)}
          >
            <ClassFields />
            <FieldRow>
              <DayField name="startedOn" label={say.startedOn} />
              <DayField name="endedOn" label={say.endedOn} />
            </FieldRow>
            <PlaceFields />
          </Unfold>
          <SubmitButton label={say.save} />
        </Form>
      </Card>
    </>
  );
}

const moreOfIt = ['className', 'grade', 'startedOn', 'endedOn', 'unitName', 'position'];
const fills = (values: FormValues) => moreOfIt.some((field) => Boolean(values[field]));

/** What is corrected of one that was entered. */
export function CertificateFields() {
  const say = useWords(enteredRecordWords);
  return (
    <>
      <FieldRow>
        <TextField name="number" label={say.certificateNumber} maxLength={200} />
        <DayField name="issuedOn" label={say.issuedOn} />
      </FieldRow>
      <FieldRow>
        <TextField name="issuedBy" label={say.committee} maxLength={200} />
        <DayField name="validUntil" label={say.validUntil} />
      </FieldRow>
      <ClassFields />
    </>
  );
}

function ClassFields() {
  const say = useWords(enteredRecordWords);
  const ofGrade = useWords(gradeWords);
  return (
    <FieldRow>
      <TextField name="className" label={say.className} maxLength={200} />
      <SelectField name="grade" label={say.grade} blank={say.ungraded} choices={choicesOf(grades, ofGrade)} />
    </FieldRow>
  );
}
