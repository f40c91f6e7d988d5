import type { PersonItem } from '../../../people/people.queries';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, choicesOf, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { CurrentForm } from '../../../platform/pages/form-scope';
import { LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { WhyPageQuery } from '../answers.requests';
import type { Answered } from '../answers.service';
import { whyWords } from '../answers.words';
import { reminderRules } from '../../rules/rule';
import { ruleNames } from '../../reminders.words';

/** A question as an address, so that the answer can be sent to somebody; it changes nothing. */
export function Why({
  query,
  classes,
  matches,
  answer,
  refusal,
  asksForOthers,
}: {
  query: WhyPageQuery;
  classes: readonly Choice[];
  /** People of whom one is to be chosen first. */
  matches: readonly PersonItem[];
  answer: Answered | null;
  refusal: Refusal | null;
  asksForOthers: boolean;
}) {
  const locale = useLocale();
  const say = useWords(whyWords);
  return (
    <div class="narrow">
      <PageHeader title={say.title} back={{ href: '/reminders', label: say.back }} />
      <Problem refusal={refusal} />
      {answer && <TheAnswer answer={answer} />}
      {matches.length > 0 && <Matches query={query} matches={matches} />}
      <Card>
        <form method="get" action="/reminders/why" class="form" noValidate>
          <CurrentForm.Provider
            value={{ id: 'form', values: { ...query, name: query.name ?? '' }, errors: refusal?.fields ?? [] }}
          >
            <SelectField name="rule" label={say.rule} required choices={choicesOf(reminderRules, ruleNames[locale])} />
            <SelectField name="classId" label={say.trainingClass} blank={say.anyClass} choices={classes} />
            {asksForOthers && <TextField name="name" label={say.name} hint={say.nameHint} />}
            <SubmitButton label={say.ask} />
          </CurrentForm.Provider>
        </form>
      </Card>
    </div>
  );
}

function TheAnswer({ answer: { about, sentence, line } }: { answer: Answered }) {
  const say = useWords(whyWords);
  return (
    <Card title={say.answer(about)}>
      <p role="status">{sentence[useLocale()]}</p>
      {line && <LinkButton href={`/reminders/${line.id}`} label={say.line} />}
    </Card>
  );
}

function Matches({ query: { rule, classId }, matches }: { query: WhyPageQuery; matches: readonly PersonItem[] }) {
  const say = useWords(whyWords);
  return (
    <Card title={say.choose}>
      <Table
        caption={say.choose}
        hidesCaption
        rows={matches}
        empty={{ title: '' }}
        columns={[
          {
            label: say.person,
            isRowName: true,
            cell: ({ id, fullName, code }) => (
              <a href={linkTo('/reminders/why', { rule, classId, personId: id })}>
                {fullName} ({code})
              </a>
            ),
          },
          { label: say.unit, cell: ({ unitName }) => unitName },
        ]}
      />
    </Card>
  );
}
