import { showDay, dayOf, showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { SelectField } from '../../../platform/pages/choices';
import { TextArea } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { PlanBody } from '../../../training-plans/plan-standing';
import { type YearChoice, YearFilter } from '../../views/year-filter';
import type { YearlyReportLine } from '../yearly-reports.queries';
import { reportStateWords, yearlyReportWords } from '../yearly-reports.words';

export const reportTones = { draft: 'info', frozen: 'success', withdrawn: 'neutral' } as const;

interface Props {
  readonly reports: readonly YearlyReportLine[];
  readonly choice: YearChoice;
  readonly groups: readonly PlanBody[];
  readonly mayDraw: boolean;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

/** The editions of a year's report, and the way to a new one. */
export function YearlyReports({ reports, choice, groups, mayDraw, typed, refusal }: Props) {
  const say = useWords(yearlyReportWords);
  const states = useWords(reportStateWords);
  const locale = useLocale();
  const { year } = choice;
  const isDrawn = (id: string) => reports.some(({ groupId, state }) => groupId === id && state === 'draft');
  const toDraw = groups.filter(({ id }) => !isDrawn(id));
  return (
    <>
      <PageHeader title={say.reportsOf(year)} back={{ href: linkTo('/reports/joint', { year }), label: say.live }} />
      <Problem refusal={refusal} formId="draw" />
      <YearFilter action="/yearly-reports" choice={choice} />
      <Table
        caption={say.reports}
        list="whole"
        hidesCaption
        rows={reports}
        empty={{ title: say.none, next: mayDraw ? say.noneToDraw : say.noneNext }}
        columns={[
          {
            label: say.reports,
            isRowName: true,
            cell: ({ id, edition, groupNameVi, groupNameEn }) => (
              <>
                <a href={`/yearly-reports/${id}`}>{say.edition(edition)}</a>
                <div class="quiet">{say.with(locale === 'vi' ? groupNameVi : groupNameEn)}</div>
              </>
            ),
          },
          {
            label: say.state,
            isState: true,
            cell: ({ state }) => <Badge tone={reportTones[state]} text={states[state]} />,
          },
          {
            label: say.confirmations,
            cell: ({ confirmations }) =>
              confirmations.map(({ nameVi, nameEn, confirmedAt }) => (
                <div>
                  {locale === 'vi' ? nameVi : nameEn}, {showDay(dayOf(confirmedAt))}
                </div>
              )),
          },
          { label: say.drawnAt, isNamed: true, cell: ({ drawnAt }) => showMoment(drawnAt) },
        ]}
      />
      {mayDraw && (refusal !== null || toDraw.length > 0) && (
        <DrawCard
          year={year}
          groups={refusal ? groups : toDraw}
          isFirst={reports.length === 0}
          typed={typed}
          refusal={refusal}
        />
      )}
    </>
  );
}

function DrawCard({
  year,
  groups,
  isFirst,
  typed,
  refusal,
}: Pick<Props, 'groups' | 'typed' | 'refusal'> & { year: number; isFirst: boolean }) {
  const say = useWords(yearlyReportWords);
  const locale = useLocale();
  const title = isFirst ? say.draw : say.drawNew;
  const only = groups.length === 1 ? groups[0] : undefined;
  return (
    <Card title={title}>
      <Form
        id="draw"
        action="/yearly-reports"
        hidden={{ year, groupId: only?.id }}
        values={typed}
        errors={refusal?.fields ?? []}
      >
        {groups.length > 1 && (
          <SelectField
            name="groupId"
            label={say.group}
            choices={groups.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn }))}
          />
        )}
        <TextArea name="remarks" label={say.remarks} hint={say.remarksHint} rows={4} maxLength={4000} />
        <SubmitButton label={title} />
      </Form>
    </Card>
  );
}
