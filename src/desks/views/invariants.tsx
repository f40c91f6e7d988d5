import type { KeptFinding } from '../../invariants/examinations.service';
import { invariants } from '../../invariants/invariants';
import type { LongJob } from '../../platform/jobs/long-jobs';
import { showMoment } from '../../platform/clock';
import { Badge, Progress } from '../../platform/pages/badges';
import { PageHeader } from '../../platform/pages/blocks';
import { ActionButton } from '../../platform/pages/forms';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { invariantWords } from '../invariants.words';

interface Props {
  readonly findings: readonly KeptFinding[];
  /** The examination of everything that is under way. */
  readonly underWay: LongJob | null;
  /** `HH:mm`; null when everything is examined on request alone. */
  readonly nightlyAt: string | null;
}

/** What always holds, and what broke it when it was last looked at. */
export function Invariants({ findings, underWay, nightlyAt }: Props) {
  const say = useWords(invariantWords);
  const broken = findings.filter((finding) => finding.broken > 0).length;
  const standing = broken === 0 ? say.allHold : say.someBroken(broken);
  const renewing = underWay
    ? { 'hx-get': '/invariants', 'hx-select': '#findings', 'hx-trigger': 'every 2s', 'hx-swap': 'outerHTML' }
    : {};
  return (
    <>
      <PageHeader
        title={say.title}
        subtitle={findings.length === 0 ? say.neverExamined : standing}
        back={{ href: '/', label: say.desk }}
        actions={<ActionButton action="/invariants/examinations" label={say.examine} />}
      />
      <p>{say.covers(nightlyAt)}</p>
      <div id="findings" {...renewing}>
        {underWay && <Progress label={say.underWay} done={underWay.done} total={underWay.total} />}
        <Findings findings={findings} />
      </div>
    </>
  );
}

function Findings({ findings }: Pick<Props, 'findings'>) {
  const say = useWords(invariantWords);
  const locale = useLocale();
  return (
    <Table
      caption={say.caption}
      hidesCaption
      rows={findings}
      empty={{ title: say.neverExamined, next: say.neverExaminedNext }}
      columns={[
        { label: say.rule, isRowName: true, cell: ({ invariant }) => invariants[invariant][locale] },
        { label: say.code, cell: ({ invariant }) => invariant },
        {
          label: say.verdict,
          cell: ({ broken }) => (
            <Badge
              tone={broken === 0 ? 'success' : 'danger'}
              text={broken === 0 ? say.holds : `${say.broken}: ${broken}`}
            />
          ),
        },
        { label: say.wholeAt, cell: ({ wholeAt }) => (wholeAt ? showMoment(wholeAt) : '') },
        { label: say.changesAt, cell: ({ changesAt }) => (changesAt ? showMoment(changesAt) : '') },
        { label: say.ids, cell: ({ broken, ids }) => [...ids, ...(broken > ids.length ? ['…'] : [])].join(', ') },
      ]}
    />
  );
}
