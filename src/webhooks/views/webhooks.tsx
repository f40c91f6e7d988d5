import { showMoment } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { ChoiceField } from '../../platform/pages/choices';
import { Field } from '../../platform/pages/field';
import { TextField } from '../../platform/pages/fields';
import { Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import type { FormValues } from '../../platform/pages/form-scope';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { webhookTopics } from '../topics';
import type { WebhookItem } from '../webhooks.queries';
import { webhookWords } from '../webhooks.words';

interface Props {
  readonly webhooks: readonly WebhookItem[];
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function Webhooks({ webhooks, typed, refusal }: Props) {
  const say = useWords(webhookWords);
  return (
    <>
      <PageHeader title={say.title} />
      <Problem refusal={refusal} />
      <Card>
        <Table
          caption={say.title}
          list="whole"
          hidesCaption
          rows={webhooks}
          empty={{ title: say.none, next: say.noneNext }}
          columns={[
            { label: say.name, isRowName: true, cell: ({ id, name }) => <a href={`/webhooks/${id}`}>{name}</a> },
            { label: say.state, cell: ({ enabled }) => <OnOff enabled={enabled} /> },
            { label: say.waiting, isNumber: true, cell: ({ waiting }) => waiting },
            { label: say.dead, isNumber: true, cell: ({ dead }) => dead },
            { label: say.lastDelivered, cell: ({ lastDeliveredAt: at }) => at && showMoment(at) },
          ]}
        />
      </Card>
      <Card title={say.add}>
        <Form action="/webhooks" values={typed} errors={refusal?.fields}>
          <WebhookFields />
          <SubmitButton label={say.addSubmit} />
        </Form>
      </Card>
    </>
  );
}

export function WebhookFields() {
  const say = useWords(webhookWords);
  const locale = useLocale();
  const choices = webhookTopics().map(({ code, name }) => ({ value: code, label: name[locale] }));
  return (
    <>
      <TextField name="name" label={say.name} hint={say.nameHint} required maxLength={100} />
      <TextField name="url" label={say.url} hint={say.urlHint} required maxLength={500} />
      <ChoiceField name="topics" label={say.topics} choices={choices} isMany required />
    </>
  );
}

export function OnOff({ enabled }: { enabled: boolean }) {
  const say = useWords(webhookWords);
  return enabled ? <Badge tone="success" text={say.on} /> : <Badge text={say.off} />;
}

/** The one page that ever shows a secret. */
export function SecretShown({ webhook, secret }: { webhook: WebhookItem; secret: string }) {
  const say = useWords(webhookWords);
  return (
    <div class="narrow">
      <PageHeader title={webhook.name} back={{ href: '/webhooks', label: say.back }} />
      <Notice tone="warning" role="status" isFocused>
        <p>{say.secretOnce}</p>
      </Notice>
      <Card>
        <Field
          name="secret"
          label={say.secret}
          control={(attributes) => (
            <input {...attributes} class="form-control" type="text" value={secret} readOnly autocomplete="off" />
          )}
        />
        <LinkButton href={`/webhooks/${webhook.id}`} label={webhook.name} />
      </Card>
    </div>
  );
}
