import { showDay } from '../../platform/clock';
import { Card } from '../../platform/pages/blocks';
import { DayField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { classStateWords } from '../../classes/classes.labels';
import { Table } from '../../platform/pages/tables';
import type { FieldError } from '../../platform/problems/refusal';
import type { PlanBody } from '../plan-standing';
import type { PlanSeason } from '../proposals/proposals.queries';
import { seenLine } from '../proposals/proposals.requests';
import { proposalWords } from '../proposals/proposals.words';
import type { OutsideClass, PlanLineItem, TrainingPlan } from '../training-plans.queries';
import { planWords } from '../training-plans.words';

/** Until when units are asked, who has not answered, and the way to the proposals. */
export function SeasonCard({
  year,
  season,
  mayEdit,
  seesMany,
  kept,
}: {
  year: number;
  season: PlanSeason | null;
  mayEdit: boolean;
  seesMany: boolean;
  /** What the form of the season holds. */
  kept: { values: FormValues; errors?: readonly FieldError[] };
}) {
  const say = useWords(proposalWords);
  const locale = useLocale();
  const nameOf = (unit: { nameVi: string; nameEn: string }) => (locale === 'vi' ? unit.nameVi : unit.nameEn);
  const path = `/training-plans/${year}`;
  const named = (units: PlanSeason['silent']) =>
    units.map((unit, index) => (
      <>
        {index > 0 && ', '}
        <a href={linkTo(`${path}/proposals`, { unitId: unit.id })}>{nameOf(unit)}</a>
      </>
    ));
  return (
    <Card title={say.season} footer={<LinkButton href={`${path}/proposals`} label={say.proposals} tone="primary" />}>
      <p>{season ? (season.isOver ? say.seasonOver : say.seasonUntil)(showDay(season.lastDay)) : say.seasonNone}</p>
      {season && seesMany && (
        <p class="quiet">
          {say.silent(season.silent.length)} {named(season.silent)}
        </p>
      )}
      {season && !seesMany && season.silent.length > 0 && <p>{say.youHaveNot}</p>}
      {season && seesMany && season.noNeed.length > 0 && (
        <p class="quiet">
          {say.noNeedUnits} {named(season.noNeed)}
        </p>
      )}
      {mayEdit && (
        <Form id="season" action={`${path}/season`} {...kept}>
          <DayField name="lastDay" label={say.lastDay} required />
          <SubmitButton label={season ? say.extend : say.open} tone="plain" />
        </Form>
      )}
    </Card>
  );
}

/** One button confirms what waits for the reader's committee, as it stands on the page. */
export function ConfirmCard({
  year,
  lines,
  body,
}: Pick<TrainingPlan, 'year' | 'lines'> & { body: PlanBody | undefined }) {
  const say = useWords(proposalWords);
  const locale = useLocale();
  const waiting = lines.filter((line) => body && !isConfirmedBy(body, line));
  if (!body || waiting.length === 0) return null;
  return (
    <Card title={say.toConfirm(waiting.length, locale === 'vi' ? body.nameVi : body.nameEn)}>
      <p class="quiet">{say.toConfirmHint}</p>
      <ActionButton
        id="confirm"
        action={`/training-plans/${year}/confirmations`}
        label={say.confirmAll(waiting.length)}
        tone="primary"
        hidden={{ lines: waiting.map(seenLine) }}
      />
    </Card>
  );
}

const isConfirmedBy = ({ id }: PlanBody, { version, confirmations }: PlanLineItem) =>
  confirmations.some((one) => one.bodyId === id && one.version === version);

/** Classes no line counts; for the office with the button that lets one count. */
export function OutsideCard({ plan: { lines, outside }, mayEdit }: { plan: TrainingPlan; mayEdit: boolean }) {
  const say = useWords(proposalWords);
  const plan = useWords(planWords);
  const states = useWords(classStateWords);
  const locale = useLocale();
  if (outside.length === 0) return null;
  const lineFor = ({ courseId, opensOn, continues }: OutsideClass) => {
    const ofCourse = lines.filter((line) => !continues && line.courseId === courseId);
    return ofCourse.find(({ quarter }) => quarter === Math.ceil(Number(opensOn.slice(5, 7)) / 3)) ?? ofCourse[0];
  };
  return (
    <Card title={say.outside}>
      <p class="quiet">{say.outsideHint}</p>
      <Table
        caption={say.outside}
        isLong
        hidesCaption
        rows={outside}
        empty={{ title: '' }}
        columns={[
          { label: plan.className, isRowName: true, cell: ({ id, name }) => <a href={`/classes/${id}`}>{name}</a> },
          {
            label: plan.course,
            cell: ({ courseName, courseNameEn, continues }) => (
              <>
                {locale === 'vi' ? courseName : courseNameEn}
                {continues && <div class="quiet">{say.continues}</div>}
              </>
            ),
          },
          { label: plan.opensOn, cell: ({ opensOn }) => showDay(opensOn) },
          { label: plan.state, cell: ({ state }) => states[state] },
          { label: plan.people, isNumber: true, cell: ({ enrolled }) => enrolled },
          ...(mayEdit
            ? [
                {
                  label: plan.actions,
                  hidesLabel: true,
                  cell: (one: OutsideClass) => {
                    const line = lineFor(one);
                    return (
                      line && (
                        <ActionButton
                          id={`count-${one.id}`}
                          action={`/training-plan-lines/${line.id}/classes`}
                          label={say.countHere}
                          hidden={{ classId: one.id }}
                        />
                      )
                    );
                  },
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
