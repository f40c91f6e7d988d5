import type { ClassItem } from '../../../classes/classes.queries';
import { ClassFrame } from '../../../classes/views/class-frame';
import { hasEnded } from '../../../classes/training-class.states';
import type { Actor } from '../../../platform/access/actor';
import { ExcelLink } from '../../../platform/pages/exports/list';
import { Badge } from '../../../platform/pages/badges';
import { choicesOf, SelectField } from '../../../platform/pages/choices';
import { LinkButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { type Column, ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { ModuleItem } from '../../theory-classes.queries';
import { examStages, stageTones } from '../exam-stage';
import { examTime, examTitle } from '../exam-title';
import type { ExamItem } from '../exams.queries';
import type { ExamListPageQuery } from '../exams.requests';
import { examStageWords, examWords } from '../exams.words';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly exams: PageOf<ExamItem>;
  readonly modules: readonly ModuleItem[];
  readonly query: ExamListPageQuery;
  readonly mayPlan: boolean;
}

/** The examinations of a class. */
export function ExamList({ item, actor, exams, modules, query, mayPlan }: Props) {
  const say = useWords(examWords);
  const stages = useWords(examStageWords);
  const path = `/classes/${item.id}/exams`;
  const { moduleId, stage, sort, cursor } = query;
  const filters = { moduleId, stage };
  const isFiltered = moduleId !== undefined || stage !== undefined;
  const isSealed = hasEnded(item.state);
  const plan = mayPlan && !isSealed && <LinkButton href={`${path}/new`} label={say.planNew} tone="primary" />;
  const isShown = exams.items.length > 0 || isFiltered;
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="exams"
      actions={
        <>
          {plan}
          {exams.items.length > 0 && <ExcelLink href={linkTo(`${path}/workbook`, { ...filters, sort })} />}
        </>
      }
    >
      {isSealed && (
        <Notice tone="info">
          <p>{say.sealed}</p>
        </Notice>
      )}
      {isShown && (
        <Filters action={path} values={filters} hidden={{ sort }}>
          {modules.length > 0 && (
            <SelectField
              name="moduleId"
              label={say.module}
              blank={say.everyModule}
              choices={modules.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }))}
            />
          )}
          <SelectField name="stage" label={say.state} blank={say.everyStage} choices={choicesOf(examStages, stages)} />
        </Filters>
      )}
      <Table
        caption={say.examsOf(item.code)}
        list={{ next: exams.next, isFirstPage: cursor === undefined }}
        hasOwnFile
        rows={exams.items}
        empty={
          isFiltered
            ? { title: say.noneOfThese, next: say.noneOfTheseNext }
            : { title: say.none, next: say.noneNext, action: plan }
        }
        columns={useColumns(path, query)}
      />
      <Pager path={path} query={{ ...filters, sort }} next={exams.next} isFirstPage={cursor === undefined} />
    </ClassFrame>
  );
}

function useColumns(path: string, { moduleId, stage, sort = 'when' }: ExamListPageQuery): readonly Column<ExamItem>[] {
  const say = useWords(examWords);
  const stages = useWords(examStageWords);
  const locale = useLocale();
  const sortBy = ordersOf(path, { moduleId, stage }, sort);
  return [
    {
      label: say.what,
      isRowName: true,
      sort: sortBy('what'),
      cell: (exam) => <a href={`/exams/${exam.id}`}>{examTitle(exam, locale)}</a>,
    },
    { label: say.when, sort: sortBy('when'), cell: examTime },
    { label: say.rooms, cell: ({ rooms }) => rooms.map(({ name }) => name).join(', ') || say.noRoom },
    {
      label: say.invigilators,
      cell: ({ invigilators }) => invigilators.map(({ name }) => name).join(', ') || say.nobodyWatches,
    },
    { label: say.people, isNumber: true, cell: ({ candidates }) => candidates },
    {
      label: say.state,
      isState: true,
      cell: ({ stage: is }) => <Badge tone={stageTones[is]} text={stages[is]} />,
    },
  ];
}
