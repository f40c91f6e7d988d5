import { endorsedAbove, needsEndorsement, reservesBefore } from '../nominations/turn';
import { Injectable } from '@nestjs/common';
import type { DayPart } from '../classes/day-parts';
import { callIsOpen, type ClassMoments, type ClassStage, stageAt } from '../classes/training-class.stage';
import type { ClassState } from '../classes/training-class.states';
import type { CourseKind } from '../courses/course.entity';
import type { NominationState } from '../nominations/nomination.states';
import { addDays, Clock, type Day } from '../platform/clock';
import { type LeaveAt, leaveAt } from '../enrollments/attendance.queries';
import { leaveWaitsFor } from '../enrollments/leave/leave.queries';
import type { Settling } from '../enrollments/scans-waiting.queries';
import type { Actor } from '../platform/access/actor';
import { type Attended, attendedOf } from '../enrollments/attended';
import { Database } from '../platform/database/database';
import type { Bilingual } from '../platform/messages/words';

/** A class announced or confirmed, and what happens in it. */
export interface ClassUnderWay {
  readonly id: string;
  readonly name: string;
  readonly courseKind: CourseKind;
  readonly state: ClassState;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly callOpensAt: Date | null;
  readonly callClosesAt: Date | null;
  /** The state those stand in that wait for the office; null where there are several, or none wait. */
  readonly waitingState: NominationState | null;
  readonly capacity: number;
  readonly held: number;
  /** Nominations that hold a seat and wait for the office's decision. */
  readonly waiting: number;
  readonly enrolled: number;
  readonly stage: ClassStage;
}

/** The numbers of the office's desk. */
export interface AtAGlance {
  readonly openCalls: number;
  readonly running: number;
  /** Nominations that hold a seat and wait for the office's decision, one's own left out. */
  readonly waiting: number;
  readonly classes: number;
  /** Requests for leave nobody but the office may decide on, one's own left out. */
  readonly leave: number;
  /** Of the last weeks: what could not be sent, or came too late to be; not what was before somebody came. */
  readonly troubles: ReminderTroubles;
}

export interface WaitingNomination {
  readonly id: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly classId: string;
  readonly className: string;
  readonly since: Date;
}

/** A half-day with where it is and how far its attendance is taken. */
export interface DeskHalfDay {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The groups it is for; null when it is for the whole class. */
  readonly groupNumbers: readonly number[] | null;
  readonly roomName: string | null;
  readonly address: string | null;
  /** Names of the managers of its class; null when it has none. */
  readonly managers: string | null;
  readonly people: number;
  readonly unmarked: number;
}

/** Whose half-days are asked for: of these classes whole, and of others those of a group. */
export interface HalfDaysManaged {
  readonly classIds: readonly string[];
  readonly groups?: readonly { readonly classId: string; readonly groupNumber: number }[];
}

/** Where and when a learner goes next. */
export type OwnHalfDay = Omit<DeskHalfDay, 'managers' | 'people' | 'unmarked'>;

export interface NextHalfDay extends OwnHalfDay {
  readonly leave: LeaveAt | null;
}

/** The nominations of a class that wait for the Group's word. */
export interface AwaitedEndorsement {
  readonly classId: string;
  readonly className: string;
  readonly opensOn: Day;
  readonly callClosesAt: Date | null;
  readonly people: number;
  /** Unit codes with their counts: `LIX: 3, PAC: 1`. */
  readonly byUnit: string;
  readonly since: Date;
}

/** An open call as one unit sees it. */
export interface OpenCall {
  readonly classId: string;
  readonly className: string;
  readonly courseKind: CourseKind;
  readonly opensOn: Day;
  readonly closesAt: Date;
  readonly unitId: string;
  readonly unitName: string;
  /** Seats allocated to the unit, those of them free, and the people of the unit on any seat of the class. */
  readonly seats: number;
  readonly free: number;
  readonly held: number;
  readonly reserves: number;
  /** Free seats of the common pool, where the class lets units take them. */
  readonly pool: number;
  readonly saidNone: boolean;
}

/** A live nomination of a class that is not over yet. */
export interface FollowedNomination {
  readonly id: string;
  readonly state: NominationState;
  readonly rank: number | null;
  readonly reservesBefore: number | null;
  readonly seat: number | null;
  readonly needsEndorsement: boolean;
  readonly reason: string | null;
  readonly correctBy: Day | null;
  readonly placeGivenUpAt: Date | null;
  readonly passedOverAt: Date | null;
  readonly passedOverBecause: Bilingual | null;
  readonly personId: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly classId: string;
  readonly className: string;
  readonly classState: ClassState;
  readonly opensOn: Day;
}

