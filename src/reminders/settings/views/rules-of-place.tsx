import { Card, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField } from '../../../platform/pages/choices';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { type Column, Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { ReminderRule } from '../../rules/rule';
import { ruleNames } from '../../reminders.words';
import { type RuleInForce, type SettingSource } from '../settings';
import { settingWords } from '../settings.words';
import { DayFields, Days, OnOff, ReasonField } from './settings';

/** The rules in force in one course or class, and the form of what is set for it alone. */
export function RulesOfPlace({
  name,
  path,
  back,
  rules,
  chosen,
  values,
  refusal,
  mayChange,
}: {
  name: string;
  path: string;
  back: string;
  rules: readonly RuleInForce[];
  chosen: ReminderRule | null;
  values: FormValues;
  refusal: Refusal | null;
  mayChange: boolean;
}) {
  const say = useWords(settingWords);
  const names = ruleNames[useLocale()];
  const change: Column<RuleInForce> = {
    label: say.actions,
    hidesLabel: true,
    cell: ({ rule }) => (
      <a class="btn" href={`${path}?rule=${rule}#exception`}>
        {say.changeHere}
        <span class="visually-hidden">: {names[rule]}</span>
      </a>
    ),
  };
  return (
    <>
      <PageHeader
        title={say.titleOf(name)}
        back={{ href: back, label: back === '/reminder-rules' ? say.backToRules : name }}
      />
      <Problem refusal={refusal} />
      {chosen && <ExceptionForm path={path} rule={chosen} values={values} refusal={refusal} />}
      <Table
        caption={say.title}
        hidesCaption
        rows={rules}
        empty={{ title: '' }}
        columns={[
          { label: say.rule, isRowName: true, cell: ({ rule }) => names[rule] },
          {
            label: say.state,
            cell: ({ enabled, from }) => (
              <>
                <OnOff enabled={enabled} />
                <From source={from.enabled} />
              </>
            ),
          },
          {
            label: say.when,
            cell: ({ daysBefore, from }) => (
              <>
                <Days days={daysBefore} />
                <From source={from.daysBefore} />
              </>
            ),
          },
          {
            label: say.tooLate,
            cell: ({ tooLateAfterDays, from }) => (
              <>
                {tooLateAfterDays}
                <From source={from.tooLateAfterDays} />
              </>
            ),
          },
          ...(mayChange ? [change] : []),
        ]}
      />
    </>
  );
}

function From({ source }: { source: SettingSource }) {
  return <small class="choice-hint">{useWords(settingWords)[source]}</small>;
}

function ExceptionForm({
  path,
  rule,
  values,
  refusal,
}: {
  path: string;
  rule: ReminderRule;
  values: FormValues;
  refusal: Refusal | null;
}) {
  const say = useWords(settingWords);
  return (
    <div id="exception">
      <Card title={say.hereTitle(ruleNames[useLocale()][rule])}>
        <p>{say.hereHint}</p>
        <Form action={path} values={{ enabled: 'same', ...values }} errors={refusal?.fields ?? []} hidden={{ rule }}>
          <ChoiceField
            name="enabled"
            label={say.state}
            isInline
            choices={[
              { value: 'on', label: say.on },
              { value: 'off', label: say.off },
              { value: 'same', label: say.asEverywhere },
            ]}
          />
          <DayFields rule={rule} />
          <ReasonField />
          <SubmitButton label={say.saveHere} />
        </Form>
      </Card>
    </div>
  );
}
