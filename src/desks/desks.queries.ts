import { endorsedAbove, needsEndorsement, reservesBefore } from '../nominations/turn';
import { Injectable } from '@nestjs/common';
import { callIsOpen, type ClassMoments, type ClassStage, stageAt } from '../classes/training-class.stage';
import type { ClassState } from '../classes/training-class.states';
import type { CourseKind } from '../courses/course.entity';
import type { NominationState } from '../nominations/nomination.states';
import { addDays, Clock, type Day } from '../platform/clock';
import { leaveWaitsFor } from '../enrollments/leave/leave.queries';
import type { Settling } from '../enrollments/scans-waiting.queries';
import type { Actor } from '../platform/access/actor';
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
