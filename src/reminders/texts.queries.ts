import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database';
import { type Locale, locales } from '../platform/messages/words';
import { foldName } from '../platform/names';
import type { ReminderText } from './rules/definition';
import { reminderDefinitions } from './rules/definitions';
import type { ReminderTexts } from './mail';
import { type ReminderRule, reminderRules } from './rules/rule';

@Injectable()
export class ReminderTextsQueries {
  constructor(private readonly database: Database) {}

  /** The words of every rule: the office's own where it wrote some, else ours. */
  async inForce(tx?: Tx): Promise<ReminderTexts> {
    const sql = `SELECT rule, locale, subject, body FROM reminder_texts`;
    type Row = ReminderText & { readonly rule: ReminderRule; readonly locale: Locale };
    const own = tx ? await tx.rows<Row>(sql) : await this.database.read<Row>(sql);
    const textOf = (rule: ReminderRule, locale: Locale): ReminderText =>
      own.find((row) => row.rule === rule && row.locale === locale) ?? reminderDefinitions[rule].texts[locale];
    return Object.fromEntries(
      reminderRules.map((rule) => [rule, Object.fromEntries(locales.map((locale) => [locale, textOf(rule, locale)]))]),
    ) as ReminderTexts;
  }

  /** The rules some of whose words are the office's own. */
  async changed(): Promise<ReminderRule[]> {
    const rows = await this.database.read<{ rule: ReminderRule }>(`SELECT DISTINCT rule FROM reminder_texts`);
    return rows.map(({ rule }) => rule);
  }

  /** Full names of people that stand in a text, written with marks or without. */
  async namesIn(text: string): Promise<string[]> {
    const rows = await this.database.read<{ name: string }>(
      `SELECT DISTINCT full_name AS name FROM persons
       WHERE folded_name LIKE '% %' AND strpos($1, ' ' || folded_name || ' ') > 0 ORDER BY name LIMIT 3`,
      [` ${foldName(text).replace(/[^a-z0-9]+/g, ' ')} `],
    );
    return rows.map(({ name }) => name);
  }
}
