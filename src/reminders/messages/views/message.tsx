import type { ClassItem } from '../../../classes/classes.queries';
import { codedName } from '../../../classes/coded-name';
import type { Actor } from '../../../platform/access/actor';
import { showMoment } from '../../../platform/clock';
import { MailText } from '../../../platform/mailer/views/mail-text';
import { ExcelLink } from '../../../platform/pages/exports/list';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../../platform/pages/choices';
import { ActionButton } from '../../../platform/pages/forms';
import { linkTo, type Query } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import type { ReminderRow } from '../../reminders.queries';
import type { RemindersPageRequest } from '../../reminders.requests';
import { reminderWords, stateWords } from '../../reminders.words';
import { reminderStates } from '../../rules/rule';
import { RemindersTable } from '../../views/table';
import type { ClassMessage } from '../messages.queries';
import { messageWords } from '../messages.words';
import { AudienceOf, MessageProgress } from './progress';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly message: ClassMessage;
  /** What became of each recipient; null for whoever it went to. */
  readonly lines: PageOf<ReminderRow> | null;
  readonly query: Pick<RemindersPageRequest, 'sort' | 'state'>;
  readonly isFirstPage: boolean;
  readonly now: Date;
  readonly refusal: Refusal | null;
}

/** A message, and for those who run the class how far it has come with whom. */
export function ClassMessagePage({ item, actor, message, lines, query, isFirstPage, now, refusal }: Props) {
  const say = useWords(messageWords);
  const { id, subject, body, writtenAt, writtenByName, leavesAt, takenBackAt, takenBackByName, states } = message;
  const isLeaving = takenBackAt === null && (states.due ?? 0) + (states.written ?? 0) > 0;
  const back = lines
    ? { href: `/classes/${item.id}/messages`, label: say.backToList }
    : { href: `/classes/${item.id}`, label: say.backToClass };
  return (
    <>
      <PageHeader title={subject} subtitle={codedName(item)} back={back} />
      <Problem refusal={refusal} />
      {takenBackAt && (
        <Notice tone="warning">
          <p>{say.takenBackAt(takenBackByName!, showMoment(takenBackAt))}</p>
        </Notice>
      )}
      <Card>
        <MailText text={body} />
        <DescriptionList
          items={[
            ...(lines ? [{ term: say.to, value: <AudienceOf message={message} /> }] : []),
            { term: say.by, value: writtenByName },
            { term: say.at, value: showMoment(writtenAt) },
            ...(lines && isLeaving ? [{ term: say.leavesAt, value: showMoment(leavesAt) }] : []),
          ]}
        />
        {lines && <MessageProgress message={message} now={now} />}
        {lines && isLeaving && (
          <ActionButton
            action={`/class-messages/${id}/taking-back`}
            label={say.takeBack}
            tone="danger"
            confirm={say.takeBackMeans}
          />
        )}
      </Card>
      {lines && <Recipients id={id} actor={actor} lines={lines} query={query} isFirstPage={isFirstPage} />}
    </>
  );
}

function Recipients({
  id,
  actor,
  lines,
  query,
  isFirstPage,
}: Pick<Props, 'actor' | 'isFirstPage'> & { id: string; lines: PageOf<ReminderRow>; query: Query & Props['query'] }) {
  const say = useWords(messageWords);
  const reminders = useWords(reminderWords);
  const locale = useLocale();
  const path = `/class-messages/${id}`;
  return (
    <Card title={say.recipients}>
      <div class="actions">
        <ExcelLink href={linkTo('/reminders/workbook', { ...query, messageId: id })} />
      </div>
      <Filters action={path} values={{ state: query.state }} hidden={{ sort: query.sort }}>
        <SelectField
          name="state"
          label={reminders.state}
          blank={reminders.all}
          choices={choicesOf(reminderStates, stateWords[locale])}
        />
      </Filters>
      <RemindersTable
        rows={lines.items}
        actor={actor}
        caption={say.recipients}
        namesClass={false}
        sorting={{ path, query: { state: query.state }, sort: query.sort }}
        part={{ next: lines.next, isFirstPage }}
      />
      <Pager path={path} query={{ ...query }} next={lines.next} isFirstPage={isFirstPage} />
    </Card>
  );
}
