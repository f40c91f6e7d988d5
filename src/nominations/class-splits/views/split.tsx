import type { ClassItem } from '../../../classes/classes.queries';
import { hasEnded } from '../../../classes/training-class.states';
import { Card, EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, RowCheck, SelectField } from '../../../platform/pages/choices';
import { NumberField, TextArea, TextField } from '../../../platform/pages/fields';
import { type FormValues, textAt } from '../../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { type Column, Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { Place } from '../../passages/places.queries';
import { type Division, divisions } from '../division';
import { errorsInForm, goesField, mostParts, partField, partsIn, reshapeField, reshapeTo } from '../split.form';
import type { SplitOutcome } from '../splits.service';
import { splitWords } from '../splits.words';
import { SplitPreview } from './preview';

interface Props {
  readonly item: ClassItem;
  readonly places: readonly Place[];
  readonly rooms: readonly Choice[];
  readonly lecturers: readonly Choice[];
  readonly values: FormValues;
  readonly refusal?: Refusal;
  readonly outcome?: SplitOutcome;
  /** Whoever came with this class is chosen beforehand. */
  readonly cameFrom?: string | undefined;
}

export function SplitPage({ item, places, rooms, lecturers, values: typed, refusal, outcome, cameFrom }: Props) {
  const say = useWords(splitWords);
  const path = `/classes/${item.id}/split`;
  const count = partsIn(typed);
  const division = (textAt(typed, 'division') || 'evenly') as Division;
  const refused = refusal && { sentence: refusal.sentence, fields: errorsInForm(refusal.fields, count) };
  const values = { ...suggested(item, count), ...chosen(places, cameFrom), ...typed };
  const header = (
    <PageHeader
      back={{ href: `/classes/${item.id}`, label: say.back }}
      title={say.title(item.name)}
      subtitle={item.code}
    />
  );
  if (hasEnded(item.state) || item.state === 'draft')
    return (
      <>
        {header}
        <Problem refusal={refused ?? null} />
        <EmptyState title={say.notNow} action={<LinkButton href={`/classes/${item.id}`} label={say.back} />} />
      </>
    );
  return (
    <>
      {header}
      <Problem refusal={refused ?? null} />
      {outcome && <SplitPreview path={path} values={typed} outcome={outcome} />}
      <p>{say.what}</p>
      <Form
        action={`${path}/preview`}
        values={values}
        errors={refused?.fields ?? []}
        hidden={{ division, count: String(count) }}
      >
        {/* What the enter key in a field presses: not another class. */}
        <button type="submit" hidden />
        {Array.from({ length: count }, (_, index) => (
          <PartFields number={index + 1} of={count} rooms={rooms} lecturers={lecturers} />
        ))}
        <div class="actions">
          {count < mostParts && <Reshape to={reshapeTo(division, count + 1)} label={say.anotherClass} />}
          {count > 1 && <Reshape to={reshapeTo(division, count - 1)} label={say.oneClassLess} />}
        </div>
        <Card title={say.who}>
          <p class="actions" role="group" aria-label={say.divide}>
            {divisions
              .filter((by) => by !== 'groups' || hasGroups(places))
              .map((by) => (
                <Reshape to={reshapeTo(by, count)} label={say[by]} isCurrent={by === division} />
              ))}
            {item.mergedFrom.map(({ id, code }) => (
              <Reshape to={reshapeTo('people', count, id)} label={say.cameFrom(code)} />
            ))}
          </p>
          <Who division={division} places={places} count={count} />
        </Card>
        <TextArea name="reason" label={say.reason} hint={say.reasonHint} rows={2} maxLength={500} required />
        <SaveBar>
          <SubmitButton label={say.look} />
          <LinkButton href={`/classes/${item.id}`} label={say.keep} />
        </SaveBar>
      </Form>
    </>
  );
}

/** Asks for the form in another shape, with what is typed. */
function Reshape({ to, label, isCurrent = false }: { to: string; label: string; isCurrent?: boolean }) {
  return (
    <button
      type="submit"
      class={isCurrent ? 'btn btn-primary' : 'btn'}
      name={reshapeField}
      value={to}
      aria-pressed={isCurrent ? 'true' : undefined}
    >
      {label}
    </button>
  );
}

