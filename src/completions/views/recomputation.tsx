import { ClassFrame } from '../../classes/views/class-frame';
import type { ClassItem } from '../../classes/classes.queries';
import { showMark } from '../../enrollments/show-mark';
import type { Actor } from '../../platform/access/actor';
import { EmptyState } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import { gradeWords } from '../../training-records/training-record.labels';
import type { Difference, Recomputation } from '../completions.queries';
import { completionWords } from '../completions.words';
import { shareOrNone } from '../../platform/messages/percentage';
import { recomputationWords } from '../recomputation.words';
import { Reasons } from './reasons';

export function RecomputationPage({
  item,
  actor,
  found,
}: {
  item: ClassItem;
  actor: Actor;
  /** Null while the class is not closed. */
  found: Recomputation | null;
}) {
  const say = useWords(recomputationWords);
  return (
    <>
      <ClassFrame item={item} actor={actor} current="completion" saysStage />
      <h2>{say.recompute}</h2>
      {found === null ? <EmptyState title={say.notClosed} next={say.notClosedNext} /> : <Found {...found} />}
      <div class="actions">
        <LinkButton href={`/classes/${item.id}/completion`} label={say.back} />
      </div>
    </>
  );
}

function Found({ computed, differences }: Recomputation) {
  const say = useWords(recomputationWords);
  const isSame = differences.length === 0;
  const columns = useColumns();
  return (
    <>
      <p>{say.apart}</p>
      <Notice tone={isSame ? 'success' : 'danger'} role="status">
        <p>{isSame ? say.same(computed) : say.differ(differences.length, computed)}</p>
      </Notice>
      {!isSame && (
        <Table caption={say.recompute} hidesCaption columns={columns} rows={differences} empty={{ title: '' }} />
      )}
    </>
  );
}

function useColumns(): readonly Column<Difference>[] {
  const say = useWords(recomputationWords);
  const ofCompletion = useWords(completionWords);
  return [
    { label: ofCompletion.name, isRowName: true, cell: ({ fullName }) => fullName },
    { label: ofCompletion.unit, cell: ({ unitName }) => unitName },
    { label: say.recorded, cell: ({ kept }) => <Outcome {...kept} /> },
    { label: say.again, cell: ({ again }) => <Outcome {...again} /> },
    { label: say.why, cell: ({ again }) => <Reasons reasons={again.reasons} override={null} /> },
  ];
}

function Outcome({ completed, grade, averageMark, absentShare }: Difference['kept']) {
  const say = useWords(completionWords);
  const ofGrade = useWords(gradeWords);
  const locale = useLocale();
  const parts = [
    completed ? say.completed : say.notCompleted,
    grade && ofGrade[grade],
    averageMark === null ? null : `${say.averageMark} ${showMark(averageMark, locale)}`,
    `${say.absent} ${shareOrNone(absentShare, locale)}`,
  ];
  return <>{parts.filter(Boolean).join('; ')}</>;
}
