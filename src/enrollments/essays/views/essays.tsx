import { MomentField, momentToType } from '../../../platform/pages/fields';
import type { ClassItem } from '../../../classes/classes.queries';
import { ClassFrame } from '../../../classes/views/class-frame';
import type { Actor } from '../../../platform/access/actor';
import { showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { choicesOf, SelectField } from '../../../platform/pages/choices';
import { ActionButton, LinkButton } from '../../../platform/pages/forms';
import type { FormValues } from '../../../platform/pages/form-scope';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import { enrollmentWords } from '../../enrollments.words';
import { type EssayListItem, type EssayOrder, type EssaysOfUnit, essayStates } from '../essays.queries';
import type { EssaysQuery } from '../essays.requests';
import { essayWords } from '../essays.words';
import { showMark } from '../../show-mark';
import { EssayUnits } from './units';

export interface RefusedTerm {
  readonly typed: FormValues;
  readonly refusal: Refusal;
}

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly list: PageOf<EssayListItem>;
  readonly units: readonly EssaysOfUnit[];
  readonly dueAt: Date | null;
  readonly query: Pick<EssaysQuery, 'unitId' | 'state' | 'sort'>;
  readonly maySetTerm: boolean;
  /** Whether the essays may be opened; a unit sees only who handed in. */
  readonly mayRead: boolean;
  readonly nextToDecide: string | null;
  readonly ownEnrollmentId: string | null;
  readonly isFirstPage: boolean;
  readonly refused: RefusedTerm | null;
}

/** Who handed an essay in, late or not at all: for those who run the class, and each unit for its own people. */
export function Essays(props: Props) {
  const { item, actor, list, units, dueAt, query, nextToDecide, ownEnrollmentId, isFirstPage, refused } = props;
  const say = useWords(essayWords);
  const people = useWords(enrollmentWords);
  const path = `/classes/${item.id}/essays`;
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="roster"
      actions={
        <>
          {ownEnrollmentId && <LinkButton href={`/enrollments/${ownEnrollmentId}/essay`} label={say.myEssay} />}
          {nextToDecide && (
            <LinkButton href={`/enrollments/${nextToDecide}/essay`} label={say.nextToMark} tone="primary" />
          )}
        </>
      }
    >
      <Problem refusal={refused?.refusal ?? null} formId="term" />
      <p>{dueAt ? say.dueOn(showMoment(dueAt)) : say.noTermYet}</p>
      {props.maySetTerm && (
        <div class="page-actions">
          <ActionButton
            id="term"
            action={`${path}/term`}
            label={dueAt ? say.changeTerm : say.setTerm}
            confirm={say.termMeans}
            confirmLabel={say.save}
            values={refused?.typed ?? { dueAt: dueAt ? momentToType(dueAt) : '' }}
            errors={refused?.refusal.fields ?? []}
          >
            <MomentField name="dueAt" label={say.dueAt} required />
          </ActionButton>
        </div>
      )}
      {units.length > 0 && <EssayUnits path={path} units={units} />}
      <Filters action={path} values={{ unitId: query.unitId, state: query.state }} hidden={{ sort: query.sort }}>
        {units.length > 1 && (
          <SelectField
            name="unitId"
            label={people.unit}
            blank={people.allUnits}
            choices={units.map(({ unitId, unitCode }) => ({ value: unitId, label: unitCode }))}
          />
        )}
        <SelectField name="state" label={say.state} blank={say.everyState} choices={choicesOf(essayStates, say)} />
      </Filters>
      <Table
        caption={say.essays}
        list={{ next: list.next, isFirstPage }}
        isLong
        rows={list.items}
        columns={useColumns(props, path)}
        empty={
          query.unitId || query.state
            ? { title: people.nobodyFound, next: people.nobodyFoundNext }
            : { title: people.nobodyYet, next: people.nobodyYetNext }
        }
      />
      <Pager path={path} query={{ ...query }} next={list.next} isFirstPage={isFirstPage} />
    </ClassFrame>
  );
}

function useColumns({ query: { sort = 'name', ...filters }, mayRead }: Props, path: string) {
  const say = useWords(essayWords);
  const people = useWords(enrollmentWords);
  const locale = useLocale();
  const sortBy = (order: EssayOrder) => ({
    href: linkTo(path, { ...filters, sort: order }),
    direction: sort === order ? ('ascending' as const) : null,
  });
  return [
    {
      label: people.name,
      isRowName: true,
      sort: sortBy('name'),
      cell: ({ id, fullName }: EssayListItem) =>
        mayRead ? <a href={`/enrollments/${id}/essay`}>{fullName}</a> : fullName,
    },
    { label: people.unit, sort: sortBy('unit'), cell: ({ unitCode }: EssayListItem) => unitCode },
    {
      label: say.handedInAt,
      isNamed: true,
      sort: sortBy('handed_in'),
      cell: ({ handedInAt, late }: EssayListItem) =>
        handedInAt && (
          <>
            {showMoment(handedInAt)} {late && <Badge tone="warning" text={say.late} />}
          </>
        ),
    },
    { label: say.state, isState: true, cell: (row: EssayListItem) => <EssayState row={row} /> },
    {
      label: say.mark,
      isNamed: true,
      cell: ({ mark }: EssayListItem) => (mark === null ? null : showMark(mark, locale)),
    },
  ];
}

function EssayState({ row: { handedInAt, decision, overdue, dueAt } }: { row: EssayListItem }) {
  const say = useWords(essayWords);
  const until = dueAt && <small class="quiet"> {say.until(showMoment(dueAt))}</small>;
  if (!handedInAt) {
    return (
      <>
        <Badge tone={overdue ? 'danger' : 'neutral'} text={overdue ? say.overdue : say.notHandedIn} />
        {overdue && until}
      </>
    );
  }
  if (decision === 'sent_back') {
    return (
      <>
        <Badge tone={overdue ? 'danger' : 'warning'} text={say.sent_back} />
        {until}
      </>
    );
  }
  return decision === 'accepted' ? (
    <Badge tone="success" text={say.accepted} />
  ) : (
    <Badge tone="info" text={say.waiting} />
  );
}
