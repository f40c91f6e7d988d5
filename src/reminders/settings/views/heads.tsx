import { Card, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField } from '../../../platform/pages/choices';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { ruleNames } from '../../reminders.words';
import { ReasonField } from './settings';
import type { OfficeMember } from '../heads.queries';
import { headWords } from '../heads.words';

export function OfficeHeads({
  members,
  values,
  refusal,
}: {
  members: readonly OfficeMember[];
  values: FormValues;
  refusal: Refusal | null;
}) {
  const say = useWords(headWords);
  const path = '/reminder-rules/review_overdue';
  return (
    <div class="narrow">
      <PageHeader title={say.title} back={{ href: path, label: ruleNames[useLocale()].review_overdue }} />
      <Problem refusal={refusal} />
      {members.every(({ isHead }) => !isHead) && (
        <Notice tone="info">
          <p>{say.noneYet}</p>
        </Notice>
      )}
      <Card>
        <Form action={`${path}/heads`} values={values} errors={refusal?.fields ?? []}>
          <ChoiceField
            name="accountIds"
            label={say.heads}
            isMany
            choices={members.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
          <ReasonField />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
    </div>
  );
}
