import { NeedsCourse } from '../../courses/views/needs-course';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { type Choice, SelectField } from '../../platform/pages/choices';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { PaperLinks } from '../../platform/pages/papers/paper-links';
import type { Refusal } from '../../platform/problems/refusal';
import { firstYear, lastYear } from '../training-plan-line.entity';
import type { TrainingPlan } from '../training-plans.queries';
import { planWords } from '../training-plans.words';
import type { PlanBody } from '../plan-standing';
import type { PlanSeason } from '../proposals/proposals.queries';
import { AmountFields, QuarterField } from './plan-fields';
import { LinesTable, QuartersTable } from './plan-tables';
import { ConfirmCard, OutsideCard, SeasonCard } from './season-cards';

export type PlanForm = 'add' | 'copy' | 'season' | 'confirm';

interface Props {
  readonly plan: TrainingPlan;
  /** The years that have a plan. */
  readonly years: readonly number[];
  readonly courses: readonly Choice[];
  readonly mayEdit: boolean;
  readonly season: PlanSeason | null;
  /** Whether the reader follows several units. */
  readonly seesMany: boolean;
  /** The committee the reader confirms for. */
  readonly body: PlanBody | undefined;
  readonly typed: FormValues;
  readonly refused: { readonly form: PlanForm; readonly refusal: Refusal } | null;
}

export function PlanPage({ plan, years, courses, mayEdit, season, seesMany, body, typed, refused }: Props) {
  const say = useWords(planWords);
  const { year, lines } = plan;
  const hasLines = lines.length > 0;
  const sources = years.filter((other) => other !== year);
  const kept = (form: PlanForm, values: FormValues) =>
    refused?.form === form ? { values: typed, errors: refused.refusal.fields } : { values };
  return (
    <>
      <PageHeader title={say.title(year)} actions={<YearSwitch year={year} />} />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form} />
      <SeasonCard
        year={year}
        season={season}
        mayEdit={mayEdit}
        seesMany={seesMany}
        kept={kept('season', { lastDay: season?.lastDay })}
      />
      <ConfirmCard {...plan} body={body} />
      <Card title={say.byQuarter}>
        <QuartersTable plan={plan} mayEdit={mayEdit} />
      </Card>
      {hasLines && (
        <Card title={say.lines}>
          <LinesTable plan={plan} mayEdit={mayEdit} />
        </Card>
      )}
      <OutsideCard plan={plan} mayEdit={mayEdit} />
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
      <PaperLinks path={`/training-plans/${year}/paper`} title={say.title(year)} />
      {year > firstYear && <LinkButton href={`/training-plans/${year - 1}`} label={say.yearBefore(year - 1)} />}
      {year < lastYear && <LinkButton href={`/training-plans/${year + 1}`} label={say.yearAfter(year + 1)} />}
    </>
  );
}
