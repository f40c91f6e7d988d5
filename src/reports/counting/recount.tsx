import { showMoment } from '../../platform/clock';
import type { LongJob } from '../../platform/jobs/long-jobs';
import { Progress } from '../../platform/pages/badges';
import { PageHeader } from '../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { reportWords } from '../reports.words';

interface Props {
  readonly countedAt: Date | null;
  /** The last one asked for. */
  readonly job: LongJob | null;
}

const path = '/reports/recount';

export function Recount({ countedAt, job }: Props) {
  const say = useWords(reportWords);
  return (
    <>
      <PageHeader title={say.recount} back={{ href: '/reports/joint', label: say.joint }} />
      <p>{countedAt ? say.countedAt(showMoment(countedAt)) : say.countedAtOnce}</p>
      {job && isUnderWay(job) ? (
        <HowFar job={job} />
      ) : (
        <ActionButton action={path} label={say.recount} tone="primary" />
      )}
    </>
  );
}

/** Asks again every second until everything is counted. */
export function HowFar({ job }: { job: LongJob }) {
  const say = useWords(reportWords);
  const isRunning = isUnderWay(job);
  return (
    <Progress
      label={say.recounting}
      done={job.done}
      total={job.total}
      {...(isRunning && { pollUrl: `${path}/progress` })}
    >
      {!isRunning && <LinkButton href="/reports/joint" label={say.joint} />}
    </Progress>
  );
}

const isUnderWay = ({ finishedAt }: LongJob): boolean => finishedAt === null;
