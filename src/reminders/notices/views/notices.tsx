import { showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { PageHeader } from '../../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../../platform/pages/forms';
import { Pager } from '../../../platform/pages/lists';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { ordersOf, Table } from '../../../platform/pages/tables';
import type { NoticeItem, NoticesPage } from '../notices.queries';
import { noticeWords } from '../../reminders.words';
import type { NoticeOrder } from '../notices.requests';

export function Notices({
  list,
  isUnread,
  sort,
  isFirstPage,
}: {
  list: NoticesPage;
  /** Whether only unread ones are shown. */
  isUnread: boolean;
  sort: NoticeOrder | undefined;
  isFirstPage: boolean;
}) {
  const locale = useLocale();
  const say = useWords(noticeWords);
  const show = isUnread ? 'unread' : null;
  return (
    <>
      <PageHeader
        title={say.title}
        subtitle={say.unread(list.unread)}
        actions={
          <>
            {list.unread > 0 && <ActionButton action="/notices/reading" label={say.readAll} tone="primary" />}
            <LinkButton href="/me/reminders" label={say.choices} />
          </>
        }
      />
      <nav class="class-tabs" aria-label={say.which}>
        <ul>
          <li>
            <a href="/notices" aria-current={isUnread ? undefined : 'page'}>
              {say.all}
            </a>
          </li>
          <li>
            <a href="/notices?show=unread" aria-current={isUnread ? 'page' : undefined}>
              {say.onlyUnread}
            </a>
          </li>
        </ul>
      </nav>
      <Table
        caption={say.title}
        list={{ next: list.next, isFirstPage }}
        hidesCaption
        isLong
        rows={list.items}
        empty={{ title: isUnread ? say.noneUnread : say.none, next: isUnread ? undefined : say.noneNext }}
        columns={[
          { label: say.notice, isRowName: true, cell: ({ text }) => text[locale] },
          {
            label: say.at,
            sort: ordersOf('/notices', { show }, sort ?? '-at')('at'),
            cell: ({ at }) => showMoment(at),
          },
          {
            label: say.state,
            cell: ({ readAt }) => (readAt ? say.read : <Badge tone="info" text={say.isNew} />),
          },
          { label: say.actions, hidesLabel: true, cell: (notice) => <Open notice={notice} /> },
        ]}
      />
      <Pager path="/notices" query={{ show, sort }} next={list.next} isFirstPage={isFirstPage} />
    </>
  );
}

function Open({ notice: { id, link, readAt } }: { notice: NoticeItem }) {
  const say = useWords(noticeWords);
  if (!link && readAt) return null;
  const [tone, label] = [readAt ? 'plain' : 'primary', link ? say.open : say.markRead] as const;
  return <ActionButton action={`/notices/${id}/reading`} id={`read-${id}`} tone={tone} label={label} />;
}
