import { type Role } from '../../platform/access/actor';
import { type Locale, locales } from '../../platform/messages/words';
import { PageQuery } from '../../platform/paging';
import { Email, Id, OneOf, Text } from '../../platform/request-fields';
import { openedFor, unitRoles } from './unit-roles';

export const accountStates = ['invited', 'active', 'locked'] as const;
export type AccountState = (typeof accountStates)[number];

/** A minus turns the order round. `name` is by given name, as offices list people. */
const accountOrders = ['name', '-name', 'email', '-email', 'createdAt', '-createdAt'] as const;
export type AccountOrder = (typeof accountOrders)[number];

export class AccountsRequest extends PageQuery {
  @Text({ optional: true, max: 100, description: 'Words of a name, with or without marks, or a part of an address.' })
  readonly search?: string;

  @OneOf(unitRoles, { optional: true })
  readonly role?: Role;

  @Id({ optional: true, description: 'Whose person is of this unit, or who holds a role on it.' })
  readonly unitId?: string;

  @OneOf(accountStates, { optional: true })
  readonly state?: AccountState;

  @OneOf(accountOrders, { optional: true, description: 'By given name unless told.' })
  readonly sort?: AccountOrder;
}

/** The same on a page, whose address names the cursor so. */
export class AccountsPageQuery extends AccountsRequest {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class OpenAccountRequest {
  @OneOf(openedFor, {
    optional: true,
    description:
      'On a unit, except `class_manager`: each class appoints its own, and until one does the account has no role.',
  })
  readonly role?: Role;

  @Id({ optional: true, description: 'The unit the role is given on.' })
  readonly unitId?: string;

  @Email({ optional: true, description: 'Of the person unless told.' })
  readonly email?: string;

  @Text({ optional: true, max: 100, description: 'Of the person unless told.' })
  readonly name?: string;

  @OneOf(locales, { optional: true, description: '`vi` unless told.' })
  readonly locale?: Locale;

  @Id({ optional: true, description: 'Whoever is on a roster sees their own classes and record by it.' })
  readonly personId?: string;
}

export class GiveRoleRequest {
  @OneOf(unitRoles)
  readonly role: Role;

  @Id()
  readonly unitId: string;
}

export class CorrectAddressRequest {
  @Email()
  readonly email: string;

  @Text({
    optional: true,
    max: 500,
    description: 'Needed once its holder came: why, and how it was made sure who asks.',
  })
  readonly reason?: string;
}

export class LockRequest {
  @Text({ max: 500 })
  readonly reason: string;
}

export class RemoveSecondFactorRequest {
  @Text({ max: 500, description: 'How it was made sure who asks.' })
  readonly reason: string;
}

export class PersonQuery {
  @Id({ optional: true })
  readonly personId?: string;
}
