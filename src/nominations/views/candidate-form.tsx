import type { ClassItem } from '../../classes/classes.queries';
import { showDay } from '../../platform/clock';
import { Card } from '../../platform/pages/blocks';
import { RowCheck } from '../../platform/pages/choices';
import { TextArea, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, SaveBar, SubmitButton } from '../../platform/pages/forms';
import { Filters, Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { isHeldBack, type Listed } from '../candidates';
import type { CandidateItem } from '../candidates.queries';
import type { Check } from '../checks';
import type { NamedUnit } from '../../organization/unit-choices.queries';
import { candidateWords, urgencyWords } from '../candidates.words';
import { Sentences } from './checks';
import { LetterFields } from './letter-fields';
import { ScanField } from '../../scans/views/scan-field';
import { Unfold } from '../../platform/pages/unfold';
import { pageWords } from '../../platform/pages/words';

const formId = 'nominate';
/** Among so many everybody finds a name by looking. */
const fewEnoughToSee = 10;

export interface ChosenUnit {
  readonly unit: NamedUnit;
  /** Of those not nominated yet: who qualifies, the most needful first, and who does not. */
  readonly eligible: Listed<CandidateItem>;
  readonly heldBack: Listed<CandidateItem>;
  readonly seatsLeft: { readonly own: number; readonly pool: number };
  /** "None this time", if that was the unit's answer. */
  readonly answer: { readonly answeredAt: Date } | null;
}

export interface RefusedForm {
  readonly form: 'nominate' | 'none';
  readonly refusal: Refusal;
}

/** Which part of the people is shown. */
export interface ShownPart {
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly heldBackAfter?: string | undefined;
}

interface Props {
  readonly item: ClassItem;
  readonly chosen: ChosenUnit;
  readonly maySend: boolean;
  /** Taken by the office after the call, which needs a reason. */
  readonly isLate: boolean;
  readonly typed: FormValues;
  readonly shown: ShownPart;
  readonly refused: RefusedForm | null;
}

/** Who qualifies, the most needful first, with boxes while somebody can be sent. */
export function CandidateForm({ item, chosen, maySend, isLate, typed, shown, refused }: Props) {
  const say = useWords(candidateWords);
  const { unit, eligible, seatsLeft } = chosen;
  const { search = '', cursor } = shown;
  const path = candidatesPath(item);
  const isParted = search !== '' || cursor !== undefined || eligible.next !== null;
  const isSearchable = isParted || eligible.count > fewEnoughToSee;
  const table = (
    <EligibleTable
      people={eligible.rows}
      caption={say.eligible(eligible.count)}
      hasTicks={maySend}
      isSearched={search !== ''}
    />
  );
  return (
    <>
      <h3>{say.eligible(eligible.count)}</h3>
      {eligible.count > 0 && <p>{say.eligibleHint}</p>}
      {maySend && <p>{seatsLeft.own + seatsLeft.pool > 0 ? say.seatsLeft(seatsLeft) : say.noSeatsLeft}</p>}
      {maySend && eligible.count > 0 ? (
        <Form
          id={formId}
          action={path}
          hidden={{ unitId: unit.id }}
          isMultipart
          values={{ ...typed, search }}
          errors={refused?.refusal.fields ?? []}
        >
          {isSearchable && (
            <div class="filters filters-form">
              <TextField name="search" label={say.search} maxLength={100} />
              <div class="actions">
                <SubmitButton label={say.find} name="find" value="true" tone="plain" />
              </div>
            </div>
          )}
          {table}
          {isParted && <p>{say.tickedStay}</p>}
          <TurningButtons name="cursor" next={eligible.next} isFirstPage={cursor === undefined} />
          <Card title={say.letter} level={3}>
            <LetterFields />
            <ScanField />
            {isLate && <TextArea name="lateReason" label={say.lateReason} rows={2} maxLength={500} required />}
          </Card>
          <SaveBar>
            <SubmitButton label={say.send} />
          </SaveBar>
        </Form>
      ) : (
        <>
          {isSearchable && (
            <Filters action={path} values={{ search }} hidden={{ unitId: unit.id }}>
              <TextField name="search" label={say.search} maxLength={100} />
            </Filters>
          )}
          {table}
          <Pager
            path={path}
            query={{ unitId: unit.id, search }}
            next={eligible.next}
            isFirstPage={cursor === undefined}
          />
        </>
      )}
    </>
  );
}

const candidatesPath = ({ id }: ClassItem) => `/classes/${id}/candidates`;

/** Turns the page by sending the form, so that what is ticked and typed comes along. */
function TurningButtons({ name, next, isFirstPage }: { name: string; next: string | null; isFirstPage: boolean }) {
  const text = useWords(pageWords);
  if (next === null && isFirstPage) return null;
  const button = (value: string, label: string) => (
    <button type="submit" form={formId} class="btn" name={name} value={value}>
      {label}
    </button>
  );
  return (
    <nav class="pager" aria-label={text.pages}>
      {!isFirstPage && button('', text.firstPage)}
      {next !== null && button(next, text.nextPage)}
    </nav>
  );
}

function EligibleTable({
  people,
  caption,
  hasTicks,
  isSearched,
}: {
  people: readonly CandidateItem[];
  caption: string;
  hasTicks: boolean;
  isSearched: boolean;
}) {
  const locale = useLocale();
  const urgencies = useWords(urgencyWords);
  const say = useWords(candidateWords);
  const tick: Column<CandidateItem> = {
    label: say.choose,
    hidesLabel: true,
    cell: ({ personId, fullName }) => <RowCheck name="personIds" value={personId} label={say.chooseRow(fullName)} />,
  };
  const toNote: Column<CandidateItem> = {
    label: say.toNote,
    hasOwnLines: ({ checks }) => warningsOf(checks).length > 0,
    cell: ({ checks }) =>
      warningsOf(checks).length > 0 ? (
        <Sentences checks={warningsOf(checks)} />
      ) : (
        <span class="quiet">{say.nothingToNote}</span>
      ),
  };
  return (
    <Table
      caption={caption}
      hidesCaption
      isLong
      rows={people}
      empty={isSearched ? { title: say.noneFound } : { title: say.noneEligible, next: say.noneEligibleNext }}
      columns={[
        ...(hasTicks ? [tick] : []),
        { label: say.name, isRowName: true, cell: (person) => <Name person={person} /> },
        { label: say.position, cell: ({ position }) => position },
        {
          label: say.need,
          cell: ({ why }) => why[locale],
          hasOwnLines: ({ urgency }) => urgencies[urgency],
        },
        ...(people.some(({ checks }) => warningsOf(checks).length > 0) ? [toNote] : []),
      ]}
    />
  );
}

const warningsOf = (checks: readonly Check[]) => checks.filter(({ outcome }) => outcome === 'warn');

export function NotEligible({
  item,
  chosen: { unit, eligible, heldBack },
  shown: { search, heldBackAfter },
  maySend,
  decisionPath,
}: Pick<Props, 'item' | 'chosen' | 'shown' | 'maySend'> & {
  /** Where the reader records a decision that lets somebody in; null for who may not. */
  decisionPath: ((personId: string) => string) | null;
}) {
  const say = useWords(candidateWords);
  const { count, rows, next } = heldBack;
  if (count === 0) return null;
  const isFirstPage = heldBackAfter === undefined;
  return (
    <Unfold label={say.notEligible(count)} isOpen={!isFirstPage}>
      {!decisionPath && <p>{say.decisionKnownHint}</p>}
      <Table
        caption={say.notEligibleCaption}
        hidesCaption
        isLong
        rows={rows}
        empty={{ title: say.noneFound }}
        columns={[
          { label: say.name, isRowName: true, cell: (person) => <Name person={person} /> },
          { label: say.position, cell: ({ position }) => position },
          {
            label: say.why,
            hasOwnLines: () => true,
            cell: (person) => (
              <>
                <Sentences checks={person.checks.filter(({ outcome }) => outcome === 'block')} />
                {decisionPath && isHeldBack(person) && <a href={decisionPath(person.personId)}>{say.decisionKnown}</a>}
              </>
            ),
          },
        ]}
      />
      {maySend && eligible.count > 0 ? (
        <TurningButtons name="heldBackAfter" next={next} isFirstPage={isFirstPage} />
      ) : (
        <Pager
          path={candidatesPath(item)}
          query={{ unitId: unit.id, search }}
          next={next}
          isFirstPage={isFirstPage}
          cursor="heldBackAfter"
        />
      )}
    </Unfold>
  );
}

function Name({ person: { personId, fullName, birthDate } }: { person: CandidateItem }) {
  const say = useWords(candidateWords);
  return (
    <>
      <a href={`/people/${personId}`}>{fullName}</a>
      <small class="choice-hint row-note">{say.born(showDay(birthDate))}</small>
    </>
  );
}
