import type { ClassItem } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import type { LongJob } from '../../platform/jobs/long-jobs';
import { Progress } from '../../platform/pages/badges';
import { Card } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { completionWords } from '../completions.words';
import { ClassHeading } from './class-heading';

export function ClosingUnderWay({ item, actor, job }: { item: ClassItem; actor: Actor; job: LongJob }) {
  const say = useWords(completionWords);
  return (
    <>
      <ClassHeading item={item} actor={actor} />
      <Card title={say.closing}>
        <p>{say.closingHint}</p>
        <ClosingProgress classId={item.id} job={job} />
      </Card>
    </>
  );
}

/** Asks again every second until the closing is over. */
export function ClosingProgress({ classId, job: { state, done, total } }: { classId: string; job: LongJob }) {
  const say = useWords(completionWords);
  const page = `/classes/${classId}/completion`;
  if (state === 'queued' || state === 'running') {
    return <Progress label={say.closingProgress} done={done} total={total} pollUrl={`${page}/progress`} />;
  }
  return (
    <>
      <Progress label={say.closingProgress} done={done} total={total} />
      <p>{state === 'done' ? say.closingDone : say.closingFailed}</p>
      <LinkButton href={page} label={say.seeResults} />
    </>
  );
}
