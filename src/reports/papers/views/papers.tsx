import type { ClassItem } from '../../../classes/classes.queries';
import { showDay } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { TextField } from '../../../platform/pages/fields';
import { LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Pager } from '../../../platform/pages/lists';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { PaperLinks } from '../../../platform/pages/papers/paper-links';
import { Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { ReportedUnit } from '../../reports.queries';
import { type YearChoice, YearFilter } from '../../views/year-filter';
import { reportTones } from '../../yearly/views/yearly-reports';
import type { YearlyReportLine } from '../../yearly/yearly-reports.queries';
import { reportStateWords } from '../../yearly/yearly-reports.words';
import { papersWords } from '../papers.words';

interface Props {
  readonly choice: YearChoice;
  /** Null for who reads none. */
  readonly reports: readonly YearlyReportLine[] | null;
  readonly readsPlan: boolean;
  readonly readsRegister: boolean;
  readonly units: readonly ReportedUnit[];
  /** Null for who prints nothing of classes. */
  readonly classes: PageOf<ClassItem> | null;
  readonly isFirstPage: boolean;
  readonly ownId: string | null;
  readonly findsPeople: boolean;
}

/** Every paper the reader may print. */
export function Papers(props: Props) {
  const say = useWords(papersWords);
  const { choice, classes, ownId, findsPeople } = props;
  const isOwn = classes === null;
  return (
    <>
      <PageHeader title={isOwn ? say.title : say.titleOf(choice.year)} />
      {!isOwn && <YearFilter action="/papers" choice={choice} />}
      <OfYear {...props} />
      <OfUnits {...props} />
      {classes && <OfClasses {...props} classes={classes} />}
      {(ownId || findsPeople) && <OfPeople ownId={ownId} findsPeople={findsPeople} />}
    </>
  );
}

function OfYear({ choice: { year }, reports, readsPlan, readsRegister }: Props) {
  const say = useWords(papersWords);
  const states = useWords(reportStateWords);
  const locale = useLocale();
  const rows = [
    ...(reports ?? []).map(({ id, edition, state, groupNameVi, groupNameEn }) => ({
      title: say.joint(edition, locale === 'vi' ? groupNameVi : groupNameEn),
      note: <Badge tone={reportTones[state]} text={states[state]} />,
      links: { path: `/yearly-reports/${id}/paper`, query: {} },
    })),
    ...(readsPlan
      ? [{ title: say.plan, note: null, links: { path: `/training-plans/${year}/paper`, query: {} } }]
      : []),
    ...(readsRegister
      ? [{ title: say.register, note: null, links: { path: '/certificates/paper', query: { year } } }]
      : []),
  ];
  if (rows.length === 0 && reports === null) return null;
  return (
    <Card
      title={say.ofYear(year)}
      {...(reports ? { footer: <LinkButton href={linkTo('/yearly-reports', { year })} label={say.toJoint} /> } : {})}
    >
      {reports?.length === 0 && <p class="quiet">{say.jointNone}</p>}
      <Table
        caption={say.ofYear(year)}
        hidesCaption
        isLong
        rows={rows}
        empty={{ title: '' }}
        columns={[
          {
            label: say.paper,
            isRowName: true,
            cell: ({ title, note }) => (
              <>
                {title} {note}
              </>
            ),
          },
          { label: say.download, cell: ({ title, links }) => <PaperLinks {...links} title={title} /> },
        ]}
      />
    </Card>
  );
}

function OfUnits({ choice: { year }, units }: Pick<Props, 'choice' | 'units'>) {
  const say = useWords(papersWords);
  const locale = useLocale();
  if (units.length === 0) return null;
  return (
    <Card title={say.units}>
      <Table
        caption={say.units}
        hidesCaption
        isLong
        rows={units}
        empty={{ title: '' }}
        columns={[
          {
            label: say.unit,
            isRowName: true,
            cell: ({ code, nameVi, nameEn }) => `${code} – ${locale === 'vi' ? nameVi : nameEn}`,
          },
          {
            label: say.download,
            cell: ({ id, code }) => (
              <PaperLinks path="/reports/unit/paper" query={{ year, unitId: id }} title={say.scorecard(code)} />
            ),
          },
        ]}
      />
    </Card>
  );
}

function OfClasses({ choice: { year }, classes, isFirstPage }: Props & { classes: PageOf<ClassItem> }) {
  const say = useWords(papersWords);
  return (
    <Card title={say.classes}>
      <p class="quiet">{say.classesHint}</p>
      <Table
        caption={say.classes}
        hidesCaption
        isLong
        rows={classes.items}
        empty={{ title: say.noClasses, next: say.noClassesNext }}
        columns={[
          { label: say.classes, isRowName: true, cell: ({ name }) => name },
          { label: say.opensOn, isNamed: true, cell: ({ opensOn }) => showDay(opensOn) },
          {
            label: say.download,
            cell: ({ id, code }) => <a href={`/classes/${id}/printouts`}>{say.ofClass(code)}</a>,
          },
        ]}
      />
      <Pager path="/papers" query={{ year }} next={classes.next} isFirstPage={isFirstPage} />
    </Card>
  );
}

function OfPeople({ ownId, findsPeople }: Pick<Props, 'ownId' | 'findsPeople'>) {
  const say = useWords(papersWords);
  return (
    <Card title={say.people}>
      {ownId && (
        <p>
          {say.record} <PaperLinks path={`/people/${ownId}/training-record/paper`} title={say.record} />
        </p>
      )}
      {findsPeople && (
        <form method="get" action="/people" class="form" noValidate>
          <p class="quiet">{say.findPerson}</p>
          <TextField name="search" label={say.search} maxLength={100} />
          <div class="actions">
            <SubmitButton label={say.find} tone="plain" />
          </div>
        </form>
      )}
    </Card>
  );
}
