import { showMoment } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { type Choice, SelectField } from '../../platform/pages/choices';
import { FileField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../platform/pages/forms';
import { Pager } from '../../platform/pages/lists';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Refusal } from '../../platform/problems/refusal';
import type { ImportState as State } from '../../platform/imports/import.entity';
import type { RosterImportItem } from '../roster-imports.queries';
import { rosterWords } from '../roster-imports.words';

interface Props {
  readonly imports: PageOf<RosterImportItem>;
  /** The units whose roster may be sent; none for who may only look. */
  readonly units: readonly Choice[];
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
  readonly isFirstPage: boolean;
}

export function RosterImports({ imports, units, typed, refusal, isFirstPage }: Props) {
  const say = useWords(rosterWords);
  return (
    <>
      <PageHeader title={say.rosters} subtitle={say.rostersHint} />
      <Problem refusal={refusal} />
      {units.length > 0 && <UploadForm units={units} typed={typed} refusal={refusal} />}
      <EarlierImports imports={imports} isFirstPage={isFirstPage} />
    </>
  );
}

function UploadForm({ units, typed, refusal }: Pick<Props, 'units' | 'typed' | 'refusal'>) {
  const say = useWords(rosterWords);
  const [only] = units;
  const isOne = units.length === 1;
  return (
    <Card title={say.send}>
      <Form
        action="/roster-imports"
        values={typed}
        errors={refusal?.fields ?? []}
        hidden={isOne ? { unitId: only!.value } : {}}
        isMultipart
      >
        {!isOne && <SelectField name="unitId" label={say.unit} choices={units} required />}
        <FileField name="file" label={say.file} hint={say.fileHint} accept=".xlsx,.csv" required />
        <SubmitButton label={say.compare} />
      </Form>
    </Card>
  );
}

function EarlierImports({ imports, isFirstPage }: Pick<Props, 'imports' | 'isFirstPage'>) {
  const say = useWords(rosterWords);
  return (
    <>
      <h2>{say.earlier}</h2>
      <Table
        caption={say.earlier}
        hidesCaption
        columns={[
          {
            label: say.file,
            isRowName: true,
            cell: ({ id, fileName }) => <a href={`/roster-imports/${id}`}>{fileName}</a>,
          },
          { label: say.unit, cell: ({ unitName }) => unitName },
          { label: say.uploadedAt, cell: ({ uploadedAt }) => showMoment(uploadedAt) },
          {
            label: say.outcome,
            cell: ({ summary }) => say.summary(summary.new, summary.changed, summary.refused),
          },
          { label: say.state, cell: ({ state }) => <ImportState state={state} /> },
        ]}
        rows={imports.items}
        empty={{ title: say.noneYet, next: say.noneYetNext }}
      />
      <Pager path="/roster-imports" next={imports.next} isFirstPage={isFirstPage} />
    </>
  );
}

const tones: Readonly<Record<State, Tone>> = {
  previewed: 'warning',
  applied: 'success',
  reversed: 'neutral',
};

export function ImportState({ state }: { state: State }) {
  const say = useWords(rosterWords);
  return <Badge tone={tones[state]} text={say[state]} />;
}
