import { classStateWords } from '../../classes/classes.labels';
import { dayOf, showDay } from '../../platform/clock';
import { etagOf } from '../../platform/etags';
import { Badge } from '../../platform/pages/badges';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { type Choice, ChoiceField, SelectField } from '../../platform/pages/choices';
import { type FormValues, defaultFormId } from '../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { RecordForm } from '../../platform/pages/records/record-form';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import type { PlanBody } from '../plan-standing';
import type { CommentItem } from '../proposals/comments.service';
import type { NeedItem, ProposalItem } from '../proposals/proposals.queries';
import { proposalWords, standingWords } from '../proposals/proposals.words';
import { ProposalsTable } from '../proposals/views/proposals';
import { TalkCard, talkFormId } from '../proposals/views/talk';
import type { PlanClass, PlanLineItem } from '../training-plans.queries';
import { planWords } from '../training-plans.words';
import { standingTones } from './plan-tables';
import { AmountFields, QuarterField } from './plan-fields';
import { ConfirmCard } from './season-cards';

export const changeFormId = defaultFormId;
export const attachFormId = 'attach';
export const addresseesFormId = 'addressees';

interface Props {
  readonly line: PlanLineItem;
  readonly counted: readonly PlanClass[];
  readonly countable: readonly PlanClass[];
  readonly bodies: readonly PlanBody[];
  /** Of the units the reader sees. */
  readonly needs: readonly NeedItem[];
  readonly proposals: readonly ProposalItem[];
  readonly comments: readonly CommentItem[];
  readonly units: readonly Choice[];
  readonly mayEdit: boolean;
  /** The committee the reader confirms for. */
  readonly body: PlanBody | undefined;
  readonly form: RecordForm;
  readonly addresseesForm: RecordForm;
  /** What was typed in whichever form came back refused. */
  readonly typed: FormValues;
  readonly refused: { readonly formId: string | undefined; readonly refusal: Refusal } | null;
}

/** One line: what it is and how far it came, for whoever it is for; and for the office how it changes. */
export function PlanLinePage(props: Props) {
  const {
    line,
    counted,
    countable,
    needs,
    proposals,
    comments,
    units,
    mayEdit,
    body,
    form,
    addresseesForm,
    typed,
    refused,
  } = props;
  const say = useWords(planWords);
  const more = useWords(proposalWords);
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
          mayEdit && (
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
          )
        }
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.formId} />
      <Standing {...props} />
      <ConfirmCard year={year} lines={[line]} body={body} />
      <Card title={more.unitNeeds}>
        <Needs needs={needs} />
      </Card>
      {proposals.length > 0 && (
        <Card title={more.inLine}>
          <ProposalsTable proposals={proposals} />
        </Card>
      )}
      <TalkCard
        path={path}
        comments={comments}
        refused={refused?.formId === talkFormId ? { refusal: refused.refusal, typed } : null}
      />
      <Card title={say.counted}>
        <CountedClasses path={path} counted={counted} mayEdit={mayEdit} />
      </Card>
      {mayEdit && (
        <Card title={say.change}>
          <p class="quiet">{say.courseStays}</p>
          <Form id={changeFormId} action={path} {...form} again={path}>
            <QuarterField />
            <AmountFields />
            <SubmitButton label={say.save} />
          </Form>
        </Card>
      )}
      {mayEdit && (
        <Card title={more.addressees}>
          <Form id={addresseesFormId} action={`${path}/addressees`} {...addresseesForm} again={path}>
            <ChoiceField name="unitIds" label={more.unit} hint={more.addresseesHint} choices={units} isMany />
            <SubmitButton label={say.save} />
          </Form>
        </Card>
      )}
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

function Standing({ line, bodies, units }: Props) {
  const say = useWords(planWords);
  const more = useWords(proposalWords);
  const standings = useWords(standingWords);
  const locale = useLocale();
  const { version, standing, confirmations, plannedClasses, opened, targetPeople, enrolled, note } = line;
  const isFor = units.filter(({ value }) => line.addressedTo.includes(value)).map(({ label }) => label);
  return (
    <Card>
      <DescriptionList
        items={[
          { term: say.plannedClasses, value: say.classesOf(opened, plannedClasses) },
          { term: say.targetPeople, value: say.peopleOf(enrolled, targetPeople) },
          { term: more.isFor, value: isFor.length > 0 ? isFor.join('; ') : more.forAll },
          ...(note ? [{ term: say.note, value: note }] : []),
          { term: more.standing, value: <Badge tone={standingTones[standing]} text={standings[standing]} /> },
          ...bodies.map((body) => {
            const one = confirmations.find(({ bodyId, version: of }) => bodyId === body.id && of === version);
            return {
              term: locale === 'vi' ? body.nameVi : body.nameEn,
              value: one ? more.confirmedOn(showDay(dayOf(new Date(one.confirmedAt)))) : more.notYet,
            };
          }),
        ]}
      />
    </Card>
  );
}

function Needs({ needs }: { needs: readonly NeedItem[] }) {
  const more = useWords(proposalWords);
  const locale = useLocale();
  return (
    <Table
      caption={more.unitNeeds}
      hidesCaption
      rows={needs}
      empty={{ title: more.noNeeds }}
      columns={[
        {
          label: more.unit,
          isRowName: true,
          cell: ({ unitNameVi, unitNameEn }) => (locale === 'vi' ? unitNameVi : unitNameEn),
        },
        {
          label: more.people,
          isNumber: true,
          cell: ({ people }) => people,
          total: needs.reduce((sum, { people }) => sum + people, 0),
        },
      ]}
    />
  );
}

function CountedClasses({ path, counted, mayEdit }: { path: string; counted: readonly PlanClass[]; mayEdit: boolean }) {
  const say = useWords(planWords);
  const more = useWords(proposalWords);
  const states = useWords(classStateWords);
  return (
    <Table
      caption={say.counted}
      hidesCaption
      rows={counted}
      empty={{ title: say.noneCounted, ...(mayEdit ? { next: say.noneCountedNext } : {}) }}
      columns={[
        {
          label: say.className,
          isRowName: true,
          cell: ({ id, name, continues }) => (
            <>
              <a href={`/classes/${id}`}>{name}</a>
              {continues && <div class="quiet">{more.continues}</div>}
            </>
          ),
        },
        { label: say.state, cell: ({ state }) => states[state] },
        { label: say.opensOn, cell: ({ opensOn }) => showDay(opensOn) },
        ...(mayEdit
          ? [
              {
                label: say.actions,
                hidesLabel: true,
                cell: ({ id, continues }: PlanClass) =>
                  !continues && (
                    <Form id={`detach-${id}`} action={`${path}/classes/${id}/removal`}>
                      <SubmitButton label={say.detach} tone="plain" />
                    </Form>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
