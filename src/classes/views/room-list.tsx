import { Card, PageHeader } from '../../platform/pages/blocks';
import { NumberField, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Pager } from '../../platform/pages/lists';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Refusal } from '../../platform/problems/refusal';
import { roomAndLecturerWords } from '../rooms-and-lecturers.words';
import type { RoomItem } from '../rooms.queries';

interface Props {
  readonly rooms: PageOf<RoomItem>;
  readonly isFirstPage: boolean;
  readonly mayAdd: boolean;
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

export function RoomList({ rooms, isFirstPage, mayAdd, values, refusal }: Props) {
  const say = useWords(roomAndLecturerWords);
  return (
    <>
      <PageHeader
        title={say.rooms}
        subtitle={say.roomsHint}
        actions={<LinkButton href="/rooms/today" label={say.roomsToday} />}
      />
      <Problem refusal={refusal} />
      <Table
        caption={say.rooms}
        hidesCaption
        rows={rooms.items}
        empty={{ title: say.noRooms, ...(mayAdd ? { next: say.noRoomsNext } : {}) }}
        columns={[
          { label: say.roomName, isRowName: true, cell: ({ name }) => name },
          { label: say.address, cell: ({ address }) => address },
          { label: say.seats, isNumber: true, cell: ({ capacity }) => capacity },
        ]}
      />
      <Pager path="/rooms" next={rooms.next} isFirstPage={isFirstPage} />
      {mayAdd && (
        <Card title={say.addRoom}>
          <Form action="/rooms" values={values} errors={refusal?.fields ?? []}>
            <TextField name="name" label={say.roomName} autocomplete="off" maxLength={200} required />
            <TextField name="address" label={say.address} autocomplete="off" maxLength={200} required />
            <NumberField name="capacity" label={say.seats} required />
            <SubmitButton label={say.addRoom} />
          </Form>
        </Card>
      )}
    </>
  );
}
