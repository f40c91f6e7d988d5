import { FileField } from '../../pages/fields';
import type { FormValues } from '../../pages/form-scope';
import { Form, SubmitButton } from '../../pages/forms';
import type { Refusal } from '../../problems/refusal';
import { type Choices, SearchedField, theOnly } from '../../pages/searched/searched-field';

interface Props {
  readonly action: string;
  readonly id?: string;
  readonly say: { readonly file: string; readonly fileHint: string };
  /** Of the button. */
  readonly label: string;
  readonly refusal: Refusal | null;
  /** Where a file is of a unit: whose it may be, under what name, and what was chosen. */
  readonly ofUnit?: { readonly units: Choices; readonly label: string; readonly typed: FormValues };
}

/** Sends a file to be tried out; nobody is asked for the one unit it can be of. */
export function UploadForm({ action, id, say, label, refusal, ofUnit }: Props) {
  const only = ofUnit ? theOnly(ofUnit.units) : null;
  return (
    <Form
      action={action}
      id={id}
      values={ofUnit?.typed}
      errors={refusal?.fields}
      hidden={only ? { unitId: only.value } : {}}
      isMultipart
    >
      {ofUnit && !only && <SearchedField name="unitId" label={ofUnit.label} choices={ofUnit.units} required />}
      <FileField name="file" label={say.file} hint={say.fileHint} accept=".xlsx,.xls,.ods,.csv" required />
      <SubmitButton label={label} />
    </Form>
  );
}
