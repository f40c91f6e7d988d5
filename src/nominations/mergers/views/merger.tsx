import { Card, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField } from '../../../platform/pages/choices';
import { DayField, TextField } from '../../../platform/pages/fields';
import { choicesAt, type FormValues, textAt } from '../../../platform/pages/form-scope';
import { FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { UnitMergerOutcome } from '../mergers.service';
import { mergerWords } from '../mergers.words';
import { type Choices, SearchedField } from '../../../platform/pages/searched/searched-field';

interface Props {
  readonly units: Choices;
  readonly values?: FormValues;
  readonly refusal?: Refusal;
  /** Of a trial, to confirm. */
  readonly outcome?: UnitMergerOutcome;
}

export function UnitMergerPage({ units, values = {}, refusal, outcome }: Props) {
  const say = useWords(mergerWords);
  return (
    <>
      <PageHeader title={say.title} back={{ href: '/units', label: say.back }} />
      <Problem refusal={refusal ?? null} />
      {outcome && <Outcome values={values} outcome={outcome} />}
      <Card>
        <p>{say.hint}</p>
        <Form action="/unit-mergers/preview" values={values} errors={refusal?.fields ?? []}>
          <ChoiceField name="unitIds" label={say.unitIds} choices={units.listed} isMany required />
          <SearchedField name="intoUnitId" label={say.into} choices={units} blank={say.founded} />
          <FieldRow>
            <TextField name="code" label={say.code} hint={say.onlyNew} maxLength={20} />
            <TextField name="nameVi" label={say.nameVi} hint={say.onlyNew} maxLength={200} />
            <TextField name="nameEn" label={say.nameEn} hint={say.onlyNew} maxLength={200} />
          </FieldRow>
          <DayField name="on" label={say.on} required />
          <TextField name="reason" label={say.reason} maxLength={500} required />
          <SubmitButton label={say.look} />
        </Form>
      </Card>
    </>
  );
}

function Outcome({ values, outcome }: { values: FormValues; outcome: UnitMergerOutcome }) {
  const say = useWords(mergerWords);
  const { people, grants, seats, studies, nominationsThatStay, enrollmentsThatStay } = outcome;
  const texts = ['intoUnitId', 'code', 'nameVi', 'nameEn', 'on', 'reason'];
  return (
    <Notice tone="warning" heading={say.willHappen} role="status" isFocused>
      <ul>
        <li>{say.people(people)}</li>
        <li>{say.grants(grants)}</li>
        {seats.map(({ count, className }) => (
          <li>{say.seats(count, className)}</li>
        ))}
        {studies.map(({ className }) => (
          <li>{say.study(className)}</li>
        ))}
        <li>{say.stays(nominationsThatStay, enrollmentsThatStay)}</li>
      </ul>
      <Form
        id="confirm"
        action="/unit-mergers"
        hidden={Object.fromEntries(texts.map((name) => [name, textAt(values, name)]))}
      >
        {choicesAt(values, 'unitIds').map((id) => (
          <input type="hidden" name="unitIds" value={id} />
        ))}
        <SubmitButton label={say.merge} />
      </Form>
    </Notice>
  );
}
