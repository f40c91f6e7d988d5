import { showMoment } from '../../platform/clock';
import { PageHeader } from '../../platform/pages/blocks';
import { FileField } from '../../platform/pages/fields';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { Pager } from '../../platform/pages/lists';
import { Notice, Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { ordersOf, Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Refusal } from '../../platform/problems/refusal';
import { mailWords } from '../../platform/mailer/mail.words';
import type { MailPause } from '../../platform/mailer/mail-pauses';
import type { KeptMail } from '../../platform/mailer/mailer';
import { type Leaving, MailStateBadge } from './mail-state-badge';
import { MailPaused } from '../../platform/mailer/views/mail-paused';
import type { MailOrder } from '../mail.requests';

export function Messages({
  list,
  readsAll,
  operates,
  leaves,
  pause,
  sort,
  isFirstPage,
  refusal,
}: Leaving & {
  list: PageOf<KeptMail>;
  readsAll: boolean;
  /** Whether the reader keeps the service running. */
  operates: boolean;
  pause: MailPause | null;
  sort: MailOrder | undefined;
  isFirstPage: boolean;
  refusal: Refusal | null;
}) {
  const say = useWords(mailWords);
  return (
    <>
      <PageHeader
        title={say.title}
        actions={
          <>
            {operates && <LinkButton href="/operations" label={say.operations} />}
            {readsAll && <LinkButton href="/webhooks" label={say.webhooks} />}
            {readsAll && leaves && <LoadReport refusal={refusal} />}
          </>
        }
      />
      <Problem refusal={refusal} formId={reportForm} />
      <MailPaused pause={pause} />
      {!leaves && (
        <Notice tone="info">
          <p>{say.keptHere}</p>
        </Notice>
      )}
      <Table
        caption={say.title}
        list={{ next: list.next, isFirstPage }}
        hidesCaption
        isLong
        rows={list.items}
        empty={{ title: say.none, next: say.noneNext }}
        columns={[
          { label: say.subject, isRowName: true, cell: ({ id, subject }) => <a href={`/messages/${id}`}>{subject}</a> },
          ...(readsAll ? [{ label: say.to, cell: ({ to }: KeptMail) => to }] : []),
          {
            label: say.writtenAt,
            sort: ordersOf('/messages', {}, sort ?? '-writtenAt')('writtenAt'),
            cell: ({ writtenAt }) => showMoment(writtenAt),
          },
          { label: say.state, isState: true, cell: (mail) => <MailStateBadge mail={mail} leaves={leaves} /> },
        ]}
      />
      <Pager path="/messages" query={{ sort }} next={list.next} isFirstPage={isFirstPage} />
    </>
  );
}

const reportForm = 'delivery-report';

function LoadReport({ refusal }: { refusal: Refusal | null }) {
  const say = useWords(mailWords);
  return (
    <ActionButton
      action="/messages/delivery-reports"
      id={reportForm}
      label={say.report}
      confirm={say.reportMeans}
      confirmLabel={say.reportSend}
      errors={refusal?.fields ?? []}
      isMultipart
    >
      <FileField name="file" label={say.reportFile} accept=".eml,message/rfc822" required />
    </ActionButton>
  );
}
