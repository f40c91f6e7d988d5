import { showDay, showMoment } from '../../platform/clock';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { TextArea } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { ActionButton, Form, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import type { Paper } from '../scanned-papers';
import type { ScanItem } from '../scans.queries';
import { paperKindWords, scanWords } from '../scans.words';
import { ScanField } from './scan-field';
import { scansPath } from './scans-link';

export interface RefusedScan {
  /** `add`, or the scan that was to be removed or superseded. */
  readonly form: string;
  readonly refusal: Refusal;
  readonly typed: FormValues;
}

interface Props {
  readonly paper: Paper;
  readonly scans: readonly ScanItem[];
  readonly mayKeep: boolean;
  readonly mayRemove: (scan: ScanItem) => boolean;
  readonly refused: RefusedScan | null;
}

export function PaperPage(props: Props) {
  const say = useWords(scanWords);
  const kinds = useWords(paperKindWords);
  const { paper, scans, mayKeep, refused } = props;
  const superseded = scans.filter(({ supersededAt }) => supersededAt !== null);
  return (
    <>
      <PageHeader
        back={{ href: paper.href, label: say.back }}
        title={say.title(paper.number)}
        subtitle={`${kinds[paper.kind]} · ${paper.about}`}
      />
      {refused && <Problem refusal={refused.refusal} formId={refused.form} />}
      <Card>
        <Facts paper={paper} />
      </Card>
      <Standing {...props} />
      {mayKeep && (
        <Card title={say.add}>
          <Form
            id="add"
            action={scansPath(paper.kind, paper.id)}
            isMultipart
            errors={refused?.form === 'add' ? refused.refusal.fields : []}
          >
            <ScanField required />
            <SubmitButton label={say.doAdd} />
          </Form>
        </Card>
      )}
      {superseded.length > 0 && <Superseded scans={superseded} />}
    </>
  );
}

function Facts({ paper: { kind, number, date, authority, about } }: Pick<Props, 'paper'>) {
  const say = useWords(scanWords);
  const kinds = useWords(paperKindWords);
  return (
    <DescriptionList
      items={[
        { term: say.kind, value: kinds[kind] },
        { term: say.number, value: number },
        { term: say.date, value: date ? showDay(date) : say.noDate },
        ...(authority ? [{ term: say.authority, value: authority }] : []),
        { term: say.about, value: about },
      ]}
    />
  );
}

function useFileColumns(): Column<ScanItem>[] {
  const say = useWords(scanWords);
  const locale = useLocale();
  return [
    {
      label: say.file,
      isRowName: true,
      cell: ({ id, fileName }) => <a href={`/api/v1/scans/${id}/file`}>{fileName}</a>,
    },
    {
      label: say.size,
      cell: ({ pages, bytes }) => say.sizeOf(pages, Math.ceil(bytes / 1024).toLocaleString(locale)),
    },
    { label: say.kept, cell: ({ keptAt, keptByName }) => say.keptBy(showMoment(keptAt), keptByName ?? '–') },
  ];
}

function Standing({ paper, scans, mayKeep, mayRemove, refused }: Props) {
  const say = useWords(scanWords);
  const columns = useFileColumns();
  const path = scansPath(paper.kind, paper.id);
  const actions: Column<ScanItem> = {
    label: say.actions,
    hidesLabel: true,
    cell: (scan) => {
      const isRefused = refused?.form === scan.id;
      if (mayRemove(scan))
        return (
          <ActionButton
            id={scan.id}
            action={`${path}/${scan.id}/removal`}
            label={say.remove}
            tone="danger"
            confirm={say.removeConfirm}
            errors={isRefused ? refused.refusal.fields : []}
          />
        );
      return (
        <ActionButton
          id={scan.id}
          action={`${path}/${scan.id}/supersession`}
          label={say.supersede}
          confirm={say.supersedeConfirm}
          values={isRefused ? refused.typed : {}}
          errors={isRefused ? refused.refusal.fields : []}
        >
          <TextArea name="reason" label={say.reason} hint={say.reasonHint} rows={2} maxLength={500} required />
        </ActionButton>
      );
    },
  };
  return (
    <Card title={say.scans}>
      <Table
        caption={say.scans}
        hidesCaption
        rows={scans.filter(({ supersededAt }) => supersededAt === null)}
        empty={{ title: say.none, next: mayKeep ? say.noneNext : say.noneForReaders }}
        columns={[...columns, ...(mayKeep ? [actions] : [])]}
      />
    </Card>
  );
}

function Superseded({ scans }: { scans: readonly ScanItem[] }) {
  const say = useWords(scanWords);
  const columns = useFileColumns();
  return (
    <Card title={say.superseded}>
      <Table
        caption={say.superseded}
        hidesCaption
        rows={scans}
        empty={{ title: say.none }}
        columns={[
          ...columns,
          {
            label: say.because,
            cell: ({ supersededAt, supersededBecause }) =>
              say.becauseAt(supersededBecause ?? '', showMoment(supersededAt!)),
          },
        ]}
      />
    </Card>
  );
}
