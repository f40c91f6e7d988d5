import { showMoment } from '../../../platform/clock';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { TextField } from '../../../platform/pages/fields';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { QrCode } from '../../../platform/pages/qr-code';
import type { Refusal } from '../../../platform/problems/refusal';
import type { SecondFactorState } from '../second-factors.service';
import { secondFactorWords } from '../second-factors.words';
import { CodeField } from './code-asked';

export type CodeForm = 'begin' | 'confirm' | 'renew' | 'off';

export interface RefusedCode {
  readonly form: CodeForm;
  readonly refusal: Refusal;
}

interface Props {
  readonly state: SecondFactorState | null;
  readonly isRequired: boolean;
  readonly refused: RefusedCode | null;
}

const path = '/me/second-factor';

export function SecondFactor({ state, isRequired, refused }: Props) {
  const say = useWords(secondFactorWords);
  return (
    <div class="narrow">
      <PageHeader title={say.title} back={{ href: '/me', label: say.back }} />
      {refused && <Problem refusal={refused.refusal} formId={refused.form} />}
      {isRequired && (
        <Notice tone="warning" role="status">
          <p>{say.isRequired}</p>
        </Notice>
      )}
      <p>{say.means}</p>
      {!state && <ActionButton action={path} id="begin" label={say.begin} tone="primary" />}
      {state?.key && <TryOut keyMade={state.key} refused={refused} />}
      {state?.confirmedAt && <IsOn state={state} refused={refused} />}
    </div>
  );
}

const errorsOf = (form: CodeForm, refused: RefusedCode | null) =>
  refused?.form === form ? refused.refusal.fields : [];

function TryOut({ keyMade, refused }: { keyMade: NonNullable<SecondFactorState['key']>; refused: RefusedCode | null }) {
  const say = useWords(secondFactorWords);
  return (
    <Card>
      <ol class="numbered">
        <li>{say.install}</li>
        <li>
          {say.scan}
          <QrCode size="page" text={keyMade.address} label={say.qrOf} />
          <p>
            {say.onThisPhone} <a href={keyMade.address}>{say.openAuthenticator}</a>
          </p>
          <p>
            {say.byHand} <code class="long-code">{keyMade.secret.match(/.{1,4}/g)!.join(' ')}</code>
          </p>
        </li>
        <li>{say.typeCode}</li>
      </ol>
      <Form action={`${path}/confirmation`} id="confirm" errors={errorsOf('confirm', refused)}>
        <TextField
          name="code"
          label={say.code}
          hint={say.codeHint}
          inputMode="numeric"
          autocomplete="one-time-code"
          required
        />
        <SubmitButton label={say.confirm} />
      </Form>
    </Card>
  );
}

function IsOn({ state, refused }: { state: SecondFactorState; refused: RefusedCode | null }) {
  const say = useWords(secondFactorWords);
  const actions = (
    <div class="actions">
      <ActionButton
        action={`${path}/recovery-codes`}
        id="renew"
        label={say.renewCodes}
        confirm={say.renewMeans}
        errors={errorsOf('renew', refused)}
      >
        <CodeField />
      </ActionButton>
      <ActionButton
        action={`${path}/removal`}
        id="off"
        label={say.turnOff}
        confirm={say.turnOffMeans}
        tone="danger"
        errors={errorsOf('off', refused)}
      >
        <CodeField />
      </ActionButton>
    </div>
  );
  return (
    <Card footer={actions}>
      <DescriptionList
        items={[
          { term: say.isOn, value: showMoment(state.confirmedAt!) },
          { term: say.codesLeft, value: state.codesLeft },
        ]}
      />
    </Card>
  );
}

/** The one page that ever shows them. */
export function RecoveryCodesShown({ codes }: { codes: readonly string[] }) {
  const say = useWords(secondFactorWords);
  return (
    <div class="narrow">
      <PageHeader title={say.recoveryCodes} back={{ href: path, label: say.title }} />
      <Notice tone="warning" role="status" isFocused>
        <p>{say.recoveryOnce}</p>
      </Notice>
      <Card>
        <ol class="numbered long-code">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <LinkButton href="/" label={say.kept} tone="primary" />
      </Card>
    </div>
  );
}
