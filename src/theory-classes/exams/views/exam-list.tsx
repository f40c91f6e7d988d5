import type { ClassItem } from '../../../classes/classes.queries';
import { ClassFrame } from '../../../classes/views/class-frame';
import { hasEnded } from '../../../classes/training-class.states';
import type { Actor } from '../../../platform/access/actor';
import { Badge } from '../../../platform/pages/badges';
import { LinkButton } from '../../../platform/pages/forms';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { stageTones } from '../exam-stage';
import { examTime, examTitle } from '../exam-title';
import type { ExamItem } from '../exams.queries';
import { examStageWords, examWords } from '../exams.words';

/** The examinations of a class in time order. */
export function ExamList({
  item,
  actor,
  exams,
  mayPlan,
}: {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly exams: readonly ExamItem[];
  readonly mayPlan: boolean;
}) {
  const say = useWords(examWords);
  const stages = useWords(examStageWords);
  const locale = useLocale();
  const isSealed = hasEnded(item.state);
  const plan = mayPlan && !isSealed && (
    <LinkButton href={`/classes/${item.id}/exams/new`} label={say.planNew} tone="primary" />
  );
  return (
    <ClassFrame item={item} actor={actor} current="exams" actions={plan}>
      {isSealed && (
        <Notice tone="info">
          <p>{say.sealed}</p>
        </Notice>
      )}
      <Table
        caption={say.examsOf(item.code)}
        rows={exams}
        empty={{ title: say.none, next: say.noneNext, action: plan }}
        columns={[
          {
            label: say.what,
            isRowName: true,
            cell: (exam) => <a href={`/exams/${exam.id}`}>{examTitle(exam, locale)}</a>,
          },
          { label: say.when, cell: examTime },
          { label: say.rooms, cell: ({ rooms }) => rooms.map(({ name }) => name).join(', ') || say.noRoom },
          {
            label: say.invigilators,
            cell: ({ invigilators }) => invigilators.map(({ name }) => name).join(', ') || say.nobodyWatches,
          },
          { label: say.people, isNumber: true, cell: ({ candidates }) => candidates },
          {
            label: say.state,
            isState: true,
            cell: ({ stage }) => <Badge tone={stageTones[stage]} text={stages[stage]} />,
          },
        ]}
      />
    </ClassFrame>
  );
}
