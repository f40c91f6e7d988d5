import { showMoment } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { useWords } from '../../platform/pages/page-context';
import { mailState } from '../../platform/mailer/mail-state';
import { mailWords } from '../../platform/mailer/mail.words';
import type { KeptMail } from '../../platform/mailer/mailer';

export interface Leaving {
  /** Whether messages leave the service at all. */
  readonly leaves: boolean;
}

/** What became of a message, in a word and since when. */
export function MailStateBadge({ mail, leaves }: Leaving & { mail: KeptMail }) {
  const say = useWords(mailWords);
  const { deliveredAt, deadAt, returnedAt, droppedReason, addressIsBad, lastError } = mail;
  switch (mailState(mail)) {
    case 'returned':
      return <Badge tone="danger" text={say.returned(showMoment(returnedAt!))} />;
    case 'left':
      return <Badge tone="success" text={say.left(showMoment(deliveredAt!))} />;
    case 'given_up':
      return <Badge tone="danger" text={say.givenUp(showMoment(deadAt!))} />;
    case 'dropped':
      return <Badge tone="neutral" text={say[droppedReason!]} />;
    case 'written':
      if (addressIsBad) return <Badge tone="warning" text={say.addressBad} />;
      if (lastError) return <Badge tone="warning" text={say.refused} />;
      return <Badge tone="info" text={leaves ? say.written : say.kept} />;
  }
}
