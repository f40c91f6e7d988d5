import type { ClassItem } from '../../classes/classes.queries';
import { codedName } from '../../classes/coded-name';
import { ClassFrame } from '../../classes/views/class-frame';
import type { Actor } from '../../platform/access/actor';
import { ExcelLink } from '../../platform/pages/exports/list';
import { PageHeader } from '../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../platform/pages/choices';
import { DayField, TextField } from '../../platform/pages/fields';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Filters, Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { PageOf } from '../../platform/paging';
import { ledgerWords } from '../ledger.words';
import { reminderRules, reminderStates } from '../rules/rule';
import { mayManageReminders } from '../reminders.policy';
import type { ClassInLedger, ReminderRow } from '../reminders.queries';
import type { RemindersPageRequest } from '../reminders.requests';
import { reminderWords, ruleNames, stateWords } from '../reminders.words';
import { RemindersTable } from './table';
import { areSeveral, type Choices, SearchedField } from '../../platform/pages/searched/searched-field';

interface Ledger {
  readonly list: PageOf<ReminderRow>;
  readonly filter: RemindersPageRequest;
  readonly actor: Actor;
}

export function Reminders({
  list,
  filter,
  actor,
  units,
  classes,
}: Ledger & {
  units: Choices;
  classes: readonly ClassInLedger[];
}) {
  const say = useWords(reminderWords);
  const more = useWords(ledgerWords);
  const { cursor, sort, search, rule, state, classId, unitId, personId, from, to } = filter;
  const query = { search, rule, state, classId, unitId, personId, from, to };
  return (
    <>
      <PageHeader
        title={say.title}
        actions={
          <>
            <LinkButton href="/reminders/why" label={more.whyLink} />
            <LinkButton href="/reminder-rules" label={more.rulesLink} />
            {mayManageReminders(actor) && <LinkButton href="/reminder-texts" label={more.textsLink} />}
            <ExcelLink href={linkTo('/reminders/workbook', { ...query, sort })} />
          </>
        }
      />
      <Filters action="/reminders" values={query} hidden={{ sort }}>
        <TextField name="search" label={more.search} />
        <KindAndState />
        {classes.length > 1 && (
          <SelectField
            name="classId"
            label={say.trainingClass}
            blank={say.all}
            choices={classes.map((one) => ({ value: one.id, label: codedName(one) }))}
          />
        )}
        {areSeveral(units) && <SearchedField name="unitId" label={say.unit} blank={say.all} choices={units} />}
        <DueDays />
      </Filters>
      <RemindersTable
        rows={list.items}
        actor={actor}
        caption={say.title}
        namesClass
        sorting={{ path: '/reminders', query, sort }}
        part={{ next: list.next, isFirstPage: cursor === undefined }}
      />
      <Pager path="/reminders" query={{ ...query, sort }} next={list.next} isFirstPage={cursor === undefined} />
    </>
  );
}

export function ClassReminders({ list, filter, actor, item }: Ledger & { item: ClassItem }) {
  const say = useWords(reminderWords);
  const more = useWords(ledgerWords);
  const { cursor, rule, state, from, to, sort } = filter;
  const query = { rule, state, from, to };
  const path = `/classes/${item.id}/reminders`;
  return (
    <ClassFrame item={item} actor={actor} current="reminders">
      <div class="actions">
        <LinkButton href={`/reminders/why?classId=${item.id}`} label={more.whyLink} />
        <LinkButton href={`/classes/${item.id}/reminder-rules`} label={say.rulesOfClass} />
        <ExcelLink href={linkTo('/reminders/workbook', { ...query, sort, classId: item.id })} />
      </div>
      <Filters action={path} values={query} hidden={{ sort }}>
        <KindAndState />
        <DueDays />
      </Filters>
      <RemindersTable
        rows={list.items}
        actor={actor}
        caption={say.ofClass(item.name)}
        namesClass={false}
        sorting={{ path, query, sort }}
        part={{ next: list.next, isFirstPage: cursor === undefined }}
      />
      <Pager path={path} query={{ ...query, sort }} next={list.next} isFirstPage={cursor === undefined} />
    </ClassFrame>
  );
}

function DueDays() {
  const more = useWords(ledgerWords);
  return (
    <>
      <DayField name="from" label={more.from} />
      <DayField name="to" label={more.to} />
    </>
  );
}

function KindAndState() {
  const locale = useLocale();
  const say = useWords(reminderWords);
  return (
    <>
      <SelectField name="rule" label={say.rule} blank={say.all} choices={choicesOf(reminderRules, ruleNames[locale])} />
      <SelectField
        name="state"
        label={say.state}
        blank={say.all}
        choices={choicesOf(reminderStates, stateWords[locale])}
      />
    </>
  );
}
