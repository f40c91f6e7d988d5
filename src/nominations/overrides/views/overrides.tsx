import type { ClassItem } from '../../../classes/classes.queries';
import { hasEnded } from '../../../classes/training-class.states';
import { ClassFrame } from '../../../classes/views/class-frame';
import { ruleWords } from '../../../courses/rules.words';
import type { Actor } from '../../../platform/access/actor';
import { showDay, showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card } from '../../../platform/pages/blocks';
import { SelectField } from '../../../platform/pages/choices';
import { DayField, TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { isLedToScans } from '../../../scans/scans.policy';
import { ScanField } from '../../../scans/views/scan-field';
import { ScansLink } from '../../../scans/views/scans-link';
import { rulesInTheWay } from '../../candidates';
import type { CandidateItem } from '../../candidates.queries';
import type { NamedUnit } from '../../../organization/unit-choices.queries';
import { mayEndorseOrReview } from '../../nominations.policy';
import type { OverrideItem } from '../overrides.queries';
import { overrideWords } from '../overrides.words';
import { errorsOf } from '../../views/refused-action';
import { UnitChooser } from '../../views/unit-chooser';

export interface RefusedOverride {
  /** The decision that was to be taken back; null for the form of a new one. */
  readonly overrideId: string | null;
  readonly refusal: Refusal;
  readonly typed: FormValues;
}

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly overrides: readonly OverrideItem[];
  /** The units whose people the reader may record decisions on. */
  readonly units: readonly NamedUnit[];
  readonly unit: NamedUnit | null;
  /** People of the unit whom a rule of the course holds back. */
  readonly people: readonly CandidateItem[];
  readonly personId: string | null;
  readonly refused: RefusedOverride | null;
}

export function Overrides(props: Props) {
  const say = useWords(overrideWords);
  const { item, actor, units, unit, refused } = props;
  const isOver = hasEnded(item.state);
  return (
    <ClassFrame item={item} actor={actor} current="nominations">
      {refused && <Problem refusal={refused.refusal} formId={refused.overrideId ?? 'record'} />}
      <h2>{say.heading}</h2>
      <p>{say.explanation}</p>
      <OverrideTable {...props} />
      {!isOver && units.length > 0 && (
        <>
          <h3>{say.record}</h3>
          <p>{say.chooseUnitFirst}</p>
          <UnitChooser
            action={`/classes/${item.id}/overrides`}
            units={units}
            chosen={unit?.id}
            label={say.showHeldBack}
          />
          {unit && <RecordForm {...props} unit={unit} />}
        </>
      )}
    </ClassFrame>
  );
}

function OverrideTable({ item, actor, overrides, refused }: Props) {
  const say = useWords(overrideWords);
  const rules: Readonly<Record<string, string>> = useWords(ruleWords);
  return (
    <Table
      caption={say.heading}
      list="whole"
      hidesCaption
      rows={overrides}
      empty={{ title: say.none, next: say.noneNext }}
      columns={[
        {
          label: say.name,
          isRowName: true,
          cell: ({ personId, fullName, unitCode }) => (
            <>
              <a href={`/people/${personId}`}>{fullName}</a>
              <small class="choice-hint row-note">{unitCode}</small>
            </>
          ),
        },
        { label: say.rule, cell: ({ rule }) => rules[rule] ?? rule },
        {
          label: say.decision,
          cell: ({ id, unitId, decisionNumber, decisionDate, authority }) => (
            <>
              {say.decisionOf(decisionNumber, showDay(decisionDate), authority)}{' '}
              {isLedToScans(actor, unitId) && <ScansLink kind="admission_override" paperId={id} />}
            </>
          ),
        },
        { label: say.reason, cell: ({ reason }) => reason },
        {
          label: say.state,
          cell: (override) => (
            <State
              override={override}
              mayRevoke={mayEndorseOrReview(actor, override.unitId)}
              path={`/classes/${item.id}/overrides/${override.id}/revocation`}
              refused={refused?.overrideId === override.id ? refused : null}
            />
          ),
        },
      ]}
    />
  );
}

function State({
  override: { id, revokedAt, revokedReason },
  mayRevoke,
  path,
  refused,
}: {
  override: OverrideItem;
  mayRevoke: boolean;
  path: string;
  refused: RefusedOverride | null;
}) {
  const say = useWords(overrideWords);
  if (revokedAt) return <span class="quiet">{say.revokedAt(showMoment(revokedAt), revokedReason ?? '')}</span>;
  return (
    <>
      <Badge tone="success" text={say.inForce} />
      {mayRevoke && (
        <ActionButton
          id={id}
          action={path}
          label={say.revoke}
          confirm={say.revokeConfirm}
          values={refused?.typed ?? {}}
          errors={refused ? errorsOf(refused.refusal) : []}
        >
          <TextArea name="reason" label={say.reason} rows={2} maxLength={500} required />
        </ActionButton>
      )}
    </>
  );
}

function RecordForm({ item, unit, people, personId, refused }: Props & { unit: NamedUnit }) {
  const say = useWords(overrideWords);
  const rules: Readonly<Record<string, string>> = useWords(ruleWords);
  if (people.length === 0) return <p>{say.nobodyBlocked}</p>;
  const inTheWay = [...new Set(people.flatMap(rulesInTheWay))];
  const isRefused = refused?.overrideId === null;
  return (
    <Card>
      <Form
        id="record"
        action={`/classes/${item.id}/overrides`}
        hidden={{ unitId: unit.id }}
        isMultipart
        values={isRefused ? refused.typed : { personId }}
        errors={isRefused ? refused.refusal.fields : []}
      >
        <SelectField
          name="personId"
          label={say.person}
          hint={say.personHint}
          required
          choices={people.map((person) => ({
            value: person.personId,
            label: say.bornAnd(
              person.fullName,
              showDay(person.birthDate),
              rulesInTheWay(person)
                .map((rule) => rules[rule] ?? rule)
                .join('; '),
            ),
          }))}
        />
        <SelectField
          name="rule"
          label={say.rule}
          required
          choices={inTheWay.map((rule) => ({ value: rule, label: rules[rule] ?? rule }))}
        />
        <FieldRow>
          <TextField
            name="decisionNumber"
            label={say.decisionNumber}
            hint={say.decisionNumberHint}
            maxLength={100}
            required
          />
          <DayField name="decisionDate" label={say.decisionDate} required />
        </FieldRow>
        <TextField name="authority" label={say.authority} hint={say.authorityHint} maxLength={200} required />
        <TextArea name="reason" label={say.reason} rows={2} maxLength={500} required />
        <ScanField />
        <SubmitButton label={say.save} />
      </Form>
    </Card>
  );
}
