import { signInFields } from '../access/sign-in-again';
import type { Refusal } from '../problems/refusal';
import type { CarriedForm } from './carried-form';
import { CurrentForm } from './form-scope';
import { PasswordField, TextField } from './fields';
import { SubmitButton } from './forms';
import { Notice, Problem } from './notices';
import { useAddressed, useLocale, usePage, useWords } from './page-context';
import { pageWords } from './words';

export const signInPlace = 'sign-in-again';

interface Props {
  readonly form: CarriedForm;
  /** Why it was not sent on; null while nobody tried. */
  readonly refusal: Pick<Refusal, 'sentence' | 'fields'> | null;
}

/** In place of the answer to a form whose session had ended: signing in sends the form on as it was filled in. */
export function SignInToSend({ form, refusal }: Props) {
  const text = useWords(pageWords);
  const Heading = form.part ? 'h2' : 'h1';
  return (
    <div class="narrow">
      <Heading>{text.sessionEnded}</Heading>
      <Problem refusal={refusal} formId={signInPlace} />
      {!refusal && (
        <Notice tone="warning" role="alert" isFocused>
          <p>{form.fields ? text.nothingLost : text.tooMuchToKeep}</p>
        </Notice>
      )}
      <Carried form={form}>
        <TextField name={signInFields.email} label={text.email} type="email" autocomplete="username" required />
        <PasswordField name={signInFields.password} label={text.password} autocomplete="current-password" required />
        {refusal?.fields.some(({ field }) => field === 'code') && (
          <TextField name={signInFields.code} label={text.code} autocomplete="one-time-code" required />
        )}
        {form.hasFile && <p>{text.fileIsLost}</p>}
        <SubmitButton label={form.fields ? text.signInAndSend : text.signIn} />
      </Carried>
      <ByProvider then={text.thenSend} />
    </div>
  );
}

/** Somebody is signed in, and perhaps not who filled in the form. */
export function SendAsAnother({ form, refusal }: { form: CarriedForm; refusal: Refusal }) {
  const text = useWords(pageWords);
  const locale = useLocale();
  const spoken = useAddressed();
  const Heading = form.part ? 'h2' : 'h1';
  return (
    <div class="narrow">
      <Heading>{text.notDone}</Heading>
      <Notice tone="warning" role="alert" isFocused>
        <p>{spoken(refusal.sentence[locale])}</p>
      </Notice>
      <Carried form={form}>
        {form.hasFile && <p>{text.fileIsLost}</p>}
        <SubmitButton label={text.sendOn} />
      </Carried>
    </div>
  );
}

/** In place of a page whose address holds what somebody typed: it is not written into another address. */
export function SignInToSee({ next }: { next: string }) {
  const text = useWords(pageWords);
  return (
    <div class="narrow">
      <h1>{text.signIn}</h1>
      <p>{text.signInToSee}</p>
      <form method="post" action="/sign-in" id={signInPlace} noValidate class="form">
        <input type="hidden" name="next" value={next} />
        <CurrentForm.Provider value={{ id: signInPlace, values: {}, errors: [] }}>
          <TextField name="email" label={text.email} type="email" autocomplete="username" required />
          <PasswordField name="password" label={text.password} autocomplete="current-password" required />
          <SubmitButton label={text.signIn} />
        </CurrentForm.Provider>
      </form>
      <ByProvider then={text.thenLoad} />
    </div>
  );
}

/** In another tab, because nothing of this page may go along. */
function ByProvider({ then }: { then: string }) {
  const { provider } = usePage();
  const text = useWords(pageWords);
  if (!provider) return null;
  return (
    <p>
      <a href="/oidc/start" target="_blank" rel="noopener">
        {text.byProvider(provider)}
      </a>
      {then}
    </p>
  );
}

/** Sent on where it was meant for; what htmx sent comes back into the part it was meant for. */
function Carried({ form: { action, part, fields, hasFile }, children }: { form: CarriedForm; children: unknown }) {
  const htmx = part ? { 'hx-post': action, 'hx-target': `#${part}`, 'hx-swap': 'outerHTML' } : {};
  return (
    <form method="post" action={action} id={`${signInPlace}-form`} noValidate class="form" {...htmx}>
      {fields?.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {hasFile && <input type="hidden" name={signInFields.lostFile} value="yes" />}
      <CurrentForm.Provider value={{ id: signInPlace, values: {}, errors: [] }}>
        {children as never}
      </CurrentForm.Provider>
    </form>
  );
}
