import type { ClassItem } from '../../classes/classes.queries';
import { ClassTabs } from '../../classes/views/class-tabs';
import type { Actor } from '../../platform/access/actor';
import { PageHeader } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import { Filters, Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { PageOf } from '../../platform/paging';
import { reminderRules, reminderStates } from '../reminder-rules';
import type { ReminderRow } from '../reminders.queries';
import type { RemindersPageRequest } from '../reminders.requests';
import { reminderWords, ruleNames, stateWords } from '../reminders.words';
import { RemindersTable } from './reminders-table';

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
}: Ledger & { units: readonly { readonly id: string; readonly name: string }[] }) {
  const say = useWords(reminderWords);
  const { cursor, rule, state, unitId } = filter;
  const query = { rule, state, unitId };
  return (
    <>
      <PageHeader title={say.title} subtitle={say.subtitle} />
      <Filters action="/reminders" values={query}>
        <KindAndState />
        {units.length > 1 && (
          <SelectField
            name="unitId"
            label={say.unit}
            blank={say.all}
            choices={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Filters>
      <RemindersTable rows={list.items} actor={actor} caption={say.title} namesClass />
      <Pager path="/reminders" query={query} next={list.next} isFirstPage={cursor === undefined} />
    </>
  );
}

export function ClassReminders({ list, filter, actor, item }: Ledger & { item: ClassItem }) {
  const say = useWords(reminderWords);
  const { cursor, rule, state } = filter;
  const path = `/classes/${item.id}/reminders`;
  return (
    <>
      <PageHeader title={item.name} back={{ href: '/classes', label: say.back }} />
      <ClassTabs item={item} actor={actor} current="reminders" />
      <Filters action={path} values={{ rule, state }}>
        <KindAndState />
      </Filters>
      <RemindersTable rows={list.items} actor={actor} caption={say.ofClass(item.name)} namesClass={false} />
      <Pager path={path} query={{ rule, state }} next={list.next} isFirstPage={cursor === undefined} />
    </>
  );
}

function KindAndState() {
  const locale = useLocale();
  const say = useWords(reminderWords);
  return (
    <>
      <SelectField
        name="rule"
        label={say.rule}
        blank={say.all}
        choices={reminderRules.map((rule) => ({ value: rule, label: ruleNames[locale][rule] }))}
      />
      <SelectField
        name="state"
        label={say.state}
        blank={say.all}
        choices={reminderStates.map((state) => ({ value: state, label: stateWords[locale][state] }))}
      />
    </>
  );
}
