import { showMoment } from '../../platform/clock';
import { StatCards } from '../../platform/pages/blocks';
import { CheckField, choicesOf, SelectField } from '../../platform/pages/choices';
import { TextField } from '../../platform/pages/fields';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Filters, Pager } from '../../platform/pages/lists';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { NamedUnit } from '../../organization/unit-choices.queries';
import { choicesOfUnits } from '../nominating-units';
import { type ClassState, hasEnded } from '../../classes/training-class.states';
import { nominationStateNames } from '../nomination.states';
import { isLeftOpen } from '../nominations.present';
import { mayEnterOutsiders, mayReadOverrides } from '../nominations.policy';
import { nominationWords, stateWords } from '../nominations.words';
import { reviewWords } from '../reviews.words';
import { ClassWishes } from '../composition/views/class-wishes';
import { ClassFrame } from '../../classes/views/class-frame';
import { CallPlot } from './call-plot';
import { listPath, type NominationListProps } from './listed-nominations';
import { NominationTable } from './nomination-table';
import { stateTones } from './nomination-state';
import { ReviewForm, reviewFormId } from './review-form';
import { RefusedRows } from './review-outcome';
import { SearchedField } from '../../platform/pages/searched/searched-field';

export function NominationList(props: NominationListProps) {
  const { item, actor, rows, next, filter, isFirstPage, units, answers, mayNominate, refused } = props;
  const say = useWords(reviewWords);
  const path = listPath(item);
  const isReviewed = rows.some(({ decisions }) => decisions.length > 0);
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="nominations"
      actions={<WaysIn item={item} actor={actor} mayNominate={mayNominate} />}
    >
      <Problem refusal={props.refusal} formId={reviewFormId} />
      <RefusedRows refused={refused} next={say.notDoneNext} />
      <Counts counts={props.counts} classState={item.state} path={path} unitId={filter.unitId} />
      <ClassWishes wishes={props.wishes} />
      <NominationFilters path={path} filter={filter} units={units} />
      {isReviewed ? <ReviewForm {...props} /> : <NominationTable {...props} />}
      <Pager path={path} query={{ ...filter }} next={next} isFirstPage={isFirstPage} />
      {units.length > 0 && <CallPlot {...props} />}
      {answers.length > 0 && <NoneAnswers answers={answers} />}
    </ClassFrame>
  );
}

function WaysIn({ item, actor, mayNominate }: Pick<NominationListProps, 'item' | 'actor' | 'mayNominate'>) {
  const say = useWords(nominationWords);
  const { id: classId, state } = item;
  return (
    <>
      {mayNominate && <LinkButton href={`/classes/${classId}/candidates`} label={say.nominate} tone="primary" />}
      {mayNominate && <LinkButton href={`/classes/${classId}/list-imports`} label={say.sendList} />}
      {!hasEnded(state) && mayEnterOutsiders(actor) && (
        <LinkButton href={`/classes/${classId}/outsiders/new`} label={say.addOutsider} />
      )}
      {mayReadOverrides(actor) && <LinkButton href={`/classes/${classId}/letters`} label={say.letters} />}
      {mayReadOverrides(actor) && <LinkButton href={`/classes/${classId}/overrides`} label={say.overrides} />}
    </>
  );
}

function Counts({
  counts,
  classState,
  path,
  unitId,
}: Pick<NominationListProps, 'counts'> & { classState: ClassState; path: string; unitId: string | undefined }) {
  const say = useWords(nominationWords);
  const names = useWords(stateWords);
  if (counts.length === 0) return null;
  const leftOver = sum(
    counts.filter(({ state }) => isLeftOpen({ state, classState })),
    'count',
  );
  const reserves = hasEnded(classState) ? 0 : sum(counts, 'reserves');
  const inOrder = nominationStateNames.flatMap((state) =>
    counts.filter((line) => line.state === state && !isLeftOpen({ state, classState })),
  );
  return (
    <StatCards
      label={say.countsLabel}
      cards={[
        ...inOrder.map(({ state, count }) => ({
          label: names[state],
          value: count,
          href: linkTo(path, { unitId, state }),
          tone: stateTones[state],
        })),
        ...(leftOver > 0 ? [{ label: say.leftOver, value: leftOver }] : []),
        ...(reserves > 0
          ? [
              {
                label: say.reservesCount,
                value: reserves,
                hint: say.reservesHint,
                href: linkTo(path, { unitId, reservesOnly: true }),
              },
            ]
          : []),
      ]}
    />
  );
}

const sum = (counts: NominationListProps['counts'], of: 'count' | 'reserves') =>
  counts.reduce((total, line) => total + line[of], 0);

function NominationFilters({
  path,
  filter,
  units,
}: {
  path: string;
  filter: NominationListProps['filter'];
  units: readonly NamedUnit[];
}) {
  const say = useWords(nominationWords);
  const names = useWords(stateWords);
  return (
    <Filters action={path} values={{ ...filter }}>
      <TextField name="search" label={say.search} maxLength={100} />
      {units.length > 1 && (
        <SearchedField name="unitId" label={say.unit} blank={say.allUnits} choices={choicesOfUnits(units)} />
      )}
      <SelectField
        name="state"
        label={say.state}
        blank={say.allStates}
        choices={choicesOf(nominationStateNames, names)}
      />
      <SelectField
        name="sort"
        label={say.sort}
        blank={say.sortUnit}
        choices={[
          { value: 'name', label: say.sortName },
          { value: '-submittedAt', label: say.sortLatest },
          { value: 'submittedAt', label: say.sortEarliest },
        ]}
      />
      <CheckField name="reservesOnly" label={say.reservesOnly} />
    </Filters>
  );
}

function NoneAnswers({ answers }: Pick<NominationListProps, 'answers'>) {
  const say = useWords(nominationWords);
  return (
    <Table
      caption={say.noneAnswers}
      list="whole"
      rows={answers}
      empty={{ title: say.noAnswers }}
      columns={[
        { label: say.unit, isRowName: true, cell: ({ unit }) => unit.name },
        { label: say.answeredAt, cell: ({ answeredAt }) => showMoment(answeredAt) },
        { label: say.note, cell: ({ note }) => note ?? <span class="quiet">{say.noNote}</span> },
      ]}
    />
  );
}
