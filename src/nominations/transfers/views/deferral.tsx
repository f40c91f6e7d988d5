import type { Learning } from '../../../enrollments/learning.queries';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { DayField, TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { ScanField } from '../../../scans/views/scan-field';
import { deferralWords } from '../deferrals.words';

interface Props {
  readonly learning: Learning;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function DeferralForm({ learning, typed, refusal }: Props) {
  const say = useWords(deferralWords);
  const path = `/enrollments/${learning.id}`;
  return (
    <>
      <PageHeader
        back={{ href: path, label: say.back }}
        title={say.title(learning.fullName)}
        subtitle={`${learning.classCode} – ${learning.className} · ${learning.unitName}`}
      />
      <Problem refusal={refusal} />
      <Notice tone="info" heading={say.whatHappens}>
        <ul>
          <li>{say.seat}</li>
          <li>{say.first}</li>
          <li>{say.told}</li>
        </ul>
      </Notice>
      <Card>
        <Form action={`${path}/deferral`} isMultipart values={typed} errors={refusal?.fields ?? []}>
          <FieldRow>
            <TextField
              name="decisionNumber"
              label={say.decisionNumber}
              hint={say.decisionNumberHint}
              maxLength={100}
              required
            />
            <DayField name="decidedOn" label={say.decidedOn} required />
          </FieldRow>
          <DayField name="until" label={say.until} required />
          <TextArea name="reason" label={say.reason} hint={say.reasonHint} rows={2} maxLength={500} required />
          <ScanField />
          <div class="actions">
            <SubmitButton label={say.defer} />
            <LinkButton href={path} label={say.keep} />
          </div>
        </Form>
      </Card>
    </>
  );
}