function PartFields({
  number,
  of,
  rooms,
  lecturers,
}: { number: number; of: number } & Pick<Props, 'rooms' | 'lecturers'>) {
  const say = useWords(splitWords);
  return (
    <Card title={say.part(number, of)}>
      <FieldRow>
        <TextField name={partField('code', number)} label={say.code} maxLength={60} required />
        <TextField name={partField('name', number)} label={say.name} maxLength={200} required />
      </FieldRow>
      <FieldRow>
        <SelectField
          name={partField('roomId', number)}
          label={say.room}
          hint={say.placeHint}
          choices={rooms}
          blank={say.later}
        />
        <SelectField
          name={partField('lecturerId', number)}
          label={say.lecturer}
          choices={lecturers}
          blank={say.later}
        />
        <NumberField name={partField('moreSeats', number)} label={say.moreSeats} hint={say.moreSeatsHint} />
      </FieldRow>
    </Card>
  );
}

function Who({ division, places, count }: { division: Division; places: readonly Place[]; count: number }) {
  const say = useWords(splitWords);
  const seated = places.filter(({ state }) => state !== 'draft');
  if (division === 'evenly') {
    const stay = Math.ceil(seated.length / (count + 1));
    return <p>{say.evenlyHint(stay, count, seated.length - stay)}</p>;
  }
  const goes = <Row extends { id: string; name: string }>(): Column<Row> => ({
    label: say.goesTo,
    hidesLabel: true,
    cell: ({ id, name }) =>
      count === 1 ? (
        <RowCheck name={goesField(id)} value="1" label={say.goes(name)} />
      ) : (
        <SelectField
          name={goesField(id)}
          label={say.goes(name)}
          blank={say.stays}
          choices={Array.from({ length: count }, (_, index) => ({
            value: String(index + 1),
            label: say.toClass(index + 1),
          }))}
        />
      ),
  });
  const empty = { title: say.notNow };
  if (division === 'units')
    return (
      <Table
        caption={say.units}
        hidesCaption
        isLong
        empty={empty}
        rows={unitsOf(places)}
        columns={[
          goes<UnitRow>(),
          { label: say.unit, isRowName: true, cell: ({ name }) => name },
          { label: say.count, isNumber: true, cell: ({ people }) => people },
        ]}
      />
    );
  if (division === 'groups')
    return (
      <Table
        caption={say.groups}
        hidesCaption
        isLong
        empty={empty}
        rows={groupsOf(places).map(([number, people]) => ({ id: String(number), name: say.group(number), people }))}
        columns={[
          goes<UnitRow>(),
          { label: say.groups, isRowName: true, cell: ({ name }) => name },
          { label: say.count, isNumber: true, cell: ({ people }) => people },
        ]}
      />
    );
  return (
    <Table
      caption={say.people}
      hidesCaption
      isLong
      empty={empty}
      rows={places.map((place) => ({ ...place, id: place.personId, name: place.fullName }))}
      columns={[
        goes<Place & { id: string; name: string }>(),
        { label: say.people, isRowName: true, cell: ({ name }) => name },
        { label: say.unit, cell: ({ unitName }) => unitName },
        {
          label: say.place,
          cell: ({ hasSeat, rank }) => (hasSeat ? say.hasSeat : rank === null ? say.noSeat : say.reserve(rank)),
        },
      ]}
    />
  );
}

interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly people: number;
}

const hasGroups = (places: readonly Place[]) => places.some(({ groupNumber }) => groupNumber !== null);

/** The groups that have people, with how many. */
function groupsOf(places: readonly Place[]): (readonly [number, number])[] {
  const groups = new Map<number, number>();
  for (const { groupNumber } of places)
    if (groupNumber !== null) groups.set(groupNumber, (groups.get(groupNumber) ?? 0) + 1);
  return [...groups].toSorted(([one], [other]) => one - other);
}

function unitsOf(places: readonly Place[]): UnitRow[] {
  const units = new Map<string, UnitRow>();
  for (const { unitId: id, unitName: name } of places)
    units.set(id, { id, name, people: (units.get(id)?.people ?? 0) + 1 });
  return [...units.values()];
}

/** Codes and names that say what they were split off. */
const suggested = ({ code, name }: ClassItem, count: number): FormValues =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => index + 1).flatMap((number) => [
      [partField('code', number), `${code}-${number + 1}`],
      [partField('name', number), `${name} (${number + 1})`],
    ]),
  );

const chosen = (places: readonly Place[], cameFrom: string | undefined): FormValues =>
  Object.fromEntries(
    places.flatMap(({ personId, cameFromId }) =>
      cameFrom !== undefined && cameFromId === cameFrom ? [[goesField(personId), '1']] : [],
    ),
  );
