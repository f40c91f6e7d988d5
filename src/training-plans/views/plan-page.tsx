import { NeedsCourse } from '../../courses/views/needs-course';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { type Choice, SelectField } from '../../platform/pages/choices';
import { NumberField, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { firstYear, lastYear } from '../training-plan-line.entity';
import type { TrainingPlan } from '../training-plans.queries';
import { planWords } from '../training-plans.words';
import { LinesTable, QuartersTable } from './plan-tables';

interface Props {
  readonly plan: TrainingPlan;
  /** The years that have a plan. */
  readonly years: readonly number[];
  readonly courses: readonly Choice[];
  readonly mayEdit: boolean;
  readonly typed: FormValues;
  readonly refused: { readonly form: 'add' | 'copy'; readonly refusal: Refusal } | null;
}

export function PlanPage({ plan, years, courses, mayEdit, typed, refused }: Props) {
  const say = useWords(planWords);
  const { year, lines } = plan;
  const hasLines = lines.length > 0;
  const sources = years.filter((other) => other !== year);
  const kept = (form: 'add' | 'copy', values: FormValues) =>
    refused?.form === form ? { values: typed, errors: refused.refusal.fields } : { values };
  return (
    <>
      <PageHeader title={say.title(year)} subtitle={say.subtitle} actions={<YearSwitch year={year} />} />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form} />
      <Card title={say.byQuarter}>
        <QuartersTable plan={plan} mayEdit={mayEdit} />
      </Card>
      {hasLines && (
        <Card title={say.lines}>
          <LinesTable plan={plan} mayEdit={mayEdit} />
        </Card>
      )}
      {mayEdit && !hasLines && sources.length > 0 && (
        <Card title={say.copy}>
          <Form
            id="copy"
            action={`/training-plans/${year}/copies`}
            {...kept('copy', { fromYear: sources.find((other) => other < year) })}
          >
            <SelectField
              name="fromYear"
              label={say.copyFrom}
              hint={say.copyHint}
              choices={sources.map((other) => ({ value: String(other), label: String(other) }))}
              required
            />
            <SubmitButton label={say.copyNow} />
          </Form>
        </Card>
      )}
      {mayEdit && (
        <Card title={say.add}>
          <NeedsCourse courses={courses} />
          <Form id="add" action={`/training-plans/${year}/lines`} {...kept('add', {})}>
            <SelectField name="courseId" label={say.course} choices={courses} required />
            <QuarterField />
            <AmountFields />
            <SubmitButton label={say.add} />
          </Form>
        </Card>
      )}
    </>
  );
}

function YearSwitch({ year }: { year: number }) {
  const say = useWords(planWords);
  return (
    <>
      {year > firstYear && <LinkButton href={`/training-plans/${year - 1}`} label={say.yearBefore(year - 1)} />}
      {year < lastYear && <LinkButton href={`/training-plans/${year + 1}`} label={say.yearAfter(year + 1)} />}
    </>
  );
}

export function QuarterField() {
  const say = useWords(planWords);
  const choices = [1, 2, 3, 4].map((quarter) => ({ value: String(quarter), label: say.quarterNumber(quarter) }));
  return <SelectField name="quarter" label={say.quarter} choices={choices} required />;
}

export function AmountFields() {
  const say = useWords(planWords);
  return (
    <>
      <FieldRow>
        <NumberField name="plannedClasses" label={say.plannedClasses} required />
        <NumberField name="targetPeople" label={say.targetPeople} required />
      </FieldRow>
      <TextField name="note" label={say.note} maxLength={500} />
    </>
  );
}
