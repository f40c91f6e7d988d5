import type { ClassItem } from '../../../classes/classes.queries';
import { groupNameWords } from '../../../classes/groups/groups.words';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { GroupItem, GroupMember } from '../groups.queries';
import { groupWords } from '../groups.words';

export type GroupPageForm = 'facts' | 'leader' | 'manager' | 'remove';

interface Props {
  readonly item: ClassItem;
  readonly group: GroupItem;
  readonly members: readonly GroupMember[];
  readonly rooms: readonly Choice[];
  /** Whether the reader says who looks after it: the office. */
  readonly mayAppoint: boolean;
  readonly refused: { readonly form: GroupPageForm; readonly typed: FormValues; readonly refusal: Refusal } | null;
}

/** One group: what it is called, where it meets and who leads it. */
export function GroupForm({ item, group, members, rooms, mayAppoint, refused }: Props) {
  const say = useWords(groupWords);
  const names = useWords(groupNameWords);
  const refilled = (form: GroupPageForm, stored: FormValues) => ({
    id: form,
    values: refused?.form === form ? refused.typed : stored,
    errors: refused?.form === form ? refused.refusal.fields : [],
  });
  const { id, number, name, roomId, leader } = group;
  return (
    <>
      <PageHeader
        title={names.group(number, name)}
        subtitle={item.name}
        back={{ href: `/classes/${item.id}/groups`, label: say.back }}
        actions={
          <>
            <LinkButton
              href={linkTo(`/classes/${item.id}/roster`, { group: String(number) })}
              label={`${say.rosterOf} (${members.length})`}
            />
            {members.length > 0 && (
              <LinkButton
                href={linkTo(`/classes/${item.id}/printouts/attendance`, { group: String(number) })}
                label={say.print}
              />
            )}
          </>
        }
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form ?? 'facts'} />
      <Card title={say.factsTitle}>
        <Form action={`/groups/${id}`} {...refilled('facts', { name, roomId })}>
          <TextField name="name" label={say.groupName} hint={say.groupNameHint} maxLength={200} />
          <SelectField name="roomId" label={say.room} hint={say.roomHint} choices={rooms} blank={say.noRoom} />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
      <Card title={say.leader}>
        <Form action={`/groups/${id}/leader`} {...refilled('leader', { enrollmentId: leader?.enrollmentId ?? null })}>
          <SelectField
            name="enrollmentId"
            label={say.leader}
            hint={say.leaderWhat}
            blank={say.noLeader}
            choices={members.map(({ enrollmentId, fullName, unitName }) => ({
              value: enrollmentId,
              label: `${fullName} (${unitName})`,
            }))}
          />
          <SubmitButton label={say.lead} />
        </Form>
      </Card>
      <Card title={say.managers}>
        <p>{say.managersWhat}</p>
        {group.managers.map(({ accountId, name: manager }) => (
          <div class="actions">
            <span>{manager}</span>
            {mayAppoint && (
              <ActionButton
                id={accountId}
                action={`/groups/${id}/managers/${accountId}/ending`}
                label={say.dismiss}
                confirm={say.dismissMeans(manager)}
              />
            )}
          </div>
        ))}
        {mayAppoint && (
          <Form action={`/groups/${id}/managers`} {...refilled('manager', {})}>
            <TextField type="email" name="email" label={say.email} required />
            <SubmitButton label={say.appoint} />
          </Form>
        )}
      </Card>
      <ActionButton
        label={say.remove}
        tone="danger"
        confirm={say.removeWhat}
        action={`/groups/${id}/removal`}
        {...refilled('remove', {})}
      />
    </>
  );
}
