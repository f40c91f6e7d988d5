import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { type Locale, locales } from '../../platform/messages/words';
import { InvalidInput, NotAllowed } from '../../platform/problems/refusals';
import { ReminderAnswersQueries } from '../answers/answers.queries';
import { reminderDefinitions } from '../rules/definitions';
import { sampleValues, wrongPlaceholders } from './placeholders';
import type { ReminderRule } from '../rules/rule';
import { fillIn } from '../text';
import { ReminderTextsQueries } from '../texts.queries';
import type { TextsOfRule } from './texts.requests';
import { mayManageReminders } from '../reminders.policy';
import { textActions } from './texts.words';

export interface Preview {
  readonly texts: TextsOfRule;
  /** Whether the facts are those of the class asked for; invented ones otherwise, or when nobody there would be told. */
  readonly isReal: boolean;
}

/** The office's own words in place of ours. Words that equal ours are ours. */
@Injectable()
export class ReminderTextsService {
  constructor(
    private readonly database: Database,
    private readonly texts: ReminderTextsQueries,
    private readonly answers: ReminderAnswersQueries,
    private readonly classes: ClassesQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws NotAllowed | InvalidInput for placeholders that do not exist, or personal data in a subject */
  async change(actor: Actor, rule: ReminderRule, texts: TextsOfRule): Promise<void> {
    if (!mayManageReminders(actor)) throw new NotAllowed();
    await this.assertUsable(rule, texts);
    await this.database.inTransaction(async (tx) => {
      for (const locale of locales) await this.keep(tx, actor, rule, locale, texts);
      await this.note(tx, actor, rule, textActions.text_changed);
    });
  }

  /** Restore the default text, in both languages. @throws NotAllowed */
  async restore(actor: Actor, rule: ReminderRule): Promise<void> {
    if (!mayManageReminders(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      await tx.execute(`DELETE FROM reminder_texts WHERE rule = $1`, [rule]);
      await this.note(tx, actor, rule, textActions.text_restored);
    });
  }

  /** What the words become. @throws InvalidInput | NotFound for a class the actor may not see */
  async preview(actor: Actor, rule: ReminderRule, texts: TextsOfRule, classId: string | null): Promise<Preview> {
    await this.assertUsable(rule, texts);
    const example = classId ? await this.exampleIn(actor, rule, classId) : null;
    const valuesIn = (locale: Locale) =>
      example ? reminderDefinitions[rule].values([example], locale, this.clock.today()) : sampleValues(rule, locale);
    const inBoth = { vi: fillIn(texts.vi, valuesIn('vi')), en: fillIn(texts.en, valuesIn('en')) };
    return { texts: inBoth, isReal: example !== null };
  }

  private async exampleIn(actor: Actor, rule: ReminderRule, classId: string) {
    await this.classes.seen(actor, classId);
    return this.answers.exampleIn(rule, classId);
  }

  private async assertUsable(rule: ReminderRule, texts: TextsOfRule): Promise<void> {
    const wrong = locales.flatMap((locale) => wrongPlaceholders(rule, locale, texts[locale]));
    for (const locale of locales) {
      const names = await this.texts.namesIn(texts[locale].subject);
      if (names.length > 0) wrong.push(nameInSubject(locale === 'vi' ? 'subjectVi' : 'subjectEn', names.join(', ')));
    }
    if (wrong.length > 0) throw new InvalidInput(wrong);
  }

  private async keep(tx: Tx, actor: Actor, rule: ReminderRule, locale: Locale, texts: TextsOfRule): Promise<void> {
    const { subject, body } = texts[locale];
    const ours = reminderDefinitions[rule].texts[locale];
    if (subject === ours.subject && body === ours.body) {
      await tx.execute(`DELETE FROM reminder_texts WHERE rule = $1 AND locale = $2`, [rule, locale]);
      return;
    }
    await tx.execute(
      `INSERT INTO reminder_texts (rule, locale, subject, body, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (rule, locale) DO UPDATE SET subject = excluded.subject, body = excluded.body,
         changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [rule, locale, subject, body, this.clock.now(), actor.accountId],
    );
  }

  private async note(tx: Tx, actor: Actor, rule: ReminderRule, action: Action): Promise<void> {
    const { id } = await tx.row<{ id: string }>(`SELECT id FROM reminder_rules WHERE code = $1`, [rule]);
    await this.journal.write(tx, actor, { action, subject: { type: 'reminder_rule', id }, facts: { rule } });
  }
}

const nameInSubject = (field: string, name: string) => ({
  field,
  code: 'personal_data_in_subject',
  message: {
    vi: `Tiêu đề có tên người (${name}). Tiêu đề ai cũng có thể thấy, nên hãy bỏ tên đi hoặc chuyển vào nội dung.`,
    en: `The subject names a person (${name}). Anybody may see a subject, so leave the name out or move it into the body.`,
  },
});