export type ReminderTroubles = Readonly<Record<'failed' | 'returned' | 'missed', number>>;

const halfDay = `SELECT h.id, c.id AS class_id, c.name AS class_name, h.day, h.part, lower(h.during) AS starts_at, upper(h.during) AS ends_at, h.group_numbers`;

/** Further back a trouble is history, and no longer work for today. */
export const troubleDays = 30;

/** Of lines that are few, found off an index of theirs and not among all of those weeks. */
const troubleLines = (those: string) =>
  `SELECT outcome, outcome_reason FROM reminder_lines WHERE due_on >= $2 AND ${those}`;

/** More rows than this nobody reads on a desk; the lists of the classes have them all. */
export const followedAtMost = 200;
const underWayAtMost = 50;

export interface LeaveOfClasses {
  readonly toDecide: number;
  readonly reopened: number;
}

/** A request for leave to be asked again, because its half-day moved. */
export interface LeaveReopened {
  readonly id: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly className: string;
}

/** A class the person is learning in, and how it went so far. */
export interface OwnLearning extends Attended {
  readonly enrollmentId: string;
  readonly className: string;
}

export interface OwedEssay {
  readonly enrollmentId: string;
  readonly className: string;
  readonly dueAt: Date;
  readonly isSentBack: boolean;
}

