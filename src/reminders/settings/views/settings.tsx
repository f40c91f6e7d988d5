import { Badge } from '../../../platform/pages/badges';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { CheckField, type Choice, SelectField } from '../../../platform/pages/choices';
import { NumberField, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { type Column, Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { ReminderRule } from '../../rules/rule';
import { ruleNames } from '../../reminders.words';
import { dayLimitsOf, type RuleSettings } from '../settings';
import type { PlacedException } from '../settings.queries';
import { settingWords } from '../settings.words';

export function Rules({
  rules,
  exceptions,
  courses,
  mayChange,
}: {
  rules: readonly RuleSettings[];
  exceptions: readonly PlacedException[];
  courses: readonly Choice[];
  mayChange: boolean;
}) {
  const say = useWords(settingWords);
  const names = ruleNames[useLocale()];
  const change: Column<RuleSettings> = {
    label: say.actions,
    hidesLabel: true,
    cell: ({ rule }) => (
      <div class="actions">
        <a class="btn" href={`/reminder-rules/${rule}`}>
          {say.change}
          <span class="visually-hidden"> {say.changeOf(names[rule])}</span>
        </a>
        <a class="btn" href={`/reminder-texts/${rule}`}>
          {say.texts}
          <span class="visually-hidden">: {names[rule]}</span>
        </a>
      </div>
    ),
  };
  return (
    <>
      <PageHeader title={say.title} back={{ href: '/reminders', label: say.back }} />
      <Table
        caption={say.title}
        hidesCaption
        rows={rules}
        empty={{ title: '' }}
        columns={[
          { label: say.rule, isRowName: true, cell: ({ rule }) => names[rule] },
          { label: say.state, cell: ({ enabled }) => <OnOff enabled={enabled} /> },
          { label: say.when, cell: ({ daysBefore }) => <Days days={daysBefore} /> },
          { label: say.tooLate, isNumber: true, cell: ({ tooLateAfterDays }) => tooLateAfterDays },
          { label: say.kind, cell: (rule) => <Kind rule={rule} /> },
          ...(mayChange ? [change] : []),
        ]}
      />
      <Exceptions exceptions={exceptions} namesRule mayChange={mayChange} />
      {mayChange && (
        <Card title={say.chooseCourse}>
          <form method="get" action="/reminder-rules" class="form">
            <SelectField name="courseId" label={say.chooseCourse} choices={courses} />
            <SubmitButton label={say.openCourse} tone="plain" />
          </form>
        </Card>
      )}
    </>
  );
}

export function RuleForm({
  rule,
  values,
  exceptions,
  refusal,
}: {
  rule: ReminderRule;
  values: FormValues;
  exceptions: readonly PlacedException[];
  refusal: Refusal | null;
}) {
  const say = useWords(settingWords);
  return (
    <div class="narrow">
      <PageHeader
        title={ruleNames[useLocale()][rule]}
        back={{ href: '/reminder-rules', label: say.backToRules }}
        actions={
          <>
            {rule === 'review_overdue' && <LinkButton href="/reminder-rules/review_overdue/heads" label={say.heads} />}
            <LinkButton href={`/reminder-texts/${rule}`} label={say.texts} />
          </>
        }
      />
      <Problem refusal={refusal} />
      <Card>
        <Form action={`/reminder-rules/${rule}`} values={values} errors={refusal?.fields ?? []}>
          <CheckField name="enabled" label={say.enabled} />
          <DayFields rule={rule} required />
          <CheckField name="urgent" label={say.urgent} />
          <CheckField name="duty" label={say.duty} />
          <CheckField name="workingDays" label={say.workingDays} />
          <ReasonField />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
      <Exceptions exceptions={exceptions} namesRule={false} mayChange />
    </div>
  );
}

/** When a rule speaks; of an exception, what is left empty is as everywhere. */
export function DayFields({ rule, required = false }: { rule: ReminderRule; required?: boolean }) {
  const say = useWords(settingWords);
  const hint = `${say.daysHint} ${say.range(...dayLimitsOf(rule))}`;
  return (
    <>
      <TextField name="daysBefore" label={say.days} hint={hint} required={required} />
      <NumberField name="tooLateAfterDays" label={say.tooLate} hint={say.tooLateHint} required={required} />
    </>
  );
}

export function ReasonField() {
  const say = useWords(settingWords);
  return <TextField name="reason" label={say.reason} hint={say.reasonHint} maxLength={500} required />;
}

function Exceptions({
  exceptions,
  namesRule,
  mayChange,
}: {
  exceptions: readonly PlacedException[];
  namesRule: boolean;
  mayChange: boolean;
}) {
  const say = useWords(settingWords);
  const names = ruleNames[useLocale()];
  const ofRule: Column<PlacedException> = { label: say.rule, cell: ({ rule }) => names[rule] };
  return (
    <Card title={say.exceptions}>
      <Table
        caption={say.exceptions}
        hidesCaption
        rows={exceptions}
        empty={{ title: say.noExceptions, next: mayChange ? say.noExceptionsNext : say.noExceptionsToRead }}
        columns={[
          {
            label: say.place,
            isRowName: true,
            cell: ({ courseId, classId, placeName, rule }) => (
              <a
                href={`${courseId ? `/courses/${courseId}` : `/classes/${classId}`}/reminder-rules?rule=${rule}#exception`}
              >
                {placeName}
              </a>
            ),
          },
          ...(namesRule ? [ofRule] : []),
          {
            label: say.state,
            cell: ({ enabled }) => (enabled === null ? say.unchanged : <OnOff enabled={enabled} />),
          },
          { label: say.when, cell: ({ daysBefore }) => (daysBefore ? <Days days={daysBefore} /> : say.unchanged) },
          { label: say.tooLate, cell: ({ tooLateAfterDays }) => tooLateAfterDays ?? say.unchanged },
        ]}
      />
    </Card>
  );
}

/** "trước 7, 3, 1 ngày; đúng ngày; sau 8 ngày" */
export function Days({ days }: { days: readonly number[] }) {
  const say = useWords(settingWords);
  const listed = (some: readonly number[]) => some.map(Math.abs).join(', ');
  const [before, after] = [days.filter((day) => day > 0), days.filter((day) => day < 0)];
  const told = [
    before.length > 0 && say.before(listed(before)),
    days.includes(0) && say.onTheDay,
    after.length > 0 && say.after(listed(after)),
  ];
  return <>{told.filter(Boolean).join('; ')}</>;
}

export function OnOff({ enabled }: { enabled: boolean }) {
  const say = useWords(settingWords);
  return <Badge tone={enabled ? 'success' : 'neutral'} text={enabled ? say.on : say.off} />;
}

function Kind({ rule: { urgent, duty, workingDays } }: { rule: RuleSettings }) {
  const say = useWords(settingWords);
  const told = [urgent && say.urgentShort, duty && say.dutyShort, workingDays && say.workingDaysShort].filter(Boolean);
  return <>{told.join(' · ')}</>;
}
