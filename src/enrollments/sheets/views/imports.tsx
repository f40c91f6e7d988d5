import type { ClassItem } from '../../../classes/classes.queries';
import { ClassFrame } from '../../../classes/views/class-frame';
import type { Actor } from '../../../platform/access/actor';
import { showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, PageHeader, StatCards } from '../../../platform/pages/blocks';
import { Reading } from '../../../platform/imports/views/reading';
import { TrialOutcome } from '../../../platform/imports/views/trial-outcome';
import { UploadForm } from '../../../platform/imports/views/upload-form';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { AttendanceImportItem } from '../imports.queries';
import type { ImportShown } from '../imports.service';
import { attendanceVerdictWords, importWords } from '../imports.words';
import { attendanceVerdicts, type JudgedRow } from '../verdicts';
import type { WorkbookHalfDay } from '../headings';
import { attendanceMarks } from '../../attendance-line.entity';
import { markWords } from '../../attendance.words';
import { halfDayTitle } from '../../half-day-title';

const tones = { marks: 'success', corrects: 'warning', unchanged: 'neutral', blocked: 'danger' } as const;

interface ListProps {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly imports: readonly AttendanceImportItem[];
  readonly refusal: Refusal | null;
}

export function AttendanceImports({ item, actor, imports, refusal }: ListProps) {
  const say = useWords(importWords);
  return (
    <ClassFrame item={item} actor={actor} current="attendance">
      <Problem refusal={refusal} />
      <Card title={say.title}>
        <p>{say.how}</p>
        <p>
          <LinkButton href={`/classes/${item.id}/attendance-workbook`} label={say.download} />
        </p>
        <UploadForm action={`/classes/${item.id}/attendance-imports`} say={say} label={say.try} refusal={refusal} />
      </Card>
      <Table
        caption={say.earlier}
        list="whole"
        rows={imports}
        empty={{ title: say.noneEarlier, next: say.noneEarlierNext }}
        columns={[
          {
            label: say.file,
            isRowName: true,
            cell: ({ id, fileName }) => <a href={`/attendance-imports/${id}`}>{fileName}</a>,
          },
          { label: say.uploaded, cell: ({ uploadedAt }) => showMoment(uploadedAt) },
          { label: say.by, cell: ({ uploadedByName }) => uploadedByName },
          {
            label: say.state,
            cell: ({ appliedAt }) =>
              appliedAt ? (
                <Badge tone="success" text={say.applied(showMoment(appliedAt))} />
              ) : (
                <Badge text={say.tried} />
              ),
          },
        ]}
      />
    </ClassFrame>
  );
}

interface DetailsProps {
  readonly shown: ImportShown;
  readonly halfDays: readonly WorkbookHalfDay[];
  readonly refusal: Refusal | null;
}

export function AttendanceImportDetails({ shown, halfDays, refusal }: DetailsProps) {
  const say = useWords(importWords);
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${shown.classId}/attendance-imports`, label: say.title }}
        title={shown.fileName}
        subtitle={`${shown.className} · ${say.uploaded} ${showMoment(shown.uploadedAt)}`}
      />
      <Problem refusal={refusal} />
      <Reading
        read={shown}
        action={shown.appliedAt ? null : `/attendance-imports/${shown.id}/readings`}
        refusal={refusal}
      />
      {shown.appliedAt ? <Applied shown={shown} /> : <Trial shown={shown} halfDays={halfDays} />}
    </>
  );
}

function Applied({ shown: { appliedAt, outcome } }: { shown: ImportShown }) {
  const say = useWords(importWords);
  return (
    <Notice tone="success">
      <p>
        {say.applied(showMoment(appliedAt!))}. {outcome && say.outcome(outcome.marked, outcome.corrected)}
      </p>
    </Notice>
  );
}

function Trial({ shown, halfDays }: { shown: ImportShown; halfDays: readonly WorkbookHalfDay[] }) {
  const say = useWords(importWords);
  const verdicts = useWords(attendanceVerdictWords);
  const count = (verdict: JudgedRow['verdict']) => shown.rows.filter((row) => row.verdict === verdict).length;
  const doing = count('marks') + count('corrects');
  const marks = useWords(markWords);
  const locale = useLocale();
  const changes = shown.rows.flatMap((row) => row.changes);
  const kinds = attendanceMarks
    .map((mark) => ({ mark, times: changes.filter(({ to }) => to === mark).length }))
    .filter(({ times }) => times > 0)
    .map(({ mark, times }) => `${times} ${marks[mark].toLowerCase()}`);
  return (
    <>
      <StatCards
        label={say.verdict}
        cards={attendanceVerdicts
          .filter((verdict) => count(verdict) > 0)
          .map((verdict) => ({ label: verdicts[verdict], value: count(verdict), tone: tones[verdict] }))}
      />
      {shown.warnings.map((warning) => (
        <Notice tone="warning">
          <p>{warning[locale]}</p>
        </Notice>
      ))}
      <TrialOutcome
        say={say}
        changes={doing}
        summary={{ same: count('unchanged'), refused: count('blocked') }}
        hint={say.applyNext(doing)}
      >
        <Form action={`/attendance-imports/${shown.id}/application`} hidden={{ fingerprint: shown.fingerprint }}>
          <SubmitButton label={say.apply(doing, kinds.join(', '))} />
        </Form>
      </TrialOutcome>
      <Table
        caption={say.rows}
        rows={shown.rows}
        empty={{ title: say.noRows }}
        columns={[
          { label: say.row, isNumber: true, cell: ({ row, sheet }) => (sheet ? `${sheet}, ${row}` : row) },
          { label: say.name, isRowName: true, cell: ({ name }) => name },
          { label: say.code, cell: ({ code }) => code },
          { label: say.verdict, cell: ({ verdict }) => <Badge tone={tones[verdict]} text={verdicts[verdict]} /> },
          { label: say.what, cell: (row) => <What row={row} halfDays={halfDays} /> },
        ]}
      />
    </>
  );
}

function What({ row: { changes, sentences }, halfDays }: { row: JudgedRow; halfDays: readonly WorkbookHalfDay[] }) {
  const say = useWords(importWords);
  const marks = useWords(markWords);
  const locale = useLocale();
  const titleOf = (id: string) =>
    halfDayTitle(
      halfDays.find((halfDay) => halfDay.id === id)!,
      locale,
    );
  const told = changes.map(({ halfDayId, from, to, goesOut }) => {
    const mark = from === to ? [] : [from === 'unmarked' ? marks[to] : `${marks[from]} → ${marks[to]}`];
    return `${titleOf(halfDayId)}: ${[...mark, ...(goesOut ? [say.goesOut] : [])].join(', ')}`;
  });
  const lines = [...sentences.map((sentence) => sentence[locale]), ...told];
  if (lines.length === 0) return null;
  return (
    <ul class="plain-list">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
