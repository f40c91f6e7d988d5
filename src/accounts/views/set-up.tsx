import { Card, PageHeader } from '../../platform/pages/blocks';
import { TextField } from '../../platform/pages/fields';
import { Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { accountWords } from '../accounts.words';
import { setUpWords } from '../first-administrator.words';
import { NewPasswordField } from './new-password-field';

interface Props {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly refusal: Refusal | null;
}

export function SetUp({ typed, refusal }: Props) {
  const say = useWords(setUpWords);
  return (
    <div class="narrow">
      <PageHeader title={say.title} />
      {refusal && <Problem refusal={refusal} />}
      <Card>
        <Form action="/set-up" values={typed} errors={refusal?.fields ?? []}>
          <TextField name="code" label={say.code} hint={say.codeHint} required />
          <TextField name="blocName" label={say.blocName} required />
          <TextField name="blocNameEn" label={say.blocNameEn} hint={say.blocNameEnHint} />
          <TextField name="name" label={say.name} autocomplete="name" required />
          <TextField name="email" label={say.email} type="email" autocomplete="username" required />
          <NewPasswordField />
          <SubmitButton label={say.create} />
        </Form>
      </Card>
    </div>
  );
}

/** There is nothing left to set up here. */
export function IsSetUp() {
  const say = useWords(setUpWords);
  const { signIn } = useWords(accountWords);
  return (
    <div class="narrow">
      <PageHeader title={say.title} />
      <p>{say.isDone}</p>
      <LinkButton href="/sign-in" label={signIn} tone="primary" />
    </div>
  );
}
