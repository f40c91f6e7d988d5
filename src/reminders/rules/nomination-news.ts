import { isHeldBack } from '../../nominations/held-decisions';
import type { Locale } from '../../platform/messages/words';
import { defineReminder, type ReminderDefinition, type ReminderText } from './definition';
import { classIsOver, dayOfMoment, daysLookedBack, secretaryLeft, startOfDay, toPersonAndSecretaries } from './sql';
import { classValues, isOfThemselves, linesByName } from './values';

/** A nomination there is news of. */
export interface NominationFacts {
  readonly name: string;
  readonly reason: string | null;
  /** The place among the unit's reserves, and how many of them come before. */
  readonly rank: number | null;
  readonly ahead: number;
}

interface News {
  /** SQL: where the nominations `n` are found. */
  readonly from?: string;
  /** SQL: when it happened. */
  readonly at: string;
  /** SQL: whether it is still so. */
  readonly isSo: string;
  readonly words: Readonly<Record<Locale, NewsWords>>;
  readonly texts: ReminderDefinition['texts'];
}

interface NewsWords {
  /** To the nominee. */
  you(inClass: string, facts: NominationFacts): string;
  /** To the secretaries, above the list of names, and each line of it. */
  them(inClass: string, unit: string): string;
  each(facts: NominationFacts): string;
  yourTask(): string;
  theirTask(): string;
}

/** What became of a nomination, in this class: whoever changed classes heard of what was before. Told to the nominee, and to the secretaries of the unit in one list. */
export const nominationNews = ({ from = 'nominations n', at, isSo, words, texts }: News): ReminderDefinition =>
  defineReminder<NominationFacts>({
    candidates: toPersonAndSecretaries(`
      SELECT n.person_id, n.class_id, n.unit_id, n.id AS nomination_id, concat_ws(':', n.id, extract(epoch FROM ${at})) AS subject,
             ${dayOfMoment(at)} AS anchor, ${startOfDay('c.closes_on + 1')} AS over_at, ${dayOfMoment(at)} AS since
      FROM ${from} JOIN classes c ON c.id = n.class_id AND class_is_under_way(c.state)
      WHERE ${isSo} AND NOT (n.goes_on_with_id IS NOT NULL AND ${at} <= n.created_at) AND ${at} BETWEEN ${startOfDay(`$1::date - ${daysLookedBack}`)} AND $2
        AND NOT ${isHeldBack('n.id', '$2')}`),
    whyNot: `CASE ${classIsOver} ${secretaryLeft} ELSE 'nomination_changed' END`,
    facts: `jsonb_build_object('name', (SELECT full_name FROM persons WHERE id = n.person_id), 'reason', n.reason, 'rank', n.rank,
      'ahead', (SELECT count(*) FROM nominations o WHERE o.class_id = n.class_id AND o.unit_id = n.unit_id AND o.rank < n.rank))`,
    values: (group, locale) => {
      const [first] = group as readonly [(typeof group)[number]];
      const [say, known] = [words[locale], classValues(first, locale)];
      const of = group.map(({ facts }) => facts);
      const isOwn = isOfThemselves(first);
      return {
        ...known,
        you: isOwn ? say.you(known['class']!, first.facts) : '',
        list: isOwn
          ? ''
          : `${say.them(known['class']!, known['unit']!)}\n${linesByName(of, (facts) => say.each(facts))}`,
        todo: isOwn ? say.yourTask() : say.theirTask(),
      };
    },
    link: (reminder) =>
      isOfThemselves(reminder) ? `/classes/${reminder.classId}` : `/classes/${reminder.classId}/nominations`,
    texts,
  });

/** The body of all such news: what happened is told by `{you}` or `{list}`, whichever concerns the reader. */
export const newsText = (subject: string, toDo: string): ReminderText => ({
  subject,
  body: `{you}\n{list}\n{when}\n{where}\n{map}\n\n${toDo}: {todo}`,
});
