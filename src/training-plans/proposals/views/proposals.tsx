import { ExcelLink } from '../../../platform/pages/exports/list';
import { Badge, type Tone } from '../../../platform/pages/badges';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, choicesOf, SelectField } from '../../../platform/pages/choices';
import { NumberField, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { type Column, type ListPart, ordersOf, Table } from '../../../platform/pages/tables';
import { dayOf, showDay } from '../../../platform/clock';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import type { PlanLineItem } from '../../training-plans.queries';
import { planWords } from '../../training-plans.words';
import { QuarterField } from '../../views/plan-fields';
import { type ProposalState, proposalStates } from '../plan-proposal.states';
import type { PlanSeason, ProposalItem } from '../proposals.queries';
import { peopleOf, type ProposalsPageQuery } from '../proposals.requests';
import { proposalStateWords, proposalWords } from '../proposals.words';
import { type Choices, areSeveral, SearchedField } from '../../../platform/pages/searched/searched-field';

export type ProposalForm = 'needs' | 'propose' | 'none';

/** The unit whose answer is entered, and what there is to answer. */
export interface UnitInSeason {
  readonly unitId: string;
  readonly unitName: string;
  /** A Group proposes for all its units, and has neither numbers nor “no need” of its own. */
  readonly sendsPeople: boolean;
  /** The lines that are for it. */
  readonly lines: readonly PlanLineItem[];
  readonly said: Readonly<Record<string, number>>;
  /** How many people of it lack each course, by its id. */
  readonly lacking: ReadonlyMap<string, number>;
  readonly saidNone: boolean;
  readonly mayAnswer: boolean;
}

interface Props {
  readonly year: number;
  readonly season: PlanSeason | null;
  readonly unit: UnitInSeason | null;
  /** More than one: whose answer is entered is chosen. */
  readonly units: Choices;
  readonly courses: readonly Choice[];
  readonly list: PageOf<ProposalItem>;
  readonly query: Omit<ProposalsPageQuery, 'cursor'>;
  readonly isFirstPage: boolean;
  readonly refused: { readonly form: ProposalForm; readonly refusal: Refusal; readonly typed: FormValues } | null;
}

/** What the units need of a year: numbers for the lines there are, proposals for more, or that they need nothing. */
export function ProposalsPage(props: Props) {
  const { year, season, unit, units, list, query, isFirstPage, refused } = props;
  const say = useWords(proposalWords);
  const states = useWords(proposalStateWords);
  const path = `/training-plans/${year}/proposals`;
  const { sort, ...filter } = query;
  return (
    <>
      <PageHeader
        title={say.title(year)}
        subtitle={season ? (season.isOver ? say.seasonOver : say.seasonUntil)(showDay(season.lastDay)) : say.seasonNone}
        back={{ href: `/training-plans/${year}`, label: say.plan(year) }}
        actions={list.items.length > 0 && <ExcelLink href={linkTo(`${path}/workbook`, { ...query })} />}
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form} />
      <Filters action={path} values={filter} hidden={{ sort }}>
        {areSeveral(units) && <SearchedField name="unitId" label={say.unit} choices={units} blank={say.anyUnit} />}
        <SelectField name="state" label={say.state} choices={choicesOf(proposalStates, states)} blank={say.anyState} />
      </Filters>
      {!unit && season && <Notice tone="info">{say.chooseUnit}</Notice>}
      {unit?.mayAnswer && <UnitAnswer {...props} unit={unit} />}
      <Card title={say.list}>
        <ProposalsTable
          proposals={list.items}
          list={{ next: list.next, isFirstPage }}
          order={ordersOf(path, filter, sort ?? 'proposedAt')}
        />
        <Pager path={path} query={{ ...query }} next={list.next} isFirstPage={isFirstPage} />
      </Card>
    </>
  );
}

