import { ClassFrame } from '../../classes/views/class-frame';
import type { ClassItem } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import { Badge } from '../../platform/pages/badges';
import { StatCards } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Pager } from '../../platform/pages/lists';
import { Opening } from '../../platform/pages/papers/opening';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import { gradeWords } from '../../training-records/training-record.labels';
import type { CompletionCounts, CompletionItem } from '../completions.queries';
import type { CompletionSort } from '../completion-order';
import { mayAmendResult } from '../completions.policy';
import { completionWords } from '../completions.words';
import { recomputationWords } from '../recomputation.words';
import { openingOfResults } from '../results-opening';
import { CompletionFilters, type CompletionsFilter } from './completion-filters';
import { Reasons } from './reasons';
import { useEmptySentence, useResultColumns } from './result-columns';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly results: PageOf<CompletionItem>;
  readonly counts: CompletionCounts;
  readonly filter: CompletionsFilter;
  readonly sort: CompletionSort | undefined;
  readonly isFirstPage: boolean;
  readonly mayRecompute: boolean;
  readonly maySeePerson: (person: { id: string; unitId: string }) => boolean;
}

export function Results({
  item,
  actor,
  results,
  counts,
  filter,
  sort,
  isFirstPage,
  mayRecompute,
  maySeePerson,
}: Props) {
  const say = useWords(completionWords);
  const locale = useLocale();
  const ofRecomputation = useWords(recomputationWords);
  const path = `/classes/${item.id}/completion`;
  return (
    <>
      <ClassFrame item={item} actor={actor} current="completion" saysStage />
      <Opening {...openingOfResults(counts, path, locale)} />
      <StatCards
        label={say.atAGlance}
        cards={[
          { label: say.completed, value: counts.completed, href: `${path}?completed=true`, tone: 'success' },
          { label: say.notCompleted, value: counts.notCompleted, href: `${path}?completed=false` },
          ...(counts.certificates > 0 ? [{ label: say.certificates, value: counts.certificates }] : []),
          ...(counts.diplomas > 0 ? [{ label: say.diplomas, value: counts.diplomas }] : []),
        ]}
      />
      <CompletionFilters path={path} filter={filter} sort={sort} labels={say} />
      <Table
        caption={say.completion}
        list={{ next: results.next, isFirstPage }}
        hidesCaption
        isLong
        columns={useColumns(item, actor, { path, filter, sort }, maySeePerson)}
        rows={results.items}
        empty={useEmptySentence(filter, { title: say.nothingOfYours, next: say.nothingOfYoursNext })}
      />
      <Pager path={path} query={{ ...filter, sort }} next={results.next} isFirstPage={isFirstPage} />
      <div class="actions">
        {counts.certificates > 0 && (
          <LinkButton href={linkTo('/certificates', { classId: item.id })} label={say.seeCertificates} />
        )}
        {mayRecompute && <LinkButton href={`${path}/recomputation`} label={ofRecomputation.recompute} />}
        {mayRecompute && <LinkButton href={`/classes/${item.id}/reopening`} label={say.reopen} tone="danger" />}
      </div>
    </>
  );
}

function useColumns(
  item: ClassItem,
  actor: Actor,
  list: Parameters<typeof useResultColumns>[0],
  maySeePerson: Props['maySeePerson'],
): readonly Column<CompletionItem>[] {
  const say = useWords(completionWords);
  const ofGrade = useWords(gradeWords);
  const { name, unit, averageMark, absent } = useResultColumns(list, maySeePerson);
  return [
    name,
    unit,
    {
      label: say.result,
      isState: true,
      cell: ({ completed, amended }) => (
        <>
          <Badge tone={completed ? 'success' : 'neutral'} text={completed ? say.completed : say.notCompleted} />
          {amended > 0 && <Badge tone="info" text={say.amended} />}
        </>
      ),
    },
    { label: say.grade, cell: ({ grade }) => grade && ofGrade[grade] },
    averageMark,
    absent,
    {
      label: say.award,
      cell: (completion) => completion.completed && <Award award={item.award} completion={completion} />,
    },
    {
      label: say.reasons,
      hasOwnLines: () => true,
      cell: ({ completed, reasons, override }) =>
        (!completed || override) && <Reasons reasons={reasons} override={override} />,
    },
    {
      label: say.inFull,
      hidesLabel: true,
      cell: ({ id, fullName, personId }) => (
        <a href={`/completions/${id}`}>
          {mayAmendResult(actor, { personId }) ? say.amend : say.inFull}
          <span class="visually-hidden">: {fullName}</span>
        </a>
      ),
    },
  ];
}

function Award({ award, completion }: { award: ClassItem['award']; completion: CompletionItem }) {
  const say = useWords(completionWords);
  const { certificateNumber, diplomaNumber } = completion;
  if (award === 'certificate') return <>{certificateNumber}</>;
  return <>{award === 'diploma' ? (diplomaNumber ?? say.diplomaToCome) : say.recordOnly}</>;
}
