import { ClassFrame } from '../../classes/views/class-frame';
import type { ClassItem } from '../../classes/classes.queries';
import { ruleSentence } from '../../courses/rule-sentences';
import type { Actor } from '../../platform/access/actor';
import type { Day } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { Card, EmptyState, StatCards } from '../../platform/pages/blocks';
import { Pager } from '../../platform/pages/lists';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { ClosingPreview, PreviewItem } from '../closing-preview.queries';
import type { ClosingPlan } from '../closings.queries';
import { closingWords } from '../closings.words';
import type { CompletionSort } from '../completion-order';
import { completionWords } from '../completions.words';
import { CloseClass } from './close-class';
import { CompletionFilters, type CompletionsFilter } from './completion-filters';
import { Decision, type RefusedForm } from './decision';
import { Reasons } from './reasons';
import { useEmptySentence, useResultColumns } from './result-columns';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly plan: ClosingPlan;
  readonly preview: ClosingPreview;
  readonly filter: CompletionsFilter;
  readonly sort: CompletionSort | undefined;
  readonly isFirstPage: boolean;
  /** Why the last closing could not go on. */
  readonly error: string | null;
  readonly mayClose: boolean;
  /** Whether the closing day has come. */
  readonly isOver: boolean;
  readonly mayDecide: boolean;
  readonly today: Day;
  readonly maySeePerson: (person: { id: string; unitId: string }) => boolean;
  readonly refused: RefusedForm | null;
}

export function Preview(props: Props) {
  const { item, actor, refused, error } = props;
  const say = useWords(completionWords);
  const ofClosing = useWords(closingWords);
  const isToConfirm = !item.mergedInto && item.state !== 'cancelled';
  return (
    <>
      <ClassFrame item={item} actor={actor} current="completion" saysStage />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.enrollmentId ?? undefined} />
      {error !== null && !refused && (
        <Notice tone="danger" heading={ofClosing.closingFailed}>
          <p>{error}</p>
          <p>{ofClosing.notBegun}</p>
        </Notice>
      )}
      {item.state === 'confirmed' ? (
        <ExpectedResults {...props} />
      ) : (
        <EmptyState
          title={
            item.mergedInto
              ? say.mergedInto(item.mergedInto.code)
              : item.state === 'cancelled'
                ? say.cancelled
                : say.notConfirmedYet
          }
          next={isToConfirm ? say.notConfirmedYetNext : undefined}
        />
      )}
    </>
  );
}

function ExpectedResults(props: Props) {
  const { item, plan, preview, filter, sort, isFirstPage } = props;
  const say = useWords(completionWords);
  const path = `/classes/${item.id}/completion`;
  const labels = { completed: say.wouldComplete, notCompleted: say.wouldNotComplete };
  return (
    <>
      <StatCards
        label={say.atAGlance}
        cards={[
          { label: labels.completed, value: preview.completed, href: `${path}?completed=true`, tone: 'success' },
          { label: labels.notCompleted, value: preview.notCompleted, href: `${path}?completed=false`, tone: 'warning' },
        ]}
      />
      {props.mayClose && <CloseClass plan={plan} preview={preview} isOver={props.isOver} />}
      <h2>{say.preview}</h2>
      <p>{say.previewHint}</p>
      <Rules plan={plan} />
      <CompletionFilters path={path} filter={filter} sort={sort} labels={labels} />
      <Table
        caption={say.preview}
        list={{ next: preview.next, isFirstPage }}
        hidesCaption
        isLong
        columns={useColumns(props)}
        rows={preview.items}
        empty={useEmptySentence(filter, { title: say.nobody, next: say.nobodyNext })}
      />
      <Pager path={path} query={{ ...filter, sort }} next={preview.next} isFirstPage={isFirstPage} />
    </>
  );
}

function Rules({ plan: { rules } }: { plan: ClosingPlan }) {
  const say = useWords(completionWords);
  const locale = useLocale();
  if (rules.length === 0) {
    return (
      <Notice tone="warning">
        <p>{say.noRules}</p>
      </Notice>
    );
  }
  return (
    <Card title={say.rules} level={3}>
      <ul>
        {rules.map((rule) => (
          <li>
            {ruleSentence(rule)[locale]} {!rule.verified && <Badge tone="warning" text={say.unverified} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function useColumns({
  item,
  actor,
  filter,
  sort,
  today,
  mayDecide,
  maySeePerson,
  refused,
}: Props): readonly Column<PreviewItem>[] {
  const list = { path: `/classes/${item.id}/completion`, filter, sort };
  const say = useWords(completionWords);
  const { name, unit, averageMark, absent } = useResultColumns(list, maySeePerson);
  return [
    name,
    unit,
    {
      label: say.result,
      isState: true,
      cell: ({ completed }) => (
        <Badge tone={completed ? 'success' : 'warning'} text={completed ? say.wouldComplete : say.wouldNotComplete} />
      ),
    },
    averageMark,
    absent,
    {
      label: say.reasons,
      cell: ({ reasons, override }) => <Reasons reasons={reasons} override={override} />,
      hasOwnLines: ({ completed, override }) => !completed || override !== null,
    },
    ...(mayDecide
      ? [
          {
            label: say.decide,
            hidesLabel: true,
            cell: (person: PreviewItem) =>
              !actor.is(person.personId) && (
                <Decision classId={item.id} person={person} today={today} refused={refused} />
              ),
          },
        ]
      : []),
  ];
}
