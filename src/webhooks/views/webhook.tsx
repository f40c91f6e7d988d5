import { showMoment } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../platform/pages/choices';
import { ActionButton, Form, SubmitButton } from '../../platform/pages/forms';
import type { FormValues } from '../../platform/pages/form-scope';
import { Filters, Pager } from '../../platform/pages/lists';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Refusal } from '../../platform/problems/refusal';
import { webhookTopics } from '../topics';
import type { WebhookDeliveryItem, WebhookItem } from '../webhooks.queries';
import { deliveryStates, type WebhookPageRequest } from '../webhooks.requests';
import { webhookWords } from '../webhooks.words';
import { OnOff, WebhookFields } from './webhooks';

interface Props {
  readonly webhook: WebhookItem;
  readonly list: PageOf<WebhookDeliveryItem>;
  readonly filter: WebhookPageRequest;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function Webhook({ webhook, list, filter, typed, refusal }: Props) {
  const say = useWords(webhookWords);
  const { id, name, url, topics } = webhook;
  return (
    <>
      <PageHeader title={name} back={{ href: '/webhooks', label: say.back }} />
      <Problem refusal={refusal} />
      <Summary webhook={webhook} />
      <Deliveries id={id} list={list} filter={filter} />
      <Card title={say.change}>
        <Form
          action={`/webhooks/${id}`}
          values={refusal ? typed : { name, url, topics: [...topics] }}
          errors={refusal?.fields}
        >
          <WebhookFields />
          <SubmitButton label={say.changeSubmit} />
        </Form>
      </Card>
    </>
  );
}

function Summary({ webhook: { id, url, enabled, waiting, dead, lastDeliveredAt } }: { webhook: WebhookItem }) {
  const say = useWords(webhookWords);
  const path = `/webhooks/${id}`;
  const actions = (
    <div class="actions">
      {enabled ? (
        <ActionButton
          action={path}
          id="off"
          hidden={{ enabled: 'false' }}
          label={say.turnOff}
          confirm={say.turnOffMeans}
        />
      ) : (
        <ActionButton action={path} id="on" hidden={{ enabled: 'true' }} label={say.turnOn} tone="primary" />
      )}
      <ActionButton action={`${path}/secret-rotation`} label={say.rotate} confirm={say.rotateMeans} />
      {dead > 0 && (
        <ActionButton
          action={`${path}/replays`}
          id="replay-all"
          label={say.replayAll}
          confirm={say.replayAllMeans(dead)}
        />
      )}
    </div>
  );
  return (
    <Card footer={actions}>
      <DescriptionList
        items={[
          { term: say.state, value: <OnOff enabled={enabled} /> },
          { term: say.url, value: url },
          { term: say.waiting, value: waiting },
          { term: say.dead, value: dead },
          { term: say.lastDelivered, value: lastDeliveredAt && showMoment(lastDeliveredAt) },
        ]}
      />
    </Card>
  );
}

function Deliveries({ id, list, filter }: { id: string } & Pick<Props, 'list' | 'filter'>) {
  const say = useWords(webhookWords);
  const locale = useLocale();
  const topicNames = new Map(webhookTopics().map(({ code, name }) => [code, name[locale]]));
  const stateNames = { waiting: say.waiting, delivered: say.sent, dead: say.dead };
  const { state, cursor } = filter;
  return (
    <Card title={say.deliveries}>
      <Filters action={`/webhooks/${id}`} values={{ state: state ?? '' }}>
        <SelectField name="state" label={say.result} blank={say.all} choices={choicesOf(deliveryStates, stateNames)} />
      </Filters>
      <Table
        caption={say.deliveries}
        list={{ next: list.next, isFirstPage: cursor === undefined }}
        hidesCaption
        rows={list.items}
        empty={{ title: say.noDeliveries, next: say.noDeliveriesNext }}
        columns={[
          { label: say.writtenAt, isRowName: true, cell: ({ writtenAt }) => showMoment(writtenAt) },
          { label: say.topic, cell: ({ topic }) => topicNames.get(topic) ?? topic },
          { label: say.result, cell: (delivery) => <Result delivery={delivery} /> },
          {
            label: say.actions,
            hidesLabel: true,
            cell: (delivery) =>
              delivery.state === 'dead' && (
                <ActionButton
                  action={`/webhooks/${id}/replays`}
                  id={`replay-${delivery.id}`}
                  hidden={{ deliveryId: delivery.id }}
                  label={say.replay}
                />
              ),
          },
        ]}
      />
      <Pager path={`/webhooks/${id}`} query={{ state }} next={list.next} isFirstPage={cursor === undefined} />
    </Card>
  );
}

function Result({ delivery }: { delivery: WebhookDeliveryItem }) {
  const say = useWords(webhookWords);
  const { state, deliveredAt, nextAttemptAt, attempts, lastError } = delivery;
  if (state === 'delivered') return <Badge tone="success" text={say.delivered(showMoment(deliveredAt!))} />;
  return (
    <>
      {state === 'dead' ? (
        <Badge tone="danger" text={say.deadAt(attempts)} />
      ) : (
        <Badge tone="info" text={nextAttemptAt ? say.nextAt(showMoment(nextAttemptAt)) : say.waiting} />
      )}
      {lastError && <small> {lastError}</small>}
    </>
  );
}
