import { Card, PageHeader } from '../../../platform/pages/blocks';
import { CheckField, ChoiceField } from '../../../platform/pages/choices';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { choiceWords } from '../choices.words';
import type { ReminderRule } from '../../rules/rule';
import { ruleNames } from '../../reminders.words';

export function ReminderChoices({
  duties,
  values,
  refusal,
}: {
  duties: readonly ReminderRule[];
  values: FormValues;
  refusal: Refusal | null;
}) {
  const say = useWords(choiceWords);
  return (
    <div class="narrow">
      <PageHeader
        title={say.title}
        back={{ href: '/notices', label: say.back }}
        actions={<LinkButton href="/reminders/why" label={say.why} />}
      />
      <Problem refusal={refusal} />
      <Card>
        <Form action="/me/reminders" values={values} errors={refusal?.fields ?? []}>
          <CheckField name="mail" label={say.mail} />
          <CheckField name="notice" label={say.notice} />
          <ChoiceField
            name="rhythm"
            label={say.rhythm}
            choices={[
              { value: 'daily', label: say.daily, hint: say.dailyHint },
              { value: 'each', label: say.each },
            ]}
          />
          <ChoiceField
            name="locale"
            label={say.locale}
            isInline
            choices={[
              { value: 'vi', label: 'Tiếng Việt' },
              { value: 'en', label: 'English' },
            ]}
          />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
      <Card title={say.dutiesTitle}>
        {duties.length > 0 ? (
          <>
            <p>{say.dutiesWhy}</p>
            <Duties duties={duties} />
          </>
        ) : (
          <p>{say.noDuties}</p>
        )}
      </Card>
    </div>
  );
}

export function Unsubscribe({
  token,
  getsMail,
  duties,
}: {
  token: string;
  getsMail: boolean;
  duties: readonly ReminderRule[];
}) {
  const say = useWords(choiceWords);
  const path = `/unsubscribe/${token}`;
  return (
    <div class="narrow">
      <PageHeader title={getsMail ? say.stopTitle : say.stoppedTitle} />
      <Card>
        <p>{getsMail ? say.stopWhat : say.stoppedWhat}</p>
        {getsMail && duties.length > 0 && (
          <>
            <p>{say.stopKeeps}</p>
            <Duties duties={duties} />
          </>
        )}
        <Form action={getsMail ? path : `${path}/undoing`}>
          <SubmitButton label={getsMail ? say.stop : say.resume} tone={getsMail ? 'primary' : 'plain'} />
        </Form>
      </Card>
    </div>
  );
}

function Duties({ duties }: { duties: readonly ReminderRule[] }) {
  const names = ruleNames[useLocale()];
  return (
    <ul>
      {duties.map((rule) => (
        <li>{names[rule]}</li>
      ))}
    </ul>
  );
}
