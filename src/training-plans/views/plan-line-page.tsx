import { classStateWords } from '../../classes/classes.labels';
import { showDay } from '../../platform/clock';
import { etagOf } from '../../platform/etags';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import { type FormValues, textAt } from '../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { ChangedMeanwhile } from '../../platform/problems/refusals';
import type { PlanClass, PlanLineItem } from '../training-plans.queries';
import { planWords } from '../training-plans.words';
import { AmountFields, QuarterField } from './plan-page';

export const attachFormId = 'attach';

interface Props {
  readonly line: PlanLineItem;
  readonly counted: readonly PlanClass[];
  readonly countable: readonly PlanClass[];
  readonly values: FormValues;
  readonly refused: { readonly formId: string | undefined; readonly refusal: Refusal } | null;
}

export function PlanLinePage({ line, counted, countable, values, refused }: Props) {
  const say = useWords(planWords);
  const locale = useLocale();
  const { id, year, quarter, courseId } = line;
  const path = `/training-plan-lines/${id}`;
  const errorsOf = (formId: string | undefined) => (refused?.formId === formId ? (refused?.refusal.fields ?? []) : []);
  return (
    <>
      <PageHeader
        title={say.lineTitle(locale === 'vi' ? line.courseName : line.courseNameEn, quarter, year)}
        back={{ href: `/training-plans/${year}`, label: say.title(year) }}
        actions={
          <>
            {line.courseKind !== 'study_session' && (
              <LinkButton
                href={linkTo('/classes/new', { courseId, planLineId: id })}
                label={say.openClass}
                tone="primary"
              />
            )}
            <ActionButton
              action={`${path}/removal`}
              label={say.remove}
              tone="danger"
              confirm={say.removeWhat}
              hidden={{ version: etagOf(line.version) }}
            />
          </>
        }
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.formId} />
      {refused?.refusal instanceof ChangedMeanwhile && <LinkButton href={path} label={say.loadAgain} />}
      <Card title={say.change}>
        <p class="quiet">{say.courseStays}</p>
        <Form
          action={path}
          values={values}
          errors={errorsOf(undefined)}
          hidden={{ version: textAt(values, 'version') }}
        >
          <QuarterField />
          <AmountFields />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
      <Card title={say.counted}>
        <CountedClasses path={path} counted={counted} />
      </Card>
      {countable.length > 0 && (
        <Card title={say.attach}>
          <Form id={attachFormId} action={`${path}/classes`} errors={errorsOf(attachFormId)}>
            <SelectField
              name="classId"
              label={say.className}
              hint={say.attachHint}
              choices={countable.map((one) => ({ value: one.id, label: `${one.name} (${showDay(one.opensOn)})` }))}
              required
            />
            <SubmitButton label={say.attachNow} />
          </Form>
        </Card>
      )}
    </>
  );
}

function CountedClasses({ path, counted }: { path: string; counted: readonly PlanClass[] }) {
  const say = useWords(planWords);
  const states = useWords(classStateWords);
  return (
    <Table
      caption={say.counted}
      hidesCaption
      rows={counted}
      empty={{ title: say.noneCounted, next: say.noneCountedNext }}
      columns={[
        { label: say.className, isRowName: true, cell: ({ id, name }) => <a href={`/classes/${id}`}>{name}</a> },
        { label: say.state, cell: ({ state }) => states[state] },
        { label: say.opensOn, cell: ({ opensOn }) => showDay(opensOn) },
        {
          label: say.actions,
          hidesLabel: true,
          cell: ({ id }) => (
            <Form id={`detach-${id}`} action={`${path}/classes/${id}/removal`}>
              <SubmitButton label={say.detach} tone="plain" />
            </Form>
          ),
        },
      ]}
    />
  );
}
