import type { ClassItem } from '../../classes/classes.queries';
import { showMoment } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { UploadForm } from '../../platform/imports/views/upload-form';
import { LinkButton } from '../../platform/pages/forms';
import { Pager } from '../../platform/pages/lists';
import { Notice, Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Refusal } from '../../platform/problems/refusal';
import type { MarkImportListed } from '../mark-imports.queries';
import { markImportWords } from '../mark-imports.words';
import { theoryWords } from '../theory-classes.words';
import type { ImportOrder } from '../../platform/imports/imports.queries';
import { importSort } from '../../platform/imports/views/import-sort';

interface Props {
  readonly item: ClassItem;
  readonly imports: PageOf<MarkImportListed>;
  readonly sort: ImportOrder | undefined;
  readonly isFirstPage: boolean;
  readonly isLocked: boolean;
  readonly refusal: Refusal | null;
}

/** Hands out the workbook and takes it back, with those that were sent before. */
export function MarkImports({ item, imports, sort, isFirstPage, isLocked, refusal }: Props) {
  const say = useWords(markImportWords);
  const theory = useWords(theoryWords);
  const path = `/classes/${item.id}/mark-imports`;
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${item.id}/marks`, label: theory.backToMarks }}
        title={say.workbookOf(item.code)}
        subtitle={item.name}
      />
      <Problem refusal={refusal} />
      {isLocked && (
        <Notice tone="info">
          <p>{theory.locked}</p>
        </Notice>
      )}
      <Card title={say.downloadFirst}>
        <p>{say.downloadHowTo}</p>
        <LinkButton href={`/classes/${item.id}/marks/workbook`} label={say.download} />
      </Card>
      {!isLocked && (
        <Card title={say.sendBack}>
          <UploadForm action={path} say={say} label={say.compare} refusal={refusal} />
        </Card>
      )}
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
            cell: ({ id, fileName }) => <a href={`/mark-imports/${id}`}>{fileName}</a>,
          },
          { label: say.sentAt, sort: importSort(path, sort), cell: ({ uploadedAt }) => showMoment(uploadedAt) },
          { label: say.sentBy, cell: ({ uploadedByName }) => uploadedByName },
          { label: say.outcome, cell: ({ marks, summary }) => say.summary(marks, summary.refused) },
          { label: say.state, cell: (markImport) => <MarkImportState {...markImport} /> },
        ]}
        empty={{ title: say.noneYet, next: say.noneYetNext }}
      />
      <Pager path={path} query={{ sort }} next={imports.next} isFirstPage={isFirstPage} />
    </>
  );
}

export function MarkImportState({ appliedAt }: Pick<MarkImportListed, 'appliedAt'>) {
  const say = useWords(markImportWords);
  return <Badge tone={appliedAt ? 'success' : 'warning'} text={appliedAt ? say.isApplied : say.isCompared} />;
}
