import type { ClassItem } from '../../../classes/classes.queries';
import { groupNameWords } from '../../../classes/groups/groups.words';
import { hasEnded } from '../../../classes/training-class.states';
import { ClassFrame } from '../../../classes/views/class-frame';
import type { Actor } from '../../../platform/access/actor';
import { showMoment } from '../../../platform/clock';
import { Card, StatCards } from '../../../platform/pages/blocks';
import { type Choice, RowCheck, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, LinkButton, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { GroupItem, GroupMember, GroupsOfClass } from '../groups.queries';
import { groupWords } from '../groups.words';
import { DivideForm } from './division';

export type GroupsForm = 'make' | 'divide' | 'move' | 'undo';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly groups: GroupsOfClass;
  readonly members: readonly GroupMember[];
  readonly rooms: readonly Choice[];
  readonly refused: { readonly form: GroupsForm; readonly typed: FormValues; readonly refusal: Refusal } | null;
}

/** What a form that was refused shows again. */
type Refilled = (form: GroupsForm) => Pick<Parameters<typeof Form>[0], 'id' | 'values' | 'errors'>;

export function ClassGroups(props: Props) {
  const { item, actor, groups, members, refused } = props;
  const say = useWords(groupWords);
  const path = `/classes/${item.id}/groups`;
  const refilled: Refilled = (form) => ({
    id: form,
    values: refused?.form === form ? refused.typed : {},
    errors: refused?.form === form ? refused.refusal.fields : [],
  });
  const mayChange = !hasEnded(item.state);
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="groups"
      actions={
        groups.items.length > 0 && (
          <LinkButton href={`/classes/${item.id}/printouts/attendance?group=each`} label={say.printAll} />
        )
      }
    >
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form ?? 'divide'} />
      <StatCards
        label={say.groups}
        cards={[
          { label: say.groups, value: groups.items.length },
          { label: say.inGroups, value: members.length - groups.ungrouped },
          {
            label: say.ungrouped,
            value: groups.ungrouped,
            ...(groups.items.length > 0 && groups.ungrouped > 0 && { tone: 'warning' }),
          },
        ]}
      />
      {mayChange && groups.items.length > 0 && groups.ungrouped > 0 && (
        <Notice tone="warning">
          <p>{say.ungroupedSome(groups.ungrouped)}</p>
          <ActionButton
            id="place-them"
            action={`${path}/divisions`}
            hidden={{ by: 'evenly', onlyUngrouped: 'true' }}
            label={say.placeThem}
          />
        </Notice>
      )}
      <GroupTable item={item} items={groups.items} mayChange={mayChange} />
      {mayChange && groups.lastMove && <Undo path={path} {...groups.lastMove} refilled={refilled} />}
      {mayChange && <DivideForm path={path} groups={groups.items.length} {...refilled('divide')} />}
      {groups.items.length > 0 && <Members {...props} path={path} refilled={refilled} mayChange={mayChange} />}
      {mayChange && <MakeForm {...props} path={path} refilled={refilled} />}
    </ClassFrame>
  );
}

function GroupTable({ item, items, mayChange }: { item: ClassItem; items: readonly GroupItem[]; mayChange: boolean }) {
  const say = useWords(groupWords);
  const names = useWords(groupNameWords);
  return (
    <Table
      caption={say.groups}
      list="whole"
      rows={items}
      empty={{ title: say.none, next: say.noneNext }}
      columns={[
        {
          label: say.group,
          isRowName: true,
          cell: ({ id, number, name }) =>
            mayChange ? <a href={`/groups/${id}`}>{names.group(number, name)}</a> : names.group(number, name),
        },
        {
          label: say.people,
          isNumber: true,
          cell: ({ number, people }) => (
            <a href={linkTo(`/classes/${item.id}/roster`, { group: String(number) })}>
              {people}
              <span class="visually-hidden"> – {names.group(number)}</span>
            </a>
          ),
        },
        {
          label: say.leader,
          cell: ({ leader }) => leader?.fullName ?? <span class="quiet">{say.noLeader}</span>,
        },
        {
          label: say.room,
          cell: ({ roomName, roomSeats }) =>
            roomName ? `${roomName} (${say.seats(roomSeats ?? 0)})` : <span class="quiet">{say.noRoom}</span>,
        },
        { label: say.halfDays, isNumber: true, cell: ({ halfDays }) => halfDays },
      ]}
    />
  );
}

function Undo({
  path,
  id,
  people,
  movedAt,
  movedByName,
  refilled,
}: NonNullable<GroupsOfClass['lastMove']> & { path: string; refilled: Refilled }) {
  const say = useWords(groupWords);
  return (
    <Card>
      <ActionButton
        {...refilled('undo')}
        action={`${path}/moves/${id}/reversal`}
        label={say.undo}
        confirm={say.undoWhat(people, showMoment(movedAt), movedByName ?? '')}
      />
    </Card>
  );
}

function Members({
  groups,
  members,
  path,
  refilled,
  mayChange,
}: Props & { path: string; refilled: Refilled; mayChange: boolean }) {
  const say = useWords(groupWords);
  const names = useWords(groupNameWords);
  const table = (
    <Table
      caption={say.moveTitle}
      list="whole"
      hidesCaption
      isLong
      rows={members}
      empty={{ title: say.nobody, next: say.nobodyNext }}
      columns={[
        ...(mayChange
          ? [
              {
                label: say.choose,
                hidesLabel: true,
                cell: ({ enrollmentId, fullName }: GroupMember) => (
                  <RowCheck name="enrollmentIds" value={enrollmentId} label={say.chooseOne(fullName)} />
                ),
              },
            ]
          : []),
        { label: say.name, isRowName: true, cell: ({ fullName }) => fullName },
        { label: say.ofUnit, cell: ({ unitName }) => unitName },
        {
          label: say.group,
          cell: ({ groupNumber }) =>
            groupNumber === null ? <strong>{say.ungrouped}</strong> : names.group(groupNumber),
        },
      ]}
    />
  );
  return (
    <Card title={say.moveTitle}>
      {mayChange && members.length > 0 ? (
        <Form action={`${path}/members`} {...refilled('move')}>
          {table}
          <SaveBar>
            <SelectField
              name="groupId"
              label={say.moveTo}
              blank={say.moveOut}
              choices={groups.items.map(({ id, number, name }) => ({ value: id, label: names.group(number, name) }))}
            />
            <SubmitButton label={say.move} />
          </SaveBar>
        </Form>
      ) : (
        table
      )}
    </Card>
  );
}

function MakeForm({ rooms, path, refilled }: Props & { path: string; refilled: Refilled }) {
  const say = useWords(groupWords);
  return (
    <Card title={say.makeTitle}>
      <Form action={path} {...refilled('make')}>
        <FieldRow>
          <TextField name="name" label={say.groupName} hint={say.groupNameHint} maxLength={200} />
          <SelectField name="roomId" label={say.room} choices={rooms} blank={say.noRoom} />
        </FieldRow>
        <SubmitButton label={say.make} tone="plain" />
      </Form>
    </Card>
  );
}
