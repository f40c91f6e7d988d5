import { locales } from '../../platform/messages/words';
import { reminderDefinitions } from '../rules/definitions';
import { placeholdersOf, wrongPlaceholders } from './placeholders';
import { placeholderMeanings } from './placeholders.words';
import { reminderRules } from '../rules/rule';

describe.each(reminderRules)('the placeholders of %s', (rule) => {
  it('are all explained, and our own words use them as the office must', () => {
    expect(placeholdersOf(rule).filter(({ name }) => !(name in placeholderMeanings))).toEqual([]);
    const wrong = locales.flatMap((locale) => wrongPlaceholders(rule, locale, reminderDefinitions[rule].texts[locale]));
    expect(wrong).toEqual([]);
  });
});
