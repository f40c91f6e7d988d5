import { showMoment } from '../../clock';
import { Badge } from '../../pages/badges';
import { Card, DescriptionList, PageHeader } from '../../pages/blocks';
import { LinkButton } from '../../pages/forms';
import { Pager } from '../../pages/lists';
import { Notice } from '../../pages/notices';
import { useWords } from '../../pages/page-context';
import { Table } from '../../pages/tables';
import type { PageOf } from '../../paging';
import { mailWords } from '../mail.words';
import type { KeptMail } from '../mailer';
import { MailText } from './mail-text';

interface Leaving {
  /** Whether messages leave the service at all. */
  readonly leaves: boolean;
}

export function Messages({
  list,
  readsAll,
  operates,
  leaves,
  isFirstPage,
}: Leaving & {
  list: PageOf<KeptMail>;
  readsAll: boolean;
  /** Whether the reader keeps the service running. */
  operates: boolean;
  isFirstPage: boolean;
}) {
  const say = useWords(mailWords);
  return (
    <>
      <PageHeader
        title={say.title}
        subtitle={readsAll ? say.allHint : say.mineHint}
        actions={
          <>
            {operates && <LinkButton href="/operations" label={say.operations} />}
            {readsAll && <LinkButton href="/webhooks" label={say.webhooks} />}
          </>
        }
      />
      {!leaves && (
        <Notice tone="info">
          <p>{say.keptHere}</p>
        </Notice>
      )}
      <Table
        caption={say.title}
        hidesCaption
        rows={list.items}
        empty={{ title: say.none, next: say.noneNext }}
        columns={[
          { label: say.subject, isRowName: true, cell: ({ id, subject }) => <a href={`/messages/${id}`}>{subject}</a> },
          ...(readsAll ? [{ label: say.to, cell: ({ to }: KeptMail) => to }] : []),
          { label: say.writtenAt, cell: ({ writtenAt }) => showMoment(writtenAt) },
          { label: say.state, cell: (mail) => <DeliveryState mail={mail} leaves={leaves} /> },
        ]}
      />
      <Pager path="/messages" next={list.next} isFirstPage={isFirstPage} />
    </>
  );
}

/** A message as its reader gets it. */
export function Message({ mail, leaves }: Leaving & { mail: KeptMail }) {
  const say = useWords(mailWords);
  return (
    <div class="narrow">
      <PageHeader title={mail.subject} back={{ href: '/messages', label: say.back }} />
      <Card>
        <DescriptionList
          items={[
            { term: say.to, value: mail.to },
            { term: say.writtenAt, value: showMoment(mail.writtenAt) },
            { term: say.state, value: <DeliveryState mail={mail} leaves={leaves} /> },
            ...attachedTo(mail).map((names) => ({ term: say.attachments, value: names })),
          ]}
        />
      </Card>
      <Card>
        <MailText text={mail.body} />
      </Card>
    </div>
  );
}

/** The names of what travels with it, as one line; no line when nothing does. */
const attachedTo = ({ attachments = [] }: KeptMail): readonly string[] =>
  attachments.length > 0 ? [attachments.map(({ name }) => name).join(', ')] : [];

function DeliveryState({ mail: { deliveredAt, deadAt, lastError }, leaves }: Leaving & { mail: KeptMail }) {
  const say = useWords(mailWords);
  if (deliveredAt) return <Badge tone="success" text={say.delivered(showMoment(deliveredAt))} />;
  if (deadAt) return <Badge tone="danger" text={say.givenUp(showMoment(deadAt))} />;
  if (lastError) return <Badge tone="danger" text={say.refused} />;
  return <Badge tone="info" text={leaves ? say.waiting : say.kept} />;
}
