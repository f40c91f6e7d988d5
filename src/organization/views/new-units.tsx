import { UploadForm } from '../../platform/imports/views/upload-form';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { ChoiceField, choicesOf } from '../../platform/pages/choices';
import { DayField, TextArea, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { newUnitWords } from '../new-units.words';
import type { UnitToday } from '../organization.queries';
import type { ListedUnit } from '../unit-lines';
import { addedKinds, longestCode, longestName } from '../unit-facts';
import { unitWords } from '../units.words';
import { SearchedField } from '../../platform/pages/searched/searched-field';
import { unitsNamed, unitsToChoose } from '../unit-choices.queries';

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
        back={{ href: '/units', label: units.title }}
        actions={<LinkButton href="/units/pasted" label={say.paste} />}
      />
      <Problem refusal={refusal} />
      <Card>
        <Form action="/units" values={values} errors={refusal?.fields ?? []}>
          <TextField name="code" label={say.code} hint={say.codeHint} maxLength={longestCode} required />
          <TextField name="nameVi" label={say.nameVi} maxLength={longestName} required />
          <TextField name="nameEn" label={say.nameEn} hint={say.nameEnHint} maxLength={longestName} />
          <ChoiceField name="kind" label={say.kind} choices={choicesOf(addedKinds, say)} isInline required />
          <ParentField label={say.parent} parents={parents} />
          <TextField name="address" label={say.address} maxLength={300} />
          <DayField name="since" label={say.since} hint={say.sinceHint} />
          <SubmitButton label={say.add} />
        </Form>
      </Card>
    </>
  );
}

/** What came of lines that were sent: refused, or tried out with nothing in their way. */
export interface ShownLines {
  readonly refusal?: Refusal | null;
  /** What was refused, where it was not the lines. */
  readonly of?: 'sheet';
  readonly tried?: readonly ListedUnit[];
}

const sheetForm = 'sheet';

export function PastedUnits({ parents, values, refusal = null, of, tried }: Omit<Props, 'refusal'> & ShownLines) {
  const say = useWords(newUnitWords);
  const units = useWords(unitWords);
  // Whichever is being worked on stands first.
  const hasLines = Boolean(values['units']);
  const ofSheet = of === 'sheet' ? refusal : null;
  const sheet = (
    <Card title={say.fromSheet}>
      <UploadForm action="/units/pasted/sheet" id={sheetForm} say={say} label={say.readSheet} refusal={ofSheet} />
    </Card>
  );
  const lines = (
    <Card title={say.asLines} actions={<LinkButton href="/units/pasted?example=true" label={say.example} />}>
      <p>{say.pasteHint}</p>
      <p>{say.exampleHint}</p>
      <Form action="/units/pasted" values={values} errors={ofSheet ? [] : refusal?.fields}>
        <TextArea name="units" label={say.lines} hint={say.kindHint} rows={12} maxLength={100_000} required />
        <ParentField label={say.usualParent} parents={parents} />
        <div class="actions">
          <SubmitButton label={say.save} />
          <SubmitButton label={say.tryOut} tone="plain" name="preview" value="yes" />
        </div>
      </Form>
    </Card>
  );
  return (
    <>
      <PageHeader title={say.paste} back={{ href: '/units', label: units.title }} />
      <Problem refusal={refusal} formId={ofSheet ? sheetForm : undefined} />
      {tried && <TriedUnits units={tried} />}
      {hasLines && lines}
      {sheet}
      {!hasLines && lines}
    </>
  );
}

/** What saving the lines would add. */
function TriedUnits({ units }: { units: readonly ListedUnit[] }) {
  const say = useWords(newUnitWords);
  const { code } = useWords(unitWords);
  return (
    <>
      <Notice tone="info" role="status" heading={say.triedHeading(units.length)} isFocused>
        <p>{say.triedNext}</p>
      </Notice>
      <Table
        caption={say.tried}
        rows={units}
        empty={{ title: say.tried }}
        columns={[
          { label: say.nameVi, isRowName: true, cell: ({ nameVi }) => nameVi },
          { label: code, cell: (unit) => unit.code },
          { label: say.parent, cell: ({ parentCode }) => parentCode },
          { label: say.nameEn, cell: ({ nameEn, nameVi }) => nameEn ?? nameVi },
          { label: say.kind, cell: ({ kind }) => say[kind] },
        ]}
      />
    </>
  );
}

/** Which unit stands above, by code and name. */
export function ParentField({ label, parents }: { label: string; parents: readonly UnitToday[] }) {
  const locale = useLocale();
  return (
    <SearchedField
      name="parentId"
      label={label}
      choices={unitsToChoose(unitsNamed(parents, locale), 'live')}
      required
    />
  );
}
