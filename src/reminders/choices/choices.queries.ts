import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import type { Locale } from '../../platform/messages/words';
import { type ReminderRule, reminderRules } from '../rules/rule';

/** How somebody wants to be told. */
export interface ReminderChoice {
  readonly mail: boolean;
  readonly notice: boolean;
  /** One mail a day, not each reminder by itself. */
  readonly digest: boolean;
}

export interface MyChoice extends ReminderChoice {
  /** The language of mail. */
  readonly locale: Locale;
  /** What is told whatever is chosen. */
  readonly duties: readonly ReminderRule[];
}

/** Until somebody chooses. */
const usual: ReminderChoice = { mail: true, notice: true, digest: true };

/** Whose choices an actor makes: the person's, or those of an account that is no person. */
export const chooserOf = ({ personId, accountId }: Actor): string => personId ?? accountId!;

@Injectable()
export class ReminderChoicesQueries {
  constructor(private readonly database: Database) {}

  async choice(chooser: string): Promise<ReminderChoice> {
    const [row] = await this.database.read<ReminderChoice>(
      `SELECT mail, notice, digest FROM reminder_choices WHERE chooser = $1`,
      [chooser],
    );
    return row ?? usual;
  }

  async mine(actor: Actor): Promise<MyChoice> {
    const [choice, duties] = await Promise.all([this.choice(chooserOf(actor)), this.duties()]);
    const { mail, notice, digest } = choice;
    return { mail, notice, digest, locale: actor.locale, duties };
  }

  /** The rules nobody can switch off for themselves. */
  async duties(): Promise<ReminderRule[]> {
    const rows = await this.database.read<{ code: ReminderRule }>(
      `SELECT code FROM reminder_rules WHERE duty AND enabled`,
    );
    return reminderRules.filter((rule) => rows.some(({ code }) => code === rule));
  }
}