function UnitAnswer({ year, unit, courses, refused }: Props & { unit: UnitInSeason }) {
  const say = useWords(proposalWords);
  const plan = useWords(planWords);
  const locale = useLocale();
  const path = `/training-plans/${year}`;
  const { unitId, unitName, sendsPeople, lines, said, lacking, saidNone } = unit;
  const kept = (form: ProposalForm, values: FormValues) =>
    refused?.form === form ? { values: refused.typed, errors: refused.refusal.fields } : { values };
  return (
    <>
      {saidNone && (
        <Notice tone="info">
          {unitName}: {say.saidNone}
        </Notice>
      )}
      {lines.length > 0 && (
        <Card title={say.needs}>
          <p class="quiet">
            {unitName}. {say.needsHint}
          </p>
          <Form
            id="needs"
            action={`${path}/needs`}
            hidden={{ unitId }}
            {...kept('needs', Object.fromEntries(Object.entries(said).map(([id, people]) => [peopleOf(id), people])))}
          >
            {lines.map(({ id, courseId, quarter, ...line }) => {
              const lack = lacking.get(courseId);
              return (
                <NumberField
                  name={peopleOf(id)}
                  label={`${locale === 'vi' ? line.courseName : line.courseNameEn}, ${plan.quarterNumber(quarter).toLowerCase()}`}
                  hint={lack ? say.lacking(lack) : undefined}
                />
              );
            })}
            <SubmitButton label={say.saveNeeds} />
          </Form>
        </Card>
      )}
      <Card title={say.propose}>
        <p class="quiet">
          {unitName}. {say.proposeHint}
        </p>
        <Form id="propose" action={`${path}/proposals`} hidden={{ unitId }} {...kept('propose', {})}>
          <SelectField name="courseId" label={plan.course} choices={courses} required />
          <FieldRow>
            <QuarterField />
            <NumberField name="people" label={say.people} required />
          </FieldRow>
          <TextField name="note" label={say.note} maxLength={500} />
          <SubmitButton label={say.proposeNow} />
        </Form>
      </Card>
      {sendsPeople && !saidNone && (
        <Card>
          <ActionButton
            id="none"
            action={`${path}/no-need`}
            label={say.noNeed}
            confirm={say.noNeedConfirm}
            hidden={{ unitId }}
          />
        </Card>
      )}
    </>
  );
}

export function ProposalsTable({
  proposals,
  list = 'whole',
  order,
}: {
  proposals: readonly ProposalItem[];
  list?: ListPart;
  /** Where its reader orders it. */
  order?: (by: 'course' | 'unit' | 'people' | 'proposedAt') => Column<ProposalItem>['sort'];
}) {
  const by = (name: 'course' | 'unit' | 'people' | 'proposedAt') => order && { sort: order(name)! };
  const say = useWords(proposalWords);
  const states = useWords(proposalStateWords);
  const plan = useWords(planWords);
  const locale = useLocale();
  return (
    <Table
      caption={say.list}
      list={list}
      hasOwnFile
      hidesCaption
      rows={proposals}
      empty={{ title: say.none, next: say.noneNext }}
      columns={[
        {
          label: say.what,
          ...by('course'),
          isRowName: true,
          cell: ({ id, courseName, courseNameEn, quarter }) => (
            <a href={`/training-plan-proposals/${id}`}>
              {locale === 'vi' ? courseName : courseNameEn}, {plan.quarterNumber(quarter).toLowerCase()}
            </a>
          ),
        },
        {
          label: say.unit,
          ...by('unit'),
          cell: ({ unitNameVi, unitNameEn }) => (locale === 'vi' ? unitNameVi : unitNameEn),
        },
        { label: say.people, ...by('people'), isNumber: true, cell: ({ people }) => people },
        { label: say.proposedAt, ...by('proposedAt'), cell: ({ proposedAt }) => showDay(dayOf(proposedAt)) },
        {
          label: say.state,
          cell: ({ state, answer, comments }) => (
            <>
              <Badge tone={tones[state]} text={states[state]} />
              {answer && <div class="quiet">{answer}</div>}
              {comments > 0 && <div class="quiet">{say.comments(comments)}</div>}
            </>
          ),
        },
      ]}
    />
  );
}

const tones = {
  proposed: 'warning',
  taken_in: 'success',
  merged: 'success',
  declined: 'danger',
  withdrawn: 'neutral',
} as const satisfies Record<ProposalState, Tone>;
