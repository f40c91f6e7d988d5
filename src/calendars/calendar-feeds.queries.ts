import { Injectable } from '@nestjs/common';
import { mayRunClass } from '../classes/classes.policy';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { Locale } from '../platform/messages/words';
import { PlatformSettings } from '../platform/settings';
import { type CalendarEvent, eventColumns, eventJoins, examColumns, examJoins } from './calendar-events';
import type { FeedKind } from './calendar-feeds.policy';

export interface CalendarFeedItem {
  readonly id: string;
  readonly kind: FeedKind;
  readonly classId: string | null;
  readonly className: string | null;
  /** The address to subscribe to; whoever knows it reads the timetable. */
  readonly address: string;
  readonly createdAt: Date;
  /** When a program last read it, by the hour; null while none did. */
  readonly readAt: Date | null;
}

/** A feed somebody asks for by its token. */
export interface LiveFeed {
  readonly kind: FeedKind;
  readonly accountId: string;
  readonly personId: string | null;
  readonly classId: string | null;
  readonly className: string | null;
  /** When a program last read it; null while none did. */
  readonly readAt: Date | null;
  readonly locale: Locale;
}

/** The half-days of each kind of feed; `$1` is the person, the account or the class. Drafts are nobody's yet. */
const halfDaysOf: Readonly<Record<FeedKind, string>> = {
  // With those made up in another class, in whose name they stand there. Whoever was on the roster when the class was cancelled still sees that it was; whoever left it before does not.
  person: `SELECT DISTINCT ON (h.id) ${eventColumns}, e.person_id,
      EXISTS (SELECT FROM half_days_on_leave q WHERE q.enrollment_id = e.id AND q.half_day_id = h.id) AS is_on_leave
    FROM enrollments e CROSS JOIN LATERAL (
      SELECT own.id FROM half_days own WHERE own.class_id = e.class_id AND is_for_group(own.group_numbers, e.group_number)
      UNION ALL
      SELECT l.half_day_id FROM attendance_lines l WHERE l.enrollment_id = e.id AND l.for_line_id IS NOT NULL AND l.live) theirs
    JOIN half_days h ON h.id = theirs.id JOIN classes c ON c.id = h.class_id ${eventJoins('e.unit_id')}
    WHERE e.person_id = $1 AND c.state <> 'draft' AND (e.ended_at IS NULL OR e.ended_at >= c.cancelled_at)
    ORDER BY h.id, e.ended_at NULLS FIRST`,
  manager: `SELECT ${eventColumns}, NULL AS person_id
    FROM half_days h JOIN classes c ON c.id = h.class_id ${eventJoins('NULL')}
    WHERE c.state <> 'draft' AND EXISTS (
      SELECT FROM grants_in_force($2::date) g WHERE g.account_id = $1 AND g.role = 'class_manager' AND g.class_id = c.id
        AND (g.group_number IS NULL OR is_for_group(h.group_numbers, g.group_number)))`,
  class: `SELECT ${eventColumns}, NULL AS person_id
    FROM half_days h JOIN classes c ON c.id = h.class_id ${eventJoins('NULL')} WHERE c.id = $1 AND c.state <> 'draft'`,
};

/** The examinations of each kind of feed: of a person those they sit and those they invigilate. */
const examsOf: Readonly<Record<FeedKind, string>> = {
  person: `SELECT DISTINCT ON (x.id) ${examColumns}, own.is_watch, $1::uuid AS person_id FROM (
      SELECT d.exam_id, d.room_id, false AS is_watch FROM exam_candidates d JOIN enrollments e ON e.id = d.enrollment_id WHERE e.person_id = $1
      UNION ALL SELECT exam_id, room_id, true FROM exam_invigilators WHERE person_id = $1) own
    JOIN exams x ON x.id = own.exam_id JOIN classes c ON c.id = x.class_id ${examJoins('own.room_id')}
    WHERE c.state <> 'draft' ORDER BY x.id`,
  manager: `SELECT ${examColumns}, NULL AS person_id FROM exams x JOIN classes c ON c.id = x.class_id ${examJoins('NULL::uuid')}
    WHERE c.state <> 'draft' AND c.id IN (SELECT class_id FROM grants_in_force($2::date) WHERE account_id = $1 AND role = 'class_manager')`,
  class: `SELECT ${examColumns}, NULL AS person_id FROM exams x JOIN classes c ON c.id = x.class_id ${examJoins('NULL::uuid')}
    WHERE c.id = $1 AND c.state <> 'draft'`,
};

@Injectable()
export class CalendarFeedsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /** The live feeds the actor made, and that of a class the actor runs. */
  async list(actor: Actor, classId: string | null = null): Promise<CalendarFeedItem[]> {
    const rows = await this.database.read<Omit<CalendarFeedItem, 'address'> & { readonly token: string }>(
      `SELECT f.id, f.kind, f.class_id, c.name AS class_name, f.token, f.created_at, f.read_at
       FROM calendar_feeds f LEFT JOIN classes c ON c.id = f.class_id
       WHERE f.revoked_at IS NULL AND (f.account_id = $1 OR f.class_id = $2)
       ORDER BY array_position(ARRAY['person', 'manager', 'class'], f.kind), f.created_at DESC, f.id`,
      [actor.accountId, classId !== null && mayRunClass(actor, classId) ? classId : null],
    );
    return rows.map(({ token, ...feed }) => ({ ...feed, address: this.addressOf(token) }));
  }

  /** Nobody's when revoked; one's own ends with the account, that of a class is the class's. */
  async live(token: string): Promise<LiveFeed | null> {
    const [feed] = await this.database.read<LiveFeed>(
      `SELECT f.kind, f.account_id, f.person_id, f.class_id, c.name AS class_name, f.read_at, a.locale
       FROM calendar_feeds f JOIN accounts a ON a.id = f.account_id LEFT JOIN classes c ON c.id = f.class_id
       WHERE f.token = $1 AND f.revoked_at IS NULL AND (f.kind = 'class' OR a.disabled_at IS NULL)`,
      [token],
    );
    return feed ?? null;
  }

  /** In time order, with the cancelled ones. */
  async events({ kind, accountId, personId, classId }: LiveFeed): Promise<CalendarEvent[]> {
    const of = { person: personId, manager: accountId, class: classId }[kind];
    const parameters = kind === 'manager' ? [of, this.clock.today()] : [of];
    const [halfDays, exams] = await Promise.all([
      this.database.read<CalendarEvent>(`SELECT * FROM (${halfDaysOf[kind]}) event ORDER BY starts_at, id`, parameters),
      this.database.read<CalendarEvent>(`SELECT * FROM (${examsOf[kind]}) event ORDER BY starts_at, id`, parameters),
    ]);
    return [...halfDays, ...exams].toSorted((one, other) => +one.startsAt - +other.startsAt);
  }

  private addressOf(token: string): string {
    return `${this.settings.publicUrl}/calendars/${token}.ics`;
  }
}
