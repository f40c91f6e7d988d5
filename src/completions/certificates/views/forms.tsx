import type { ComponentChildren } from 'preact';
import { PageHeader } from '../../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../../platform/pages/choices';
import { DayField, TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SubmitButton, type ButtonTone } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { type RecordForm, recordForm } from '../../../platform/pages/records/record-form';
import { Unfold } from '../../../platform/pages/unfold';
import type { Refusal } from '../../../platform/problems/refusal';
import { grades, gradeWords } from '../../../training-records/training-record.labels';
import { amendmentWords } from '../amendments.words';
import type { CertificateItem, PrintableCertificate } from '../certificates.queries';
import { certificateWords } from '../certificates.words';

interface Props {
  readonly certificate: PrintableCertificate;
  /** As it was typed, when it was refused. */
  readonly typed: FormValues | null;
  readonly refusal: Refusal | null;
}

export function CorrectionForm({ certificate, typed, refusal }: Props) {
  const say = useWords(amendmentWords);
  const grade = useWords(gradeWords);
  return (
    <AmendmentForm
      certificate={certificate}
      refusal={refusal}
      form={recordForm(printedOn(certificate), typed, refusal)}
      path="correction"
      title={say.correctTitle(certificate.number)}
      what={`${say.correctWhat} ${say.correctFixed}`}
      button={say.doCorrect}
    >
      <TextField name="holderName" label={say.holderName} maxLength={100} />
      <FieldRow>
        <DayField name="birthDate" label={say.birthDate} />
        <TextField name="unitName" label={say.unitName} maxLength={200} />
      </FieldRow>
      <FieldRow>
        <TextField name="courseName" label={say.courseName} maxLength={200} />
        <TextField name="className" label={say.className} maxLength={200} />
      </FieldRow>
      <FieldRow>
        <DayField name="startedOn" label={say.startedOn} />
        <DayField name="endedOn" label={say.endedOn} />
      </FieldRow>
      <SelectField
        name="grade"
        label={say.grade}
        hint={say.gradeHint}
        blank={say.ungraded}
        choices={choicesOf(grades, grade)}
      />
      <FieldRow>
        <DayField name="issuedOn" label={say.issuedOn} />
        <DayField name="validUntil" label={say.validUntil} hint={say.validUntilHint} />
      </FieldRow>
      <Unfold label={say.heads} isOpen={refusal?.fields.some(({ field }) => onHeads.includes(field)) ?? false}>
        <FieldRow>
          <TextField name="superior" label={say.superior} maxLength={200} />
          <TextField name="body" label={say.body} maxLength={200} />
        </FieldRow>
        <FieldRow>
          <TextField name="place" label={say.place} maxLength={100} />
          <TextField name="signerCapacity" label={say.signerCapacity} maxLength={200} />
        </FieldRow>
        <FieldRow>
          <TextField name="signerName" label={say.signerName} maxLength={100} />
        </FieldRow>
      </Unfold>
      <TextField name="decision" label={say.decision} maxLength={100} />
    </AmendmentForm>
  );
}

const onHeads = ['superior', 'body', 'place', 'signerCapacity', 'signerName'];

function printedOn(certificate: PrintableCertificate) {
  const { version, holderName, birthDate, printedUnitName: unitName, courseName, className, grade } = certificate;
  const { opensOn: startedOn, closesOn: endedOn, issuedOn, validUntil, letterhead } = certificate;
  const days = { startedOn, endedOn, issuedOn, validUntil };
  return { version, holderName, birthDate, unitName, courseName, className, grade, ...days, ...letterhead };
}

export function ReplacementForm({ certificate, typed, refusal }: Props) {
  const say = useWords(amendmentWords);
  return (
    <AmendmentForm
      certificate={certificate}
      refusal={refusal}
      form={{ values: typed ?? {}, errors: refusal?.fields }}
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
      form={{ values: typed ?? {}, errors: refusal?.fields }}
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
  form,
  path,
  title,
  what,
  button,
  tone = 'primary',
  children,
}: {
  certificate: CertificateItem;
  refusal: Refusal | null;
  form: Partial<RecordForm>;
  path: string;
  title: string;
  what: string;
  button: string;
  tone?: ButtonTone;
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
      <Form action={`${home}/${path}`} {...form} again={`${home}/${path}`}>
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
