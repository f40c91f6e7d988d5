import type { ClassItem } from '../../classes/classes.queries';
import { showDay } from '../../platform/clock';
import { Card } from '../../platform/pages/blocks';
import { RowCheck } from '../../platform/pages/choices';
import { TextArea } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../platform/pages/forms';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { isHeldBack } from '../candidates';
import type { CandidateItem } from '../candidates.queries';
import type { Check } from '../checks';
import type { NamedUnit } from '../nominating-units';
import { candidateWords, urgencyWords } from '../candidates.words';
import { Sentences } from './checks';
import { LetterFields } from './letter-fields';
import { ScanField } from '../../scans/views/scan-field';
import { Unfold } from '../../platform/pages/unfold';

export interface ChosenUnit {
  readonly unit: NamedUnit;
  /** Everybody not nominated yet, the most needful eligible first. */
  readonly people: readonly CandidateItem[];
  readonly seatsLeft: number;
  /** "None this time", if that was the unit's answer. */
  readonly answer: { readonly answeredAt: Date } | null;
}

export interface RefusedForm {
  readonly form: 'nominate' | 'none';
  readonly refusal: Refusal;
  readonly typed: FormValues;
}

interface Props {
  readonly item: ClassItem;
  readonly chosen: ChosenUnit;
  readonly maySend: boolean;
  /** Taken by the office after the call, which needs a reason. */
  readonly isLate: boolean;
  readonly refused: RefusedForm | null;
}

/** Who qualifies, the most needful first, with boxes while somebody can be sent. */
export function CandidateForm({ item, chosen, maySend, isLate, refused }: Props) {
  const say = useWords(candidateWords);
  const { unit, people, seatsLeft } = chosen;
  const eligible = people.filter(({ isEligible }) => isEligible);
  const table = <EligibleTable people={eligible} hasTicks={maySend} />;
  return (
    <>
      <h3>{say.eligible(eligible.length)}</h3>
      {eligible.length > 0 && <p>{say.eligibleHint}</p>}
      {maySend && <p>{seatsLeft > 0 ? say.seatsLeft(seatsLeft) : say.noSeatsLeft}</p>}
      {maySend && eligible.length > 0 ? (
        <Form
          id="nominate"
          action={`/classes/${item.id}/candidates`}
          hidden={{ unitId: unit.id }}
          isMultipart
          values={refused?.typed ?? {}}
          errors={refused?.refusal.fields ?? []}
        >
          {table}
          <Card title={say.letter} level={3}>
            <LetterFields />
            <ScanField />
            {isLate && <TextArea name="lateReason" label={say.lateReason} rows={2} maxLength={500} required />}
            <SubmitButton label={say.send} />
          </Card>
        </Form>
      ) : (
        table
      )}
    </>
  );
}

function EligibleTable({ people, hasTicks }: { people: readonly CandidateItem[]; hasTicks: boolean }) {
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
      caption={say.eligible(people.length)}
      hidesCaption
      isLong
      rows={people}
      empty={{ title: say.noneEligible, next: say.noneEligibleNext }}
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
  people,
  decisionPath,
}: {
  people: readonly CandidateItem[];
  /** Where the reader records a decision that lets somebody in; null for who may not. */
  decisionPath: ((personId: string) => string) | null;
}) {
  const say = useWords(candidateWords);
  const rows = people.filter(({ isEligible }) => !isEligible);
  if (rows.length === 0) return null;
  return (
    <Unfold label={say.notEligible(rows.length)}>
      {!decisionPath && <p>{say.decisionKnownHint}</p>}
      <Table
        caption={say.notEligibleCaption}
        hidesCaption
        isLong
        rows={rows}
        empty={{ title: say.notEligibleCaption }}
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
