import { theoryLevelWords } from '../../people/person.labels';
import type { PersonItem } from '../../people/people.queries';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { ChoiceField, choicesOf } from '../../platform/pages/choices';
import { DayField, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { FieldRow, Form, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { enteredRecordWords } from '../entered-records.words';
import { enteredKinds, recordKindWords } from '../training-record.labels';
import { enteredLevels } from '../training-records.requests';

interface Props {
  readonly person: PersonItem;
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

export function EnterRecordPage({ person, values, refusal }: Props) {
  const say = useWords(enteredRecordWords);
  const kinds = useWords(recordKindWords);
  const record = `/people/${person.id}/training-record`;
  return (
    <>
      <PageHeader
        title={say.enter}
        subtitle={`${person.fullName} · ${person.unitName}`}
        back={{ href: record, label: say.back }}
      />
      <Problem refusal={refusal} />
      <Card>
        <p>{say.enterFor}</p>
        <Form action={`${record}/documents`} values={values} errors={refusal?.fields ?? []}>
          <ChoiceField name="kind" label={say.kind} choices={choicesOf(enteredKinds, kinds)} required />
          <DocumentFields isRequired />
          <PlaceFields />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
    </>
  );
}

export function DocumentFields({ isRequired = false }: { isRequired?: boolean }) {
  const say = useWords(enteredRecordWords);
  const levels = useWords(theoryLevelWords);
  return (
    <>
      <ChoiceField
        name="theoryLevel"
        label={say.theoryLevel}
        choices={choicesOf(enteredLevels, levels)}
        isInline
        required={isRequired}
      />
      <TextField name="issuedBy" label={say.issuedBy} hint={say.issuedByHint} maxLength={200} required={isRequired} />
      <FieldRow>
        <TextField name="number" label={say.number} maxLength={200} required={isRequired} />
        <DayField name="issuedOn" label={say.issuedOn} required={isRequired} />
      </FieldRow>
    </>
  );
}

export function PlaceFields() {
  const say = useWords(enteredRecordWords);
  return (
    <FieldRow>
      <TextField name="unitName" label={say.unitName} hint={say.ifKnown} maxLength={200} />
      <TextField name="position" label={say.position} hint={say.ifKnown} maxLength={200} />
    </FieldRow>
  );
}
