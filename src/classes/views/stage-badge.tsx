import { Badge, type Tone } from '../../platform/pages/badges';
import { useWords } from '../../platform/pages/page-context';
import { classStageWords } from '../classes.labels';
import type { ClassStage } from '../training-class.stage';

export const stageTones: Readonly<Record<ClassStage, Tone>> = {
  draft: 'neutral',
  call_to_open: 'info',
  call_open: 'success',
  call_over: 'warning',
  confirmed: 'info',
  running: 'success',
  to_close: 'warning',
  cancelled: 'danger',
  merged: 'neutral',
  closed: 'neutral',
};

/** Where a class stands, in words. */
export function StageBadge({ stage }: { stage: ClassStage }) {
  const stages = useWords(classStageWords);
  return <Badge tone={stageTones[stage]} text={stages[stage]} />;
}
