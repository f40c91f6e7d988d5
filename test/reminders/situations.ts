import { dayOf, momentAt } from '../../src/platform/clock';
import { RemindersService } from '../../src/reminders/reminders.service';
import type { TestApp } from '../app';
import type { Builders, BuiltClass, BuiltEnrollment, BuiltNomination, BuiltPerson, BuiltUnit } from '../builders';
import type { NominationWords } from '../builders/nominations';

export interface LedgerLine {
  readonly id: string;
  readonly rule: string;
  readonly daysBefore: number;
  readonly dueOn: string;
  readonly state: string;
  readonly stateReason: string | null;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly mailId: string | null;
}

/** What specs of reminders arrange and look up. The call of a sample class closes 17:00 20/01/2026; it opens 07/02/2026. */
export class Situations {
  constructor(
    private readonly app: TestApp,
    private readonly a: Builders,
  ) {}

  goTo(day: string, time = '08:00'): void {
    this.app.clock.moveTo(momentAt(day, time));
  }

  async planAndSend(): Promise<void> {
    await this.app.get(RemindersService).plan();
    await this.app.get(RemindersService).send();
  }

  /** The ledger of one class, in the order of the days. */
  async ledger({ id }: BuiltClass): Promise<LedgerLine[]> {
    return this.app.sql(
      `SELECT id, rule, days_before, due_on, outcome AS state, outcome_reason AS state_reason, account_id, person_id, mail_id FROM reminder_lines
       WHERE class_id = $1 ORDER BY due_on, rule, id`,
      id,
    );
  }

  /** Every message about one class, whether the ledger knows of it or not. */
  async messages(inClass: BuiltClass): Promise<{ id: string; to: string; subject: string; body: string }[]> {
    return this.app.sql(
      `SELECT m.id, m.to_address AS "to", m.subject, m.body
       FROM classes c JOIN mail_messages m ON strpos(m.subject || m.body, '(' || c.code || ')') > 0 WHERE c.id = $1 ORDER BY m.to_address, m.written_at`,
      inClass.id,
    );
  }

  async enroll(
    person: BuiltPerson,
    inClass: BuiltClass,
    onDay = dayOf(this.app.clock.now()),
  ): Promise<BuiltEnrollment> {
    return this.a.enrollment({ in: inClass, person, since: momentAt(onDay, '07:00') });
  }

  /** A nomination that was sent with a letter, unless told otherwise. */
  async nominate(person: BuiltPerson, inClass: BuiltClass, given: NominationWords = {}): Promise<BuiltNomination> {
    return this.a.nomination({ in: inClass, person, ...given });
  }

  /** A nomination of somebody of the unit that holds one of the unit's seats. */
  async seatSomebodyOf(unit: BuiltUnit, inClass: BuiltClass): Promise<void> {
    const [free] = await this.app.sql<{ number: number }>(
      'SELECT min(number) AS number FROM seats WHERE class_id = $1 AND unit_id = $2 AND nomination_id IS NULL',
      inClass.id,
      unit.id,
    );
    await this.a.nomination({ in: inClass, of: unit, seat: free!.number });
  }
}
