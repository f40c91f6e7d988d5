import { leaveKinds } from '../../../courses/course-rules';
import { leaveKindWords } from '../../../courses/rules.words';
import { EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField, choicesOf } from '../../../platform/pages/choices';
import { DayField, TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { halfDayTitle } from '../../half-day-title';
import type { OwnHalfDay } from '../leave.queries';
import { leaveWords } from '../leave.words';

interface FormProps {
  readonly halfDays: readonly OwnHalfDay[];
  /** How long after a half-day leave may be asked for it. */
  readonly days: number;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function LeaveForm({ halfDays, days, typed, refusal }: FormProps) {
  const say = useWords(leaveWords);
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={say.ask}
        back={{ href: '/leave-requests', label: say.title }}
        actions={<LinkButton href="/leave-periods/new" label={say.askPeriod} />}
      />
      <Problem refusal={refusal} />
      {halfDays.length === 0 ? (
        <EmptyState title={say.nothingToAsk} next={say.askLimit(days)} />
      ) : (
        <Form action="/leave-requests" values={typed} errors={refusal?.fields ?? []}>
          <p>{say.askHow}</p>
          <ChoiceField
            name="halfDayIds"
            label={say.halfDays}
            hint={say.askLimit(days)}
            required
            isMany
            choices={halfDays.map((halfDay) => ({
              value: halfDay.id,
              label: halfDayTitle(halfDay, locale),
              hint: halfDay.className,
            }))}
          />
          <WhyFields />
          <SubmitButton label={say.send} />
        </Form>
      )}
    </>
  );
}

interface PeriodFormProps {
  /** How long after its first day leave may be asked for. */
  readonly days: number;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function LeavePeriodForm({ days, typed, refusal }: PeriodFormProps) {
  const say = useWords(leaveWords);
  return (
    <>
      <PageHeader
        title={say.askPeriod}
        back={{ href: '/leave-requests', label: say.title }}
        actions={<LinkButton href="/leave-requests/new" label={say.askHalfDays} />}
      />
      <Problem refusal={refusal} />
      <Form action="/leave-periods" values={typed} errors={refusal?.fields ?? []}>
        <p>{say.askPeriodHow}</p>
        <FieldRow>
          <DayField name="from" label={say.from} hint={say.askLimit(days)} required />
          <DayField name="to" label={say.to} required />
        </FieldRow>
        <WhyFields />
        <SubmitButton label={say.send} />
      </Form>
    </>
  );
}

/** Why somebody is away, and the paper that proves it. */
function WhyFields() {
  const say = useWords(leaveWords);
  const kinds = useWords(leaveKindWords);
  return (
    <>
      <ChoiceField name="kind" label={say.kind} choices={choicesOf(leaveKinds, kinds)} isInline />
      <TextArea name="reason" label={say.reason} hint={say.reasonHint} maxLength={1000} required />
      <PaperFields />
    </>
  );
}

export function PaperFields({ required = false }: { required?: boolean }) {
  const say = useWords(leaveWords);
  return (
    <FieldRow>
      <TextField name="paperNumber" label={say.paperNumber} hint={say.paperHint} maxLength={100} required={required} />
      <DayField name="paperOn" label={say.paperOn} />
    </FieldRow>
  );
}
