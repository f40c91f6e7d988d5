import type { ComponentChildren } from 'preact';
import { PageHeader } from '../../../platform/pages/blocks';
import { DayField, TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SubmitButton, type ButtonTone } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { amendmentWords } from '../amendments.words';
import type { CertificateItem } from '../certificates.queries';
import { certificateWords } from '../certificates.words';

interface Props {
  readonly certificate: CertificateItem;
  /** As it was typed, when it was refused. */
  readonly typed: FormValues | null;
  readonly refusal: Refusal | null;
}

export function CorrectionForm({ certificate, typed, refusal }: Props) {
  const say = useWords(amendmentWords);
  const { holderName, birthDate, printedUnitName: unitName, opensOn: startedOn, closesOn: endedOn } = certificate;
  return (
    <AmendmentForm
      certificate={certificate}
      refusal={refusal}
      values={typed ?? { holderName, birthDate, unitName, startedOn, endedOn }}
      path="correction"
      title={say.correctTitle(certificate.number)}
      what={`${say.correctWhat} ${say.correctFixed}`}
      button={say.doCorrect}
      hidden={{ version: certificate.version }}
    >
      <TextField name="holderName" label={say.holderName} maxLength={100} />
      <DayField name="birthDate" label={say.birthDate} />
      <TextField name="unitName" label={say.unitName} maxLength={200} />
      <FieldRow>
        <DayField name="startedOn" label={say.startedOn} />
        <DayField name="endedOn" label={say.endedOn} />
      </FieldRow>
      <TextField name="decision" label={say.decision} maxLength={100} />
    </AmendmentForm>
  );
}

export function ReplacementForm({ certificate, typed, refusal }: Props) {
  const say = useWords(amendmentWords);
  return (
    <AmendmentForm
      certificate={certificate}
      refusal={refusal}
      values={typed ?? {}}
      path="replacement"
      title={say.replaceTitle(certificate.number)}
      what={say.replaceWhat}
      button={say.doReplace}
    />
  );
}

export function RevocationForm({ certificate, typed, refusal }: Props) {
  const say = useWords(amendmentWords);
  return (
    <AmendmentForm
      certificate={certificate}
      refusal={refusal}
      values={typed ?? {}}
      path="revocation"
      title={say.revokeTitle(certificate.number)}
      what={say.revokeWhat}
      button={say.doRevoke}
      tone="danger"
    >
      <TextField name="decision" label={say.decision} required maxLength={100} />
    </AmendmentForm>
  );
}

function AmendmentForm({
  certificate: { id, number, holderName },
  refusal,
  values,
  path,
  title,
  what,
  button,
  tone = 'primary',
  hidden,
  children,
}: {
  certificate: CertificateItem;
  refusal: Refusal | null;
  values: FormValues;
  path: string;
  title: string;
  what: string;
  button: string;
  tone?: ButtonTone;
  hidden?: Readonly<Record<string, number>>;
  children?: ComponentChildren;
}) {
  const say = useWords(amendmentWords);
  const ofCertificate = useWords(certificateWords);
  const home = `/certificates/${id}`;
  return (
    <>
      <PageHeader title={title} subtitle={holderName} back={{ href: home, label: ofCertificate.certificate(number) }} />
      <Problem refusal={refusal} />
      <Notice tone={tone === 'danger' ? 'warning' : 'info'}>
        <p>{what}</p>
      </Notice>
      <Form action={`${home}/${path}`} values={values} errors={refusal?.fields ?? []} {...(hidden ? { hidden } : {})}>
        {children}
        <TextArea name="reason" label={say.reason} hint={say.reasonHint} required rows={3} maxLength={1000} />
        <div class="actions">
          <SubmitButton label={button} tone={tone} />
          <LinkButton href={home} label={say.keep} />
        </div>
      </Form>
    </>
  );
}
