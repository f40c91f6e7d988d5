import type { CourseItem } from '../../courses/courses.queries';
import { showMoment } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import { FileField, NumberField, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { FieldRow, Form, SubmitButton } from '../../platform/pages/forms';
import { Pager } from '../../platform/pages/lists';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Refusal } from '../../platform/problems/refusal';
import type { CertificateImportListed } from '../certificate-imports.queries';
import { certificateImportWords } from '../certificate-imports.words';
import type { ImportOrder } from '../../platform/imports/imports.queries';
import { importSort } from '../../platform/imports/views/import-sort';
import { type Choices, SearchedField } from '../../platform/pages/searched/searched-field';

interface Props {
  readonly imports: PageOf<CertificateImportListed>;
  /** The Bloc first, and chosen: most sheets name people of several units. */
  readonly units: Choices;
  readonly courses: readonly CourseItem[];
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
  readonly sort: ImportOrder | undefined;
  readonly isFirstPage: boolean;
}

export function CertificateImports({ imports, units, courses, typed, refusal, sort, isFirstPage }: Props) {
  const say = useWords(certificateImportWords);
  const locale = useLocale();
  return (
    <>
      <PageHeader title={say.title} back={{ href: '/certificates', label: say.back }} />
      <Problem refusal={refusal} />
      <Card>
        <p>{say.what}</p>
        <Form
          action="/certificate-imports"
          values={{ unitId: units.listed[0]?.value, ...typed }}
          errors={refusal?.fields ?? []}
          isMultipart
        >
          <SearchedField name="unitId" label={say.ofUnit} hint={say.ofUnitHint} choices={units} required />
          <SelectField
            name="courseId"
            label={say.course}
            blank={say.saidInFile}
            choices={courses.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn }))}
          />
          <FieldRow>
            <TextField name="issuedBy" label={say.issuedBy} maxLength={200} />
            <NumberField name="validMonths" label={say.validMonths} hint={say.validMonthsHint} />
          </FieldRow>
          <FileField name="file" label={say.file} hint={say.fileHint} accept=".xlsx,.csv" required />
          <SubmitButton label={say.compare} />
        </Form>
      </Card>
      <h2>{say.earlier}</h2>
      <Table
        caption={say.earlier}
        list={{ next: imports.next, isFirstPage }}
        hidesCaption
        rows={imports.items}
        columns={[
          {
            label: say.file,
            isRowName: true,
            cell: ({ id, fileName }) => <a href={`/certificate-imports/${id}`}>{fileName}</a>,
          },
          { label: say.unit, cell: ({ unitName }) => unitName },
          {
            label: say.sentAt,
            sort: importSort('/certificate-imports', sort),
            cell: ({ uploadedAt }) => showMoment(uploadedAt),
          },
          { label: say.sentBy, cell: ({ uploadedByName }) => uploadedByName },
          { label: say.outcome, cell: ({ summary }) => say.summary(summary.new, summary.refused) },
          { label: say.state, cell: ({ state }) => <CertificateImportState state={state} /> },
        ]}
        empty={{ title: say.noneYet, next: say.noneYetNext }}
      />
      <Pager path="/certificate-imports" query={{ sort }} next={imports.next} isFirstPage={isFirstPage} />
    </>
  );
}

const tones = { previewed: 'warning', applied: 'success', reversed: 'neutral' } as const satisfies Record<string, Tone>;

export function CertificateImportState({ state }: Pick<CertificateImportListed, 'state'>) {
  const say = useWords(certificateImportWords);
  return <Badge tone={tones[state]} text={say[state]} />;
}
