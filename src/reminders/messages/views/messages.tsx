import type { ClassItem } from '../../../classes/classes.queries';
import { ClassFrame } from '../../../classes/views/class-frame';
import type { Actor } from '../../../platform/access/actor';
import { showMoment } from '../../../platform/clock';
import { LinkButton } from '../../../platform/pages/forms';
import { Pager } from '../../../platform/pages/lists';
import { useWords } from '../../../platform/pages/page-context';
import { ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { ClassMessage } from '../messages.queries';
import { messageWords } from '../messages.words';
import { AudienceOf, StatesOf } from './progress';
import type { MessageOrder } from '../messages.queries';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly list: PageOf<ClassMessage>;
  readonly sort: MessageOrder | undefined;
  readonly isFirstPage: boolean;
}

/** What was written to people of a class, the newest first. */
export function ClassMessages({ item, actor, list, sort, isFirstPage }: Props) {
  const say = useWords(messageWords);
  const path = `/classes/${item.id}/messages`;
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="messages"
      actions={<LinkButton href={`${path}/new`} label={say.write} tone="primary" />}
    >
      <Table
        caption={say.title}
        list={{ next: list.next, isFirstPage }}
        hidesCaption
        rows={list.items}
        empty={{ title: say.none, next: say.noneNext }}
        columns={[
          {
            label: say.subject,
            isRowName: true,
            cell: ({ id, subject }) => <a href={`/class-messages/${id}`}>{subject}</a>,
          },
          { label: say.to, cell: (message) => <AudienceOf message={message} /> },
          { label: say.by, cell: ({ writtenByName }) => writtenByName },
          {
            label: say.at,
            sort: ordersOf(path, {}, sort ?? '-writtenAt')('writtenAt'),
            cell: ({ writtenAt }) => showMoment(writtenAt),
          },
          { label: say.states, cell: (message) => <StatesOf message={message} /> },
        ]}
      />
      <Pager path={path} query={{ sort }} next={list.next} isFirstPage={isFirstPage} />
    </ClassFrame>
  );
}
