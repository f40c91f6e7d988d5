import { showMoment } from '../../../platform/clock';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ImportState } from '../../../platform/imports/views/import-state';
import { UploadForm } from '../../../platform/imports/views/upload-form';
import { Pager } from '../../../platform/pages/lists';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import type { RosterImportListed } from '../imports.queries';
import { rosterWords } from '../imports.words';
import type { ImportOrder } from '../../../platform/imports/imports.queries';
import { importSort } from '../../../platform/imports/views/import-sort';
import { type Choices, isNone } from '../../../platform/pages/searched/searched-field';

interface Props {
  readonly imports: PageOf<RosterImportListed>;
  /** The units whose roster may be sent; none for who may only look. */
  readonly units: Choices;
  /** Whether the reader should add units first. */
  readonly lacksUnits: boolean;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
  readonly sort: ImportOrder | undefined;
  readonly isFirstPage: boolean;
}

export function RosterImports({ imports, units, lacksUnits, typed, refusal, sort, isFirstPage }: Props) {
  const say = useWords(rosterWords);
  return (
    <>
      <PageHeader title={say.rosters} />
      <Problem refusal={refusal} />
      {lacksUnits && (
        <Notice tone="warning" heading={say.noUnits}>
          <p>
            <a href="/units">{say.addUnitsFirst}</a>
          </p>
        </Notice>
      )}
      {!isNone(units) && (
        <Card title={say.send}>
          <UploadForm
            action="/roster-imports"
            say={say}
            label={say.compare}
            refusal={refusal}
            ofUnit={{ units, label: say.unit, typed }}
          />
        </Card>
      )}
      <EarlierImports {...{ imports, units, sort, isFirstPage }} />
    </>
  );
}

function EarlierImports({
  imports,
  units,
  sort,
  isFirstPage,
}: Pick<Props, 'imports' | 'units' | 'sort' | 'isFirstPage'>) {
  const say = useWords(rosterWords);
  return (
    <>
      <h2>{say.earlier}</h2>
      <Table
        caption={say.earlier}
        list={{ next: imports.next, isFirstPage }}
        hidesCaption
        isLong
        columns={[
          {
            label: say.file,
            isRowName: true,
            cell: ({ id, fileName }) => <a href={`/roster-imports/${id}`}>{fileName}</a>,
          },
          { label: say.unit, cell: ({ unitName }) => unitName },
          {
            label: say.uploadedAt,
            sort: importSort('/roster-imports', sort),
            cell: ({ uploadedAt }) => showMoment(uploadedAt),
          },
          {
            label: say.outcome,
            cell: ({ summary }) => say.summary(summary.new, summary.changed, summary.refused),
          },
          { label: say.state, isState: true, cell: ({ state }) => <ImportState state={state} say={say} /> },
        ]}
        rows={imports.items}
        empty={{ title: say.noneYet, next: isNone(units) ? say.noneYetToRead : say.noneYetNext }}
      />
      <Pager path="/roster-imports" query={{ sort }} next={imports.next} isFirstPage={isFirstPage} />
    </>
  );
}
