import { showDay } from '../../../platform/clock';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { DayField, TextField } from '../../../platform/pages/fields';
import { type FormValues, textAt } from '../../../platform/pages/form-scope';
import { FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { MoveOutcome } from '../moves.service';
import { moveWords } from '../moves.words';
import type { PersonItem } from '../../../people/people.queries';
import { type Choices, isNone, SearchedField } from '../../../platform/pages/searched/searched-field';

interface Props {
  readonly person: PersonItem;
  /** Where the reader may move somebody; none for who may only mark them as gone. */
  readonly units: Choices;
  readonly formId?: string;
  readonly refusal?: Refusal;
  readonly values?: FormValues;
  /** Of a trial, to confirm. */
  readonly outcome?: MoveOutcome;
}

export function MovePage({ person, units, formId, refusal, values = {}, outcome }: Props) {
  const say = useWords(moveWords);
  const path = `/people/${person.id}/move`;
  const typedIn = (id?: string) =>
    formId === id ? { values, errors: refusal?.fields ?? [] } : { values: {}, errors: [] };
  return (
    <>
      <PageHeader
        title={say.title}
        subtitle={`${person.fullName} · ${person.unitName}`}
        back={{ href: `/people/${person.id}`, label: say.back }}
      />
      <Problem refusal={refusal ?? null} formId={formId} />
      {outcome && <Outcome {...{ person, units, values, outcome, path }} />}
      {!isNone(units) && (
        <Card title={say.move}>
          <p>{say.moveHint}</p>
          <Form action={`${path}/preview`} {...typedIn()}>
            <SearchedField name="unitId" label={say.unit} choices={units} required />
            <FieldRow>
              <DayField name="on" label={say.on} required />
              <TextField name="position" label={say.position} hint={say.positionHint} maxLength={200} />
            </FieldRow>
            <TextField name="reason" label={say.reason} maxLength={500} required />
            <SubmitButton label={say.look} />
          </Form>
        </Card>
      )}
      {!outcome && person.leftOn !== null && (
        <Card title={say.comeBack}>
          <p>{say.comeBackHint(showDay(person.leftOn))}</p>
          <Form id="return" action={`${path}/return`} {...typedIn('return')}>
            <DayField name="on" label={say.backOn} required />
            <TextField name="reason" label={say.reason} maxLength={500} required />
            <SubmitButton label={say.doComeBack} />
          </Form>
        </Card>
      )}
      {!outcome && person.leftOn === null && (
        <Card title={say.depart}>
          {isNone(units) && <p>{say.movedByBloc}</p>}
          <p>{say.departHint}</p>
          <Form id="depart" action={`${path}/departure`} {...typedIn('depart')}>
            <DayField name="on" label={say.leftOn} required />
            <TextField name="reason" label={say.reason} maxLength={500} required />
            <SubmitButton label={say.doDepart} tone="danger" />
          </Form>
        </Card>
      )}
    </>
  );
}

function Outcome({
  person,
  units,
  values,
  outcome,
  path,
}: Required<Pick<Props, 'person' | 'units' | 'values' | 'outcome'>> & { path: string }) {
  const say = useWords(moveWords);
  const to = units.listed.find(({ value }) => value === textAt(values, 'unitId'))?.label ?? '';
  const fields = Object.fromEntries(['unitId', 'on', 'position', 'reason'].map((name) => [name, textAt(values, name)]));
  return (
    <Notice tone="warning" heading={say.willHappen} role="status" isFocused>
      <ul>
        <li>{say.moves(person.fullName, person.unitName, to, showDay(textAt(values, 'on')))}</li>
        <li>{say.recordsStay(outcome.records)}</li>
        {outcome.openNominations.length === 0 && <li>{say.noNominations}</li>}
        {outcome.openNominations.map(({ className, unitName }) => (
          <li>{say.nominationStays(className, unitName)}</li>
        ))}
      </ul>
      <Form id="confirm" action={path} hidden={fields}>
        <SubmitButton label={say.doMove} />
      </Form>
    </Notice>
  );
}
