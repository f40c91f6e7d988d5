import { ClassFrame } from '../../classes/views/class-frame';
import type { ClassItem } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import { showMoment } from '../../platform/clock';
import type { LongJobStep } from '../../platform/jobs/long-job-steps';
import type { LongJob } from '../../platform/jobs/long-jobs';
import { Badge, Progress, type Tone } from '../../platform/pages/badges';
import { Card } from '../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { canGoOn, isUnderWay } from '../closing-progress';
import type { ClosingStepName } from '../closing-steps';
import { closingStepWords, closingWords } from '../closings.words';

interface HowFar {
  readonly job: LongJob;
  readonly steps: readonly LongJobStep[];
}

export function ClosingUnderWay({
  item,
  actor,
  mayClose,
  refusal,
  ...howFar
}: HowFar & { item: ClassItem; actor: Actor; mayClose: boolean; refusal: Refusal | null }) {
  const say = useWords(closingWords);
  const { job } = howFar;
  return (
    <>
      <ClassFrame item={item} actor={actor} current="completion" saysStage />
      <Problem refusal={refusal} />
      <Card title={isUnderWay(job) ? say.closing : say.closingFailed}>
        {isUnderWay(job) && <p>{say.closingHint}</p>}
        <ClosingProgress classId={item.id} {...howFar} />
        {canGoOn(job) && mayClose && (
          <ActionButton action={`/classes/${item.id}/completion`} label={say.goOn} tone="primary" />
        )}
      </Card>
    </>
  );
}

/** Asks again every second until the closing is over. */
export function ClosingProgress({ classId, job, steps }: HowFar & { classId: string }) {
  const say = useWords(closingWords);
  const locale = useLocale();
  const page = `/classes/${classId}/completion`;
  const isRunning = isUnderWay(job);
  const stuck = steps.find(({ error, finishedAt }) => error !== null && finishedAt === null);
  const finished = steps.filter(({ finishedAt }) => finishedAt !== null).length;
  return (
    <Progress
      label={say.stepsDone}
      done={finished}
      total={steps.length}
      {...(isRunning ? { pollUrl: `${page}/progress` } : {})}
    >
      {stuck?.error && (
        <Notice tone={isRunning ? 'warning' : 'danger'}>
          <p>{stuck.error[locale]}</p>
          {!isRunning && <p>{say.closingFailedNext}</p>}
        </Notice>
      )}
      <Table caption={say.steps} hidesCaption columns={useColumns(job)} rows={steps} empty={{ title: say.noSteps }} />
      {!isRunning && <p>{job.state === 'done' ? say.closingDone : say.closingStopped}</p>}
      {job.state === 'done' && <LinkButton href={page} label={say.seeResults} />}
    </Progress>
  );
}

function useColumns(job: LongJob): readonly Column<LongJobStep>[] {
  const say = useWords(closingWords);
  const ofStep = useWords(closingStepWords);
  return [
    { label: say.step, isRowName: true, cell: ({ name }) => ofStep[name as ClosingStepName] },
    {
      label: say.stepState,
      cell: (step) => {
        const state = stateOf(step, job);
        return <Badge tone={tones[state]} text={say[state]} />;
      },
    },
    { label: say.stepDone, isNumber: true, cell: ({ done, total }) => total !== null && say.doneOf(done, total) },
    { label: say.startedAt, cell: ({ startedAt }) => startedAt && showMoment(startedAt) },
    { label: say.finishedAt, cell: ({ finishedAt }) => finishedAt && showMoment(finishedAt) },
  ];
}

type StepState = 'waits' | 'goesOn' | 'finished' | 'stopped';
const tones: Readonly<Record<StepState, Tone>> = {
  waits: 'neutral',
  goesOn: 'info',
  finished: 'success',
  stopped: 'danger',
};

function stateOf({ startedAt, finishedAt, error }: LongJobStep, job: LongJob): StepState {
  if (finishedAt) return 'finished';
  if (error && !isUnderWay(job)) return 'stopped';
  return startedAt ? 'goesOn' : 'waits';
}
