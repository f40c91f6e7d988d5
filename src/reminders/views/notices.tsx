import { showMoment } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { PageHeader } from '../../platform/pages/blocks';
import { ActionButton } from '../../platform/pages/forms';
import { Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { NoticeItem, NoticesPage } from '../notices.queries';
import { noticeWords } from '../reminders.words';

export function Notices({ list, isFirstPage }: { list: NoticesPage; isFirstPage: boolean }) {
  const locale = useLocale();
  const say = useWords(noticeWords);
  return (
    <>
      <PageHeader title={say.title} subtitle={say.unread(list.unread)} />
      <Table
        caption={say.title}
        hidesCaption
        rows={list.items}
        empty={{ title: say.none, next: say.noneNext }}
        columns={[
          { label: say.notice, isRowName: true, cell: ({ text }) => text[locale] },
          { label: say.at, cell: ({ at }) => showMoment(at) },
          {
            label: say.state,
            cell: ({ readAt }) => (readAt ? say.read : <Badge tone="info" text={say.isNew} />),
          },
          { label: say.actions, hidesLabel: true, cell: (notice) => <Open notice={notice} /> },
        ]}
      />
      <Pager path="/notices" next={list.next} isFirstPage={isFirstPage} />
    </>
  );
}

function Open({ notice: { id, link, readAt } }: { notice: NoticeItem }) {
  const say = useWords(noticeWords);
  if (!link && readAt) return null;
  const [tone, label] = [readAt ? 'plain' : 'primary', link ? say.open : say.markRead] as const;
  return <ActionButton action={`/notices/${id}/reading`} id={`read-${id}`} tone={tone} label={label} />;
}
