import type { ComponentChildren } from 'preact';
import { showDay, showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { PaperLinks } from '../../../platform/pages/papers/paper-links';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { PlanBody } from '../../../training-plans/plan-standing';
import { reportWords } from '../../reports.words';
import { ReportTables } from '../../views/joint-report';
import { asOf } from '../yearly-figures';
import type { YearlyReportItem } from '../yearly-reports.queries';
import { measureWords, reportStateWords, yearlyReportWords } from '../yearly-reports.words';
import { reportTones } from './yearly-reports';

/** Which of the forms came back refused. */
export type ReportForm = 'confirm' | 'draw-anew' | 'withdraw';

interface Props {
  readonly report: YearlyReportItem;
  /** Of the units before those that are shown; undefined for the first. */
  readonly cursor: string | undefined;
  readonly mayDraw: boolean;
  /** The committee the reader confirms for. */
  readonly body: PlanBody | undefined;
  readonly typed: FormValues;
  readonly refused: { readonly form: ReportForm; readonly refusal: Refusal } | null;
}

/** One edition: its figures in short, who confirmed them, the paper, and what is to be done. */
export function YearlyReportPage({ report, cursor, mayDraw, body, typed, refused }: Props) {
  const say = useWords(yearlyReportWords);
  const locale = useLocale();
  const { id, year, edition, state, figures, remarks, replacedBy, reason } = report;
  const title = say.titleOf(year, edition);
  return (
    <>
      <PageHeader
        title={title}
        subtitle={say.with(locale === 'vi' ? report.groupNameVi : report.groupNameEn)}
        back={{ href: linkTo('/yearly-reports', { year }), label: say.reports }}
        actions={<PaperLinks path={`/yearly-reports/${id}/paper`} title={title} />}
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form} />
      {replacedBy !== null && (
        <Notice tone="warning">
          <p>{say.replaced(replacedBy)}</p>
        </Notice>
      )}
      <Standing report={report}>
        {state === 'draft' && (mayDraw || waitsFor(body, report)) && (
          <Actions report={report} mayDraw={mayDraw} body={body} typed={typed} refused={refused} />
        )}
      </Standing>
      <Changes report={report} />
      <ReportTables report={figures.report} shown={{ path: `/yearly-reports/${id}`, cursor }} />
      {remarks && (
        <Card title={say.remarks}>
          {remarks.split('\n').map((line) => (
            <p>{line}</p>
          ))}
        </Card>
      )}
      {reason && (
        <Card title={say.reason}>
          <p>{reason}</p>
        </Card>
      )}
    </>
  );
}

function Standing({
  report: { state, bodies, confirmations, drawnAt, figures },
  children,
}: Pick<Props, 'report'> & { children: ComponentChildren }) {
  const say = useWords(yearlyReportWords);
  const states = useWords(reportStateWords);
  const locale = useLocale();
  return (
    <Card {...(children ? { footer: children } : {})}>
      <DescriptionList
        items={[
          { term: say.state, value: <Badge tone={reportTones[state]} text={states[state]} /> },
          { term: say.drawnAt, value: `${showMoment(drawnAt)} (${showDay(asOf(figures))})` },
          ...bodies.map(({ id, nameVi, nameEn }) => {
            const done = confirmations.find(({ bodyId }) => bodyId === id);
            return {
              term: locale === 'vi' ? nameVi : nameEn,
              value: done ? say.confirmedBy(done.confirmedByName ?? '', showMoment(done.confirmedAt)) : say.notYet,
            };
          }),
        ]}
      />
    </Card>
  );
}

const waitsFor = (body: PlanBody | undefined, { confirmations }: YearlyReportItem): boolean =>
  body !== undefined && !confirmations.some(({ bodyId }) => bodyId === body.id);

function Actions({ report, mayDraw, body, typed, refused }: Omit<Props, 'cursor'>) {
  const say = useWords(yearlyReportWords);
  const locale = useLocale();
  const path = `/yearly-reports/${report.id}`;
  const kept = (form: ReportForm, values: FormValues = {}) =>
    refused?.form === form ? { values: typed, errors: refused.refusal.fields } : { values };
  return (
    <div class="actions">
      {body && waitsFor(body, report) && (
        <ActionButton
          id="confirm"
          action={`${path}/confirmation`}
          label={say.confirm(locale === 'vi' ? body.nameVi : body.nameEn)}
          tone="primary"
          confirm={say.confirmMeans}
          hidden={{ version: report.version }}
          {...kept('confirm')}
        />
      )}
      {mayDraw && (
        <>
          <ActionButton
            id="draw-anew"
            action={`${path}/figures`}
            label={say.drawAnew}
            confirm={say.drawAnewMeans}
            {...kept('draw-anew', { remarks: report.remarks ?? '' })}
          >
            <TextArea name="remarks" label={say.remarks} hint={say.remarksHint} rows={4} maxLength={4000} />
          </ActionButton>
          <ActionButton
            id="withdraw"
            action={`${path}/withdrawal`}
            label={say.withdraw}
            confirm={say.withdrawMeans}
            {...kept('withdraw')}
          >
            <TextField name="reason" label={say.reason} maxLength={500} required />
          </ActionButton>
        </>
      )}
    </div>
  );
}

/** What the register says otherwise today. */
function Changes({ report: { changes, state } }: Pick<Props, 'report'>) {
  const say = useWords(yearlyReportWords);
  const measure = useWords(measureWords);
  const locale = useLocale();
  if (changes.length === 0 || state === 'withdrawn') return null;
  return (
    <Card title={say.changed}>
      <p>{state === 'draft' ? say.changedDraft : say.changedFrozen}</p>
      <Table
        caption={say.changed}
        hidesCaption
        rows={changes}
        empty={{ title: '' }}
        columns={[
          {
            label: useWords(reportWords).unit,
            isRowName: true,
            cell: ({ unitNameVi, unitNameEn }) => (locale === 'vi' ? unitNameVi : unitNameEn) ?? say.whole,
          },
          { label: say.measure, cell: (change) => measure[change.measure] },
          { label: say.then, isNumber: true, cell: ({ then }) => then },
          { label: say.now, isNumber: true, cell: ({ now }) => now },
        ]}
      />
    </Card>
  );
}
