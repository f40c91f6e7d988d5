import { type Day, showDay } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { linkTo } from '../../platform/pages/links';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { RuleCode } from '../course-rules';
import type { PurposedRule } from '../courses.queries';
import { courseWords } from '../courses.words';
import { ruleSentence } from '../rule-sentences';
import { ruleFormWords, ruleWords } from '../rules.words';

/** Rules of one purpose: what each asks, what it rests on, and since when. */
export function RuleTable({
  caption,
  rules,
  changePath,
}: {
  caption: string;
  rules: readonly PurposedRule[];
  changePath: string | null;
}) {
  const say = useWords(courseWords);
  const form = useWords(ruleFormWords);
  const kinds = useWords(ruleWords);
  const locale = useLocale();
  const effect = {
    label: say.effect,
    cell: ({ severity }: PurposedRule) => (
      <Badge tone={severity === 'block' ? 'danger' : 'warning'} text={say[severity]} />
    ),
  };
  return (
    <Table
      caption={caption}
      hidesCaption
      rows={rules}
      empty={{ title: say.noRules, next: say.noRulesNext }}
      columns={[
        { label: say.rule, isRowName: true, cell: (rule) => ruleSentence(rule)[locale] },
        ...(rules.some((rule) => rule.purpose === 'admission') ? [effect] : []),
        {
          label: say.citation,
          cell: ({ citation, verified }) => (
            <>
              {citation[locale]}{' '}
              <Badge tone={verified ? 'success' : 'warning'} text={verified ? say.verified : say.unverified} />
            </>
          ),
        },
        { label: say.inForce, cell: ({ validFrom, validTo }) => inForce(say, validFrom, validTo) },
        ...(changePath
          ? [
              {
                label: form.change,
                hidesLabel: true,
                cell: ({ rule }: PurposedRule) => (
                  <a href={linkTo(changePath, { rule })}>
                    {form.change}
                    <span class="visually-hidden">: {kinds[rule as RuleCode]}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

const inForce = (say: (typeof courseWords)['vi'], from: Day, to: Day | null) =>
  to ? say.fromTo(showDay(from), showDay(to)) : say.from(showDay(from));
