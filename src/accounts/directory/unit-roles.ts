import type { UnitKind } from '../../organization/unit-facts';
import type { Role } from '../../platform/access/actor';

/** The roles given on a unit, and the kind of unit each is for; the database holds the same (`unit_kind_of_role`). */
export const kindOfRole = {
  admin: 'bloc',
  training_officer: 'bloc',
  data_officer: 'bloc',
  group_officer: 'group',
  unit_secretary: 'base',
} as const satisfies Partial<Record<Role, UnitKind>>;

export type UnitRole = keyof typeof kindOfRole;
export const unitRoles = Object.keys(kindOfRole) as readonly UnitRole[];

/** What an account is opened for; who runs classes is given that role by each class. */
export const openedFor = [...unitRoles, 'class_manager'] as const;