/** What the first pages show, each read in one statement however many classes and units there are. */
@Injectable()
export class DesksQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of all classes under way, and of what happened to reminders in the last weeks. */
  async atAGlance(actor: Settling['actor']): Promise<AtAGlance> {
    const now = this.clock.now();
    const parameters: unknown[] = [actor.personId, addDays(this.clock.today(), -troubleDays)];
    const leaveWaits = leaveWaitsFor({ as: 'office', actor, now }, (value) => `$${parameters.push(value)}`);
    const [classes, [row]] = await Promise.all([
      this.database.read<ClassMoments>(
        `SELECT state, opens_on, closes_on, call_opens_at, call_closes_at FROM classes WHERE class_is_under_way(state)`,
      ),
      this.database.read<Omit<AtAGlance, 'troubles' | 'openCalls' | 'running' | 'classes'> & ReminderTroubles>(
        `SELECT (SELECT count(*) FROM reviews_waiting WHERE turn = 'office')
                  - (SELECT count(*) FROM nominations_in_review WHERE turn = 'office' AND person_id = $1) AS waiting,
                (SELECT count(*) FROM leave_requests q JOIN enrollments e ON e.id = q.enrollment_id JOIN classes c ON c.id = e.class_id
                 WHERE q.state = 'asked' AND ${leaveWaits}) AS leave,
                t.*
         FROM (SELECT count(*) FILTER (WHERE outcome = 'failed') AS failed, count(*) FILTER (WHERE outcome = 'returned') AS returned,
                 count(*) FILTER (WHERE outcome_reason = 'too_late') AS missed
               FROM (${troubleLines(`state = 'missed'`)} UNION ALL ${troubleLines(`state = 'written' AND mail_id IN (SELECT id FROM mail_messages WHERE dead_at IS NOT NULL OR returned_at IS NOT NULL)`)}) r) t`,
        parameters,
      ),
    ]);
    const inStage = (wanted: ClassStage) => classes.filter((moments) => stageAt(moments, now) === wanted).length;
    const { waiting, leave, ...troubles } = row!;
    const stages = { openCalls: inStage('call_open'), running: inStage('running'), classes: classes.length };
    return { ...stages, waiting, leave, troubles };
  }

  /** Announced and confirmed classes, the next to open first, {@link underWayAtMost} of them; only these when `classIds` is given. */
  async classesUnderWay(classIds: readonly string[] | null = null): Promise<ClassUnderWay[]> {
    const rows = await this.database.read<Omit<ClassUnderWay, 'stage'>>(
      `SELECT c.id, c.name, k.kind AS course_kind, c.state, c.opens_on, c.closes_on, c.call_opens_at,
              c.call_closes_at, c.capacity,
              (SELECT count(nomination_id) FROM seats WHERE class_id = c.id) AS held,
              w.waiting, w.state AS waiting_state,
              (SELECT count(*) FROM enrollments e WHERE e.class_id = c.id AND e.ended_at IS NULL) AS enrolled
       FROM (SELECT * FROM classes WHERE class_is_under_way(state) AND ($1::uuid[] IS NULL OR id = ANY ($1))
         ORDER BY opens_on, id LIMIT ${underWayAtMost}) c JOIN courses k ON k.id = c.course_id
       CROSS JOIN LATERAL (SELECT count(*) AS waiting, CASE WHEN min(n.state) = max(n.state) THEN min(n.state) END AS state
         FROM nominations_in_review r JOIN nominations n ON n.id = r.id WHERE r.class_id = c.id AND r.turn = 'office') w
       ORDER BY c.opens_on, c.id`,
      [classIds],
    );
    const now = this.clock.now();
    return rows.map((row) => ({ ...row, stage: stageAt(row, now) }));
  }

  /** The nominations that have waited longest for the office, those whose Group has nobody else to speak among them. */
  async waitingLongest(limit = 10): Promise<WaitingNomination[]> {
    return this.database.read(
      `SELECT n.id, p.full_name, unit_name_on(n.unit_id, $1) AS unit_name, c.id AS class_id, c.name AS class_name, n.since
       FROM (SELECT * FROM reviews_waiting n WHERE n.turn = 'office' OR ${endorsedAbove('$1')} ORDER BY n.since, n.id LIMIT $2) n
       JOIN classes c ON c.id = n.class_id JOIN persons p ON p.id = n.person_id ORDER BY n.since, n.id`,
      [this.clock.today(), limit],
    );
  }

  async halfDaysToday(of: HalfDaysManaged | null = null): Promise<DeskHalfDay[]> {
    return this.halfDays(`h.day = $1`, of);
  }

  /** Held today in rooms or at sites of these units, whose secretary may take attendance there. */
  async hostedToday(unitIds: readonly string[]): Promise<DeskHalfDay[]> {
    const isHosted = `CASE WHEN EXISTS (SELECT FROM sites s WHERE s.class_id = h.class_id)
      THEN EXISTS (SELECT FROM sites s JOIN obliged_units o ON o.site_id = s.id WHERE s.class_id = h.class_id AND s.host_unit_id = ANY ($5::uuid[]))
      ELSE r.host_unit_id = ANY ($5::uuid[]) END`;
    return this.halfDays(`h.day = $1 AND ${isHosted}`, null, undefined, [unitIds]);
  }

  async nextHalfDays(of: HalfDaysManaged, limit = 3): Promise<DeskHalfDay[]> {
    return this.halfDays(`h.day > $1`, of, limit);
  }

  /** Half-days gone by on which somebody is still unmarked, the oldest first. */
  async unmarkedHalfDays(of: HalfDaysManaged): Promise<DeskHalfDay[]> {
    return this.halfDays(`h.day < $1 AND l.unmarked > 0`, of);
  }

  /** Per class what these units sent and the Group has not spoken on, but for its only officer's own, of whom the Bloc's office speaks; the class that opens first before the others. */
  async awaitingEndorsement(unitIds: readonly string[]): Promise<AwaitedEndorsement[]> {
    return this.database.read(
      `SELECT c.id AS class_id, c.name AS class_name, c.opens_on, c.call_closes_at, sum(w.people)::int AS people,
              string_agg(u.code || ': ' || w.people, ', ' ORDER BY u.code) AS by_unit, min(w.since) AS since
       FROM (SELECT class_id, unit_id, count(*) AS people, min(since) AS since FROM reviews_waiting n
             WHERE turn = 'group' AND unit_id = ANY ($1::uuid[]) AND NOT ${endorsedAbove('$2')} GROUP BY class_id, unit_id) w
       JOIN classes c ON c.id = w.class_id JOIN units u ON u.id = w.unit_id
       GROUP BY c.id ORDER BY c.opens_on, c.id`,
      [unitIds, this.clock.today()],
    );
  }

  /** The calls open now, once for each of these units; a study session only for the units it calls. */
  async openCalls(unitIds: readonly string[]): Promise<OpenCall[]> {
    return this.database.read(
      `SELECT c.id AS class_id, c.name AS class_name, k.kind AS course_kind, c.opens_on, c.call_closes_at AS closes_at,
              u.id AS unit_id, unit_name_on(u.id, $2) AS unit_name, s.seats, s.free, n.held, n.reserves, CASE WHEN c.pool_open THEN s.pool ELSE 0 END AS pool,
              EXISTS (SELECT 1 FROM standing_unit_answers a WHERE a.class_id = c.id AND a.unit_id = u.id) AS said_none
       FROM classes c JOIN courses k ON k.id = c.course_id CROSS JOIN units u
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE unit_id = u.id) AS seats, count(*) FILTER (WHERE unit_id = u.id AND nomination_id IS NULL) AS free,
                count(*) FILTER (WHERE unit_id IS NULL AND nomination_id IS NULL) AS pool
         FROM seats WHERE class_id = c.id) s
       CROSS JOIN LATERAL (SELECT count(n.rank) AS reserves, count(s.nomination_id) AS held
         FROM nominations n LEFT JOIN seats s ON s.nomination_id = n.id WHERE n.class_id = c.id AND n.unit_id = u.id) n
       WHERE u.id = ANY ($1::uuid[]) AND ${callIsOpen('$3')}
         AND (k.kind <> 'study_session' OR EXISTS (SELECT 1 FROM obliged_units o WHERE o.class_id = c.id AND o.unit_id = u.id))
       ORDER BY c.call_closes_at, c.id, u.code`,
      [unitIds, this.clock.today(), this.clock.now()],
    );
  }

  async hasRoster(unitIds: readonly string[]): Promise<boolean> {
    const [known] = await this.database.read<unknown>('SELECT FROM persons WHERE unit_id = ANY ($1::uuid[]) LIMIT 1', [
      unitIds,
    ]);
    return known !== undefined;
  }

  async followedOfUnits(unitIds: readonly string[]): Promise<FollowedNomination[]> {
    return this.followed(`n.unit_id = ANY ($2::uuid[])`, unitIds);
  }

  /** A draft is the unit's own business until it is sent. */
  async followedOfPerson(personId: string): Promise<FollowedNomination[]> {
    return this.followed(`n.person_id = $2 AND n.state <> 'draft'`, personId);
  }

  /** The next half-days of a learner; for a study session the site of their unit. */
  async nextOfPerson(personId: string, limit = 5): Promise<NextHalfDay[]> {
    return this.database.read(
      `${halfDay}, coalesce(t.name, r.name) AS room_name, coalesce(t.address, r.address) AS address, ${leaveAt} AS leave
       FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN classes c ON c.id = h.class_id JOIN enrollments e ON e.id = l.enrollment_id
       LEFT JOIN rooms r ON r.id = h.held_room_id
       LEFT JOIN obliged_units o ON o.class_id = c.id AND o.unit_id = e.unit_id LEFT JOIN sites t ON t.id = o.site_id
       WHERE l.person_id = $1 AND l.live AND h.cancelled_at IS NULL AND c.state <> 'cancelled' AND upper(h.during) > $2 ORDER BY h.during LIMIT $3`,
      [personId, this.clock.now(), limit],
    );
  }

  /** The classes under way the person is on the roster of, the one that opened first before the others. */
  async learning(personId: string): Promise<OwnLearning[]> {
    return this.database.read(
      `SELECT e.id AS enrollment_id, c.name AS class_name, a.*
       FROM enrollments e JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state)
       CROSS JOIN LATERAL (${attendedOf('e', '$2::timestamptz')}) a
       WHERE e.person_id = $1 AND e.ended_at IS NULL ORDER BY c.opens_on, e.id`,
      [personId, this.clock.now()],
    );
  }

  /** Essays the person still owes: of a term that was set, not handed in or sent back, the most pressing first. */
  async owedEssays(personId: string): Promise<OwedEssay[]> {
    return this.database.read(
      `SELECT e.id AS enrollment_id, c.name AS class_name, coalesce(s.due_again_at, t.due_at) AS due_at, s.decision IS NOT NULL AS is_sent_back
       FROM enrollments e JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state)
       JOIN essay_terms t ON t.class_id = c.id LEFT JOIN essays s ON s.enrollment_id = e.id
       WHERE e.person_id = $1 AND e.ended_at IS NULL AND (s.enrollment_id IS NULL OR s.decision = 'sent_back')
       ORDER BY due_at, e.id`,
      [personId],
    );
  }

  /** Requests for leave of the classes somebody runs: nobody has decided on, and of half-days to come that moved since; not one's own. */
  async leaveOfClasses(actor: Actor): Promise<LeaveOfClasses> {
    const parameters: unknown[] = [];
    const settling = { as: 'classes', actor, now: this.clock.now() } as const;
    const [row] = await this.database.read<LeaveOfClasses>(
      `SELECT count(*) FILTER (WHERE q.state = 'asked') AS to_decide, count(*) FILTER (WHERE q.state = 'reopened') AS reopened
       FROM leave_requests q JOIN enrollments e ON e.id = q.enrollment_id JOIN classes c ON c.id = e.class_id
       WHERE ${leaveWaitsFor(settling, (value) => `$${parameters.push(value)}`)}`,
      parameters,
    );
    return row!;
  }

  /** Leave of the person that was for a half-day's old time, while the new one is to come. */
  async leaveReopened(personId: string): Promise<LeaveReopened[]> {
    return this.database.read(
      `SELECT q.id, h.day, h.part, c.name AS class_name
       FROM leave_requests q JOIN enrollments e ON e.id = q.enrollment_id AND e.ended_at IS NULL
       JOIN leave_request_half_days d ON d.leave_request_id = q.id JOIN half_days h ON h.id = d.half_day_id AND h.cancelled_at IS NULL
       JOIN classes c ON c.id = h.class_id AND class_is_under_way(c.state)
       WHERE e.person_id = $1 AND q.state = 'reopened' AND upper(h.during) > $2 ORDER BY h.during, q.id`,
      [personId, this.clock.now()],
    );
  }

  private async halfDays(
    when: string,
    of: HalfDaysManaged | null,
    limit = 50,
    more: readonly unknown[] = [],
  ): Promise<DeskHalfDay[]> {
    const whole = `($2::uuid[] IS NULL OR c.id = ANY ($2))`;
    const groups = `jsonb_to_recordset($4::jsonb) AS m ("classId" uuid, "groupNumber" int) WHERE m."classId" = c.id`;
    return this.database.read(
      `${halfDay}, r.name AS room_name, r.address, g.managers, l.people, l.unmarked
       FROM half_days h JOIN classes c ON c.id = h.class_id LEFT JOIN rooms r ON r.id = h.held_room_id
       CROSS JOIN LATERAL (SELECT string_agg(DISTINCT a.name, ', ' ORDER BY a.name) AS managers FROM grants_in_force($1::date) g JOIN accounts a ON a.id = g.account_id
                           WHERE g.class_id = c.id AND g.role = 'class_manager' AND g.group_number IS NULL) g
       CROSS JOIN LATERAL (SELECT count(*) AS people, count(*) FILTER (WHERE mark = 'unmarked') AS unmarked
                           FROM attendance_lines a WHERE a.half_day_id = h.id AND a.live AND a.counted AND (${whole}
                             OR EXISTS (SELECT FROM enrollments e, ${groups} AND e.id = a.enrollment_id AND e.class_id = c.id AND e.group_number = m."groupNumber"))) l
       WHERE h.cancelled_at IS NULL AND class_is_under_way(c.state) AND ${when}
         AND (${whole} OR EXISTS (SELECT FROM ${groups} AND is_for_group(h.group_numbers, m."groupNumber")))
       ORDER BY h.during, h.id LIMIT $3`,
      [this.clock.today(), of?.classIds ?? null, limit, JSON.stringify(of?.groups ?? []), ...more],
    );
  }

  /** What the unit must act on first, then by class and name. */
  private async followed(whose: string, of: string | readonly string[]): Promise<FollowedNomination[]> {
    return this.database.read(
      `SELECT n.id, n.state, n.rank, s.number AS seat, ${needsEndorsement} AS needs_endorsement, n.reason, n.correct_by,
              n.place_given_up_at, n.passed_over_at, n.passed_over_because, ${reservesBefore} AS reserves_before,
              n.person_id, p.full_name, unit_name_on(n.unit_id, $1) AS unit_name,
              c.id AS class_id, c.name AS class_name, c.state AS class_state, c.opens_on
       FROM nominations n JOIN classes c ON c.id = n.class_id JOIN courses k ON k.id = c.course_id JOIN persons p ON p.id = n.person_id
       LEFT JOIN seats s ON s.nomination_id = n.id
       WHERE n.ended_at IS NULL AND class_is_under_way(c.state) AND ${whose}
       ORDER BY n.state <> 'returned', n.state <> 'draft', c.opens_on, c.id, p.sort_name, n.id LIMIT ${followedAtMost}`,
      [this.clock.today(), of],
    );
  }
}
