import { Email, Flag, Id, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { Ids } from '../../platform/request-parts';
import { isEmptied, readRequest } from '../../platform/requests';
import type { GroupFacts } from '../../classes/groups/groups.service';
import { type WayToDivide, waysToDivide } from './divide';

/** More than a class ever has. */
const mostGroups = 50;

/** What is left out stays; `name` and `roomId` of null or nothing are taken away. */
export class GroupRequest {
  @Text({ optional: true, max: 200, description: 'What it is called beside its number.' })
  readonly name?: string;

  @Id({ optional: true, description: 'Where its own half-days are held unless they say otherwise.' })
  readonly roomId?: string;
}

export function readGroup(sent: object | null): GroupFacts {
  const emptied = (['name', 'roomId'] as const).filter((field) => isEmptied(sent ?? {}, field));
  return { ...readRequest(GroupRequest, sent), ...Object.fromEntries(emptied.map((field) => [field, null])) };
}

export class DivisionRequest {
  @OneOf(waysToDivide, {
    description: '`evenly` spreads every unit over the groups, `alphabet` cuts the list, `unit` keeps units together.',
  })
  readonly by: WayToDivide;

  @WholeNumber({ min: 1, max: mostGroups, optional: true, description: 'Into how many; those there are unless told.' })
  readonly groups?: number;

  @Flag({ description: 'Only those in no group yet.' })
  readonly onlyUngrouped?: boolean;

  @Flag({ description: 'Only tried out: nothing is stored.' })
  readonly dryRun?: boolean;

  @Text({ optional: true, max: 64, description: 'The fingerprint of a dry run: do exactly that, or refuse.' })
  readonly expects?: string;
}

export class MembersRequest {
  @Ids()
  readonly enrollmentIds: string[];

  @Id({ optional: true, description: 'The group they come to; left out, they are in none.' })
  readonly groupId?: string;
}

export class GroupManagerRequest {
  @Email({ description: 'The address of the account that will look after the group.' })
  readonly email: string;
}

export class LeaderRequest {
  @Id({ optional: true, description: 'Their enrollment; left out, nobody leads it.' })
  readonly enrollmentId?: string;
}
