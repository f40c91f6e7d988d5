import type { ClassItem } from '../../classes/classes.queries';
import { standingWords } from '../../people/person.labels';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { ChoiceField, choicesOf, SelectField } from '../../platform/pages/choices';
import { TextArea, TextField } from '../../platform/pages/fields';
import { ActionButton, Form, SubmitButton } from '../../platform/pages/forms';
import type { FormValues } from '../../platform/pages/form-scope';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { ScanField } from '../../scans/views/scan-field';
import type { Participation } from '../participation.queries';
import { exemptionGrounds, placeOf, rollPlaces } from '../roll';
import type { CorrectionItem, RollItem } from '../rolls.queries';
import { rollWords } from '../rolls.words';
import { Corrections } from './corrections';
import { Place } from './unit-roll';

export interface RefusedRollForm {
  readonly id: 'exemption' | 'lifting' | 'correction';
  readonly refusal: Refusal;
  readonly typed: FormValues;
}

interface Props {
  readonly item: ClassItem;
  readonly unit: Participation;
  readonly person: RollItem;
  readonly corrections: readonly CorrectionItem[];
  readonly mayExempt: boolean;
  readonly mayCorrect: boolean;
  readonly opensScans: boolean;
  readonly refused: RefusedRollForm | null;
}

/** How one person stands on the roll, and the one thing that can be done about it at this moment. */
export function PersonOnRoll({ item, unit, person, corrections, mayExempt, mayCorrect, opensScans, refused }: Props) {
  const say = useWords(rollWords);
  const standing = useWords(standingWords);
  const unitPath = `/classes/${item.id}/participation/${unit.unitId}`;
  const path = `${unitPath}/people/${person.personId}`;
  const grounds = choicesOf(exemptionGrounds, say);
  const formOf = (id: RefusedRollForm['id'], stored: FormValues) => ({
    id,
    values: refused?.id === id ? refused.typed : stored,
    errors: refused?.id === id ? refused.refusal.fields : [],
  });
  const isExempt = person.exemptGround !== null;
  return (
    <>
      <PageHeader
        title={person.fullName}
        subtitle={`${item.code} – ${item.name}`}
        back={{ href: unitPath, label: say.backToUnit(unit.unitCode) }}
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.id ?? 'exemption'} />
      <Card>
        <DescriptionList
          items={[
            { term: say.position, value: person.position },
            { term: say.standing, value: standing[person.standing] },
            { term: say.onRoll, value: <Place person={person} /> },
            ...(isExempt ? [{ term: say.decidedBy, value: person.exemptDecidedBy }] : []),
            { term: say.attended, value: person.attended ? say.attended : say.absent },
          ]}
        />
      </Card>
      {mayExempt && (
        <Card title={isExempt ? say.changeExemption : say.recordExemption}>
          <p>{say.exemptionMeans}</p>
          <Form
            action={`${path}/exemption`}
            {...formOf('exemption', { ground: person.exemptGround ?? '', decidedBy: person.exemptDecidedBy ?? '' })}
          >
            <ChoiceField name="ground" label={say.exemptGround} choices={grounds} required />
            <TextField name="decidedBy" label={say.decidedBy} hint={say.decidedByHint} required />
            <SubmitButton label={say.save} />
          </Form>
          {isExempt && (
            <ActionButton id="lifting" action={`${path}/exemption/lifting`} label={say.lift} confirm={say.liftMeans} />
          )}
        </Card>
      )}
      {mayCorrect && (
        <Card title={say.correct}>
          <p>{say.correctMeans}</p>
          <Form action={`${path}/correction`} isMultipart {...formOf('correction', {})}>
            <ChoiceField
              name="place"
              label={say.place}
              choices={choicesOf(
                rollPlaces.filter((place) => place === 'exempt' || place !== placeOf(person.listed ? person : null)),
                say,
              )}
              required
            />
            <SelectField name="ground" label={say.groundIfExempt} choices={grounds} />
            <TextField name="decision" label={say.decision} required />
            <ScanField />
            <TextArea name="reason" label={say.reason} rows={3} required />
            <SubmitButton label={say.save} />
          </Form>
        </Card>
      )}
      <Corrections lines={corrections} opensScans={opensScans} />
    </>
  );
}
