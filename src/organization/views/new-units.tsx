import { Card, PageHeader } from '../../platform/pages/blocks';
import { ChoiceField, SelectField } from '../../platform/pages/choices';
import { DayField, TextArea, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { newUnitWords } from '../new-units.words';
import type { UnitToday } from '../organization.queries';
import { unitWords } from '../units.words';

interface Props {
  readonly parents: readonly UnitToday[];
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

export function NewUnit({ parents, values, refusal }: Props) {
  const say = useWords(newUnitWords);
  const units = useWords(unitWords);
  return (
    <>
      <PageHeader
        title={say.add}
        subtitle={say.addHint}
        back={{ href: '/units', label: units.title }}
        actions={<LinkButton href="/units/pasted" label={say.paste} />}
      />
      <Problem refusal={refusal} />
      <Card>
        <Form action="/units" values={values} errors={refusal?.fields ?? []}>
          <TextField name="code" label={say.code} hint={say.codeHint} autocomplete="off" maxLength={40} required />
          <TextField name="nameVi" label={say.nameVi} autocomplete="off" maxLength={200} required />
          <TextField name="nameEn" label={say.nameEn} hint={say.nameEnHint} autocomplete="off" maxLength={200} />
          <ChoiceField
            name="kind"
            label={say.kind}
            choices={(['base', 'group'] as const).map((kind) => ({ value: kind, label: say[kind] }))}
            isInline
            required
          />
          <ParentField label={say.parent} parents={parents} />
          <TextField name="address" label={say.address} autocomplete="off" maxLength={300} />
          <DayField name="since" label={say.since} hint={say.sinceHint} />
          <SubmitButton label={say.add} />
        </Form>
      </Card>
    </>
  );
}

export function PastedUnits({ parents, values, refusal }: Props) {
  const say = useWords(newUnitWords);
  const units = useWords(unitWords);
  return (
    <>
      <PageHeader
        title={say.paste}
        subtitle={say.pasteHint}
        back={{ href: '/units', label: units.title }}
        actions={<LinkButton href="/units/pasted?example=true" label={say.example} />}
      />
      <Problem refusal={refusal} />
      <Card>
        <p>{say.exampleHint}</p>
        <Form action="/units/pasted" values={values} errors={refusal?.fields ?? []}>
          <TextArea name="units" label={say.lines} hint={say.kindHint} rows={12} maxLength={100_000} required />
          <ParentField label={say.usualParent} parents={parents} />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
    </>
  );
}

/** Which unit stands above, by code and name. */
export function ParentField({ label, parents }: { label: string; parents: readonly UnitToday[] }) {
  const locale = useLocale();
  return (
    <SelectField
      name="parentId"
      label={label}
      choices={parents.map(({ id, code, nameVi, nameEn }) => ({
        value: id,
        label: `${code} – ${locale === 'vi' ? nameVi : nameEn}`,
      }))}
      required
    />
  );
}
