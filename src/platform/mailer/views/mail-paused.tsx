import type { ComponentChildren } from 'preact';
import { showMoment } from '../../clock';
import { Notice } from '../../pages/notices';
import { useWords } from '../../pages/page-context';
import type { MailPause } from '../mail-pauses';
import { mailWords } from '../mail.words';

/** The one alarm while the mail server takes nothing from us; nothing while mail leaves. */
export function MailPaused({ pause, children }: { pause: MailPause | null; children?: ComponentChildren }) {
  const say = useWords(mailWords);
  if (!pause) return null;
  return (
    <Notice tone="danger" heading={say.pausedTitle}>
      <p>{say.paused(showMoment(pause.since), showMoment(pause.until))}</p>
      <p>
        {say.said}: {pause.reason}
      </p>
      {children}
    </Notice>
  );
}
