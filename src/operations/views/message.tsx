import { showMoment } from '../../platform/clock';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { ActionButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import type { BadAddress } from '../../platform/mailer/mail-addresses';
import { mailState } from '../../platform/mailer/mail-state';
import { mailWords } from '../../platform/mailer/mail.words';
import type { KeptMail } from '../../platform/mailer/mailer';
import { BadAddressNotice } from '../../platform/mailer/views/bad-address';
import { type Leaving, MailStateBadge } from './mail-state-badge';
import { MailText } from '../../platform/mailer/views/mail-text';

/** A message as its reader gets it. */
export function Message({
  mail,
  leaves,
  keeps,
  bad,
  values,
  refusal,
}: Leaving & {
  mail: KeptMail;
  /** Whether the reader notes what came back. */
  keeps: boolean;
  bad: BadAddress | null;
  values: FormValues;
  refusal: Refusal | null;
}) {
  const say = useWords(mailWords);
  return (
    <div class="narrow">
      <PageHeader title={mail.subject} back={{ href: '/messages', label: say.back }} />
      <Problem refusal={refusal} />
      <BadAddressNotice bad={bad}>
        <ActionButton action={`/messages/${mail.id}/address-trust`} label={say.trust} confirm={say.trustMeans} />
      </BadAddressNotice>
      <Card>
        <DescriptionList
          items={[
            { term: say.to, value: mail.to },
            { term: say.writtenAt, value: showMoment(mail.writtenAt) },
            { term: say.state, value: <MailStateBadge mail={mail} leaves={leaves} /> },
            ...(keeps && mail.lastError ? [{ term: say.said, value: mail.lastError }] : []),
            ...attachedTo(mail).map((names) => ({ term: say.attachments, value: names })),
          ]}
        />
        {keeps && mailState(mail) === 'left' && (
          <ActionButton
            action={`/messages/${mail.id}/return`}
            id="form"
            label={say.noteReturn}
            confirm={say.noteReturnMeans}
            values={values}
            errors={refusal?.fields ?? []}
          >
            <TextField name="reason" label={say.reason} hint={say.reasonHint} maxLength={500} required />
          </ActionButton>
        )}
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
