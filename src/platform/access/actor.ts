import type { Day } from '../clock';
import type { FormOfAddress } from '../messages/address';
import type { Locale } from '../messages/words';
import { isWithin, type Reach } from './reach';

export const roles = [
  'admin',
  'training_officer',
  'group_officer',
  'unit_secretary',
  'class_manager',
  'data_officer',
] as const;
export type Role = (typeof roles)[number];

/** One role, or any of those a policy names. */
export type Who = Role | readonly Role[];

/** Held on the Bloc that organises, or not at all: what these roles look after is the Bloc's. */
const rolesOfTheBloc: readonly Role[] = ['admin', 'training_officer', 'data_officer'];

/** Never held on the Bloc, as the database sees to: whoever has them reaches some units. */
type RoleBelow = 'group_officer' | 'unit_secretary';

/** One role on one unit of the tree, or, for a class manager, on one class. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly classId: string | null;
  /** Of a class manager for one group of the class alone; null for the whole class. */
  readonly groupNumber: number | null;
  /** Whether somebody else's grant is held as their deputy. */
  readonly lent: boolean;
  /** The last day a lent grant holds; null for one's own. */
  readonly until: Day | null;
}

/** A grant and the units it reaches: its own and what lies below that today, all where it is the Bloc's. */
export interface ReachingGrant extends Grant {
  readonly reaches: Reach;
}

/** Who is acting: an account with its grants, or the service itself when a job acts. */
export class Actor {
  constructor(
    readonly accountId: string | null,
    readonly personId: string | null,
    readonly name: string,
    readonly locale: Locale,
    private readonly grants: readonly ReachingGrant[],
    private readonly blocId: string | null,
    readonly address: FormOfAddress = 'dong_chi',
    /** When the account was opened, where it was asked for. */
    readonly since: Date | null = null,
  ) {}

  /** The service acting by itself, on schedule. */
  static service(name: string): Actor {
    return new Actor(null, null, name, 'vi', [], null);
  }

  /** Whether a route or a desk of this role is for the actor at all; whose things they may touch is a policy's to say. */
  holds(role: Role): boolean {
    return rolesOfTheBloc.includes(role) ? this.reachesBloc(role) : this.grants.some((grant) => grant.role === role);
  }

  /** Classes, courses, rooms, settings: whatever is no unit's own belongs to the Bloc that organises. */
  reachesBloc(who: Who): boolean {
    return this.blocId !== null && this.reaches(who, this.blocId);
  }

  reaches(who: Who, unitId: string): boolean {
    return this.grants.some((grant) => isOf(who, grant) && isWithin(grant.reaches, unitId));
  }

  /** Every unit these roles reach. */
  unitsOf(who: RoleBelow | readonly RoleBelow[]): readonly string[];
  unitsOf(who: Who): Reach;
  unitsOf(who: Who): Reach {
    const reached = this.grants.filter((grant) => isOf(who, grant)).map(({ reaches }) => reaches);
    return reached.includes(null) ? null : [...new Set(reached.flatMap((units) => units ?? []))];
  }

  /** The one unit named where something is noted of all that these roles reach. */
  foremostOf(who: Who): string {
    const units = this.unitsOf(who);
    return (units === null ? this.blocId : units[0])!;
  }

  /** The units the role was granted on, without what lies below them. */
  grantedUnits(role: Role): readonly string[] {
    const units = this.grants.flatMap((grant) => (grant.role === role && grant.unitId ? [grant.unitId] : []));
    return [...new Set(units)];
  }

  /** Whether this person is the one who acts. */
  is(personId: string | null): boolean {
    return personId !== null && personId === this.personId;
  }

  managesClass(classId: string): boolean {
    return this.managedClasses.includes(classId);
  }

  get managedClasses(): readonly string[] {
    return this.managed.flatMap(({ classId, groupNumber }) => (groupNumber === null ? [classId] : []));
  }

  /** The groups of classes that are the actor's to look after without the class being. */
  get managedGroups(): readonly { readonly classId: string; readonly groupNumber: number }[] {
    return this.managed.flatMap(({ classId, groupNumber }) => (groupNumber === null ? [] : [{ classId, groupNumber }]));
  }

  private get managed(): readonly { readonly classId: string; readonly groupNumber: number | null }[] {
    return this.grants.flatMap(({ role, classId, groupNumber }) =>
      role === 'class_manager' && classId ? [{ classId, groupNumber }] : [],
    );
  }

  get roles(): readonly Role[] {
    return roles.filter((role) => this.holds(role));
  }

  get listedGrants(): readonly Grant[] {
    return this.grants.map(({ id, role, unitId, classId, groupNumber, lent, until }) => ({
      id,
      role,
      unitId,
      classId,
      groupNumber,
      lent,
      until,
    }));
  }
}

const isOf = (who: Who, { role }: Grant) => [who].flat().includes(role);
