import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';

/** A group with who leads it and how many are in it. */
export interface GroupItem {
  readonly id: string;
  readonly classId: string;
  readonly number: number;
  readonly name: string | null;
  readonly roomId: string | null;
  readonly roomName: string | null;
  /** How many the room seats. */
  readonly roomSeats: number | null;
  readonly leader: { readonly enrollmentId: string; readonly personId: string; readonly fullName: string } | null;
  /** Who looks after it alone, by appointment of the office. */
  readonly managers: readonly { readonly accountId: string; readonly name: string }[];
  readonly people: number;
  /** Half-days of its own, without the cancelled ones. */
  readonly halfDays: number;
}

interface GroupMove {
  readonly id: string;
  readonly people: number;
  readonly movedAt: Date;
  readonly movedByName: string | null;
}

export interface GroupsOfClass {
  readonly items: readonly GroupItem[];
  /** How many of the class are in no group yet. */
  readonly ungrouped: number;
  /** The latest move between groups that was not taken back. */
  readonly lastMove: GroupMove | null;
  readonly next: null;
}

/** Somebody on the roster, and their group. */
export interface GroupMember {
  readonly enrollmentId: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly groupNumber: number | null;
}

/** A group somebody looks after, on their desk. */
export interface ManagedGroup {
  readonly classId: string;
  readonly className: string;
  readonly number: number;
  readonly name: string | null;
  readonly people: number;
}

/** The group somebody learns in, as they see it. */
export interface OwnGroup {
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly number: number;
  readonly name: string | null;
  readonly roomName: string | null;
  readonly leaderName: string | null;
  readonly isLeader: boolean;
}

const groupItem = `SELECT g.id, g.class_id, g.number, g.name, g.room_id, r.name AS room_name, r.capacity AS room_seats,
    (SELECT jsonb_build_object('enrollmentId', e.id, 'personId', p.id, 'fullName', p.full_name)
     FROM enrollments e JOIN persons p ON p.id = e.person_id
     WHERE e.class_id = g.class_id AND e.group_number = g.number AND e.leads_group AND e.ended_at IS NULL) AS leader,
    coalesce((SELECT jsonb_agg(jsonb_build_object('accountId', a.id, 'name', a.name) ORDER BY m.granted_at, a.name)
     FROM own_grants m JOIN accounts a ON a.id = m.account_id AND a.disabled_at IS NULL
     WHERE m.role = 'class_manager' AND m.class_id = g.class_id AND m.group_number = g.number), '[]') AS managers,
    (SELECT count(*) FROM enrollments e WHERE e.class_id = g.class_id AND e.group_number = g.number AND e.ended_at IS NULL) AS people,
    (SELECT count(*) FROM half_days h WHERE h.class_id = g.class_id AND g.number = ANY (h.group_numbers) AND h.cancelled_at IS NULL) AS half_days
  FROM class_groups g LEFT JOIN rooms r ON r.id = g.room_id`;

@Injectable()
export class GroupsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async ofClass(classId: string): Promise<GroupsOfClass> {
    const [items, [ungrouped], [lastMove = null]] = await Promise.all([
      this.database.read<GroupItem>(`${groupItem} WHERE g.class_id = $1 ORDER BY g.number`, [classId]),
      this.database.read<{ people: number }>(
        `SELECT count(*) AS people FROM enrollments WHERE class_id = $1 AND ended_at IS NULL AND group_number IS NULL`,
        [classId],
      ),
      this.database.read<GroupMove>(
        `SELECT m.id, jsonb_array_length(m.moved) AS people, m.moved_at, a.name AS moved_by_name
         FROM group_moves m LEFT JOIN accounts a ON a.id = m.moved_by WHERE m.class_id = $1 AND m.undone_at IS NULL
         ORDER BY m.position DESC LIMIT 1`,
        [classId],
      ),
    ]);
    return { items, ungrouped: ungrouped!.people, lastMove, next: null };
  }

  /** The whole roster, those in no group first, then in the order of a Vietnamese list. */
  async membersOf(classId: string): Promise<GroupMember[]> {
    return this.database.read(
      `SELECT e.id AS enrollment_id, p.full_name, unit_name_on(e.unit_id, least($2::date, c.closes_on)) AS unit_name, e.group_number
       FROM enrollments e JOIN persons p ON p.id = e.person_id JOIN classes c ON c.id = e.class_id
       WHERE e.class_id = $1 AND e.ended_at IS NULL ORDER BY e.group_number NULLS FIRST, p.sort_name, e.id`,
      [classId, this.clock.today()],
    );
  }

  async group(id: string): Promise<GroupItem | null> {
    const [group] = await this.database.read<GroupItem>(`${groupItem} WHERE g.id = $1`, [id]);
    return group ?? null;
  }

  /** The groups an account looks after, of classes that are not over. */
  async managedBy(accountId: string): Promise<ManagedGroup[]> {
    return this.database.read(
      `SELECT c.id AS class_id, c.name AS class_name, g.number, g.name, (
         SELECT count(*) FROM enrollments e WHERE e.class_id = g.class_id AND e.group_number = g.number AND e.ended_at IS NULL) AS people
       FROM own_grants m JOIN classes c ON c.id = m.class_id AND NOT class_has_ended(c.state)
       JOIN class_groups g ON g.class_id = m.class_id AND g.number = m.group_number
       WHERE m.account_id = $1 AND m.role = 'class_manager' ORDER BY c.opens_on, c.id, g.number`,
      [accountId],
    );
  }

  /** The groups a person learns in, of classes that are not over. */
  async ofPerson(personId: string): Promise<OwnGroup[]> {
    return this.database.read(
      `SELECT c.id AS class_id, c.code AS class_code, c.name AS class_name, g.number, g.name, r.name AS room_name, e.leads_group AS is_leader,
         (SELECT p.full_name FROM enrollments o JOIN persons p ON p.id = o.person_id
          WHERE o.class_id = g.class_id AND o.group_number = g.number AND o.leads_group AND o.ended_at IS NULL) AS leader_name
       FROM enrollments e JOIN classes c ON c.id = e.class_id AND NOT class_has_ended(c.state) AND c.closes_on >= $2
       JOIN class_groups g ON g.class_id = e.class_id AND g.number = e.group_number LEFT JOIN rooms r ON r.id = g.room_id
       WHERE e.person_id = $1 AND e.ended_at IS NULL ORDER BY c.opens_on, c.id`,
      [personId, this.clock.today()],
    );
  }
}
