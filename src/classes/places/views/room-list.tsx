import type { UnitToday } from '../../../organization/organization.queries';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, SelectField } from '../../../platform/pages/choices';
import { NumberField, TextField, TimeField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Pager } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import { dayPartWords, tooShortInWords } from '../../classes.labels';
import { dayParts, partsTooShort, type PartTimes, type PeriodLength } from '../../day-parts';
import { roomAndLecturerWords } from '../rooms-and-lecturers.words';
import type { RoomItem } from '../rooms.queries';
import type { NameOrder } from '../../../platform/paging';
import { SearchedField } from '../../../platform/pages/searched/searched-field';
import { unitsNamed, unitsToChoose } from '../../../organization/unit-choices.queries';

interface Props {
  readonly rooms: PageOf<RoomItem>;
  readonly sort: NameOrder | undefined;
  readonly isFirstPage: boolean;
  readonly mayAdd: boolean;
  /** Every room, for choosing whose times are set. */
  readonly places: readonly Choice[];
  /** The usual times at each room shown; of null, everywhere else. */
  readonly timesAt: (roomId: string | null) => PartTimes;
  readonly lengthAt: (roomId: string | null) => PeriodLength;
  readonly values: FormValues;
  /** What stands in the form of the times. */
  readonly times: FormValues;
  /** For choosing whose room one is. */
  readonly units: readonly UnitToday[];
  /** What stands in the form of the host. */
  readonly host: FormValues;
  readonly refused: { readonly form: 'room' | 'times' | 'host'; readonly refusal: Refusal } | null;
}

const timesFormId = 'times';
const hostFormId = 'host';
const formIds = { room: undefined, times: timesFormId, host: hostFormId } as const;

export function RoomList(props: Props) {
  const { rooms, sort, isFirstPage, mayAdd, timesAt, lengthAt, places, units, values, times, host, refused } = props;
  const say = useWords(roomAndLecturerWords);
  const locale = useLocale();
  const named = unitsNamed(units, locale);
  const hosts = unitsToChoose(named, 'live');
  const shortIn = (id: string | null) =>
    tooShortInWords(partsTooShort(timesAt(id), lengthAt(id)), lengthAt(id), locale);
  const errorsIn = (form: 'room' | 'times' | 'host') => (refused?.form === form ? refused.refusal.fields : []);
  return (
    <>
      <PageHeader title={say.rooms} actions={<LinkButton href="/rooms/today" label={say.roomsToday} />} />
      <Problem refusal={refused?.refusal ?? null} formId={refused ? formIds[refused.form] : undefined} />
      <Table
        caption={say.rooms}
        list={{ next: rooms.next, isFirstPage }}
        hidesCaption
        rows={rooms.items}
        empty={{ title: say.noRooms, next: mayAdd ? say.noRoomsNext : say.officeAdds }}
        columns={[
          {
            label: say.roomName,
            isRowName: true,
            sort: ordersOf('/rooms', {}, sort ?? 'name')('name'),
            cell: ({ name }) => name,
          },
          { label: say.address, cell: ({ address }) => address },
          { label: say.seats, isNumber: true, cell: ({ capacity }) => capacity },
          {
            label: say.host,
            cell: ({ hostUnitId }) => named.find(({ id }) => id === hostUnitId)?.name,
          },
          {
            label: say.times,
            cell: ({ id, name }) => (
              <>
                {timesInWords(timesAt(id))}
                <small class="choice-hint">{shortIn(id)}</small>
                {mayAdd && (
                  <>
                    {' '}
                    <a href={`/rooms?times=${id}#${timesFormId}`}>
                      {say.changeTimes}
                      <span class="visually-hidden"> {name}</span>
                    </a>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      <Pager path="/rooms" query={{ sort }} next={rooms.next} isFirstPage={isFirstPage} />
      {mayAdd && (
        <Card title={say.addRoom}>
          <Form action="/rooms" values={values} errors={errorsIn('room')}>
            <TextField name="name" label={say.roomName} maxLength={200} required />
            <TextField name="address" label={say.address} maxLength={200} required />
            <NumberField name="capacity" label={say.seats} required />
            <SearchedField name="hostUnitId" label={say.host} choices={hosts} blank={say.noHost} />
            <SubmitButton label={say.addRoom} />
          </Form>
        </Card>
      )}
      {mayAdd && (
        <Card title={say.host}>
          <Form id={hostFormId} action="/rooms/host" values={host} errors={errorsIn('host')}>
            <p>{say.hostHint}</p>
            <SelectField name="roomId" label={say.room} choices={places} required />
            <SearchedField name="hostUnitId" label={say.host} choices={hosts} blank={say.noHost} />
            <SubmitButton label={say.setHost} />
          </Form>
        </Card>
      )}
      {mayAdd && <TimesForm places={places} times={times} errors={errorsIn('times')} warning={shortIn(null)} />}
    </>
  );
}

interface TimesFormProps extends Pick<Props, 'places' | 'times'> {
  readonly errors: Refusal['fields'];
  /** What is too short everywhere without times of its own; null when nothing is. */
  readonly warning: string | null;
}

function TimesForm({ places, times, errors, warning }: TimesFormProps) {
  const say = useWords(roomAndLecturerWords);
  const parts = useWords(dayPartWords);
  return (
    <Card title={say.usualTimes}>
      <Form id={timesFormId} action="/rooms/times" values={times} errors={errors}>
        <p>{say.usualTimesHint}</p>
        {warning && (
          <p>
            {say.everywhere}: {warning}
          </p>
        )}
        <SelectField name="roomId" label={say.timesAt} choices={places} blank={say.everywhere} />
        {dayParts.map((part) => (
          <FieldRow>
            <TimeField name={`${part}.from`} label={say.timesFrom(parts[part])} required />
            <TimeField name={`${part}.to`} label={say.timesTo(parts[part])} required />
          </FieldRow>
        ))}
        <FieldRow>
          <NumberField name="periodMinutes" label={say.periodMinutes} required />
          <NumberField name="breakMinutes" label={say.breakMinutes} required />
        </FieldRow>
        <SubmitButton label={say.saveTimes} />
      </Form>
    </Card>
  );
}

const timesInWords = (times: PartTimes) => dayParts.map((part) => `${times[part].from}–${times[part].to}`).join(', ');
