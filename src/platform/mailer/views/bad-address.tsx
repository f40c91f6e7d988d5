import type { ComponentChildren } from 'preact';
import { showMoment } from '../../clock';
import { Notice } from '../../pages/notices';
import { useWords } from '../../pages/page-context';
import type { BadAddress } from '../mail-addresses';
import { mailWords } from '../mail.words';

/** Says that mail comes back from somebody's address, and asks for another; nothing while it does not. */
export function BadAddressNotice({
  bad,
  isOwn = false,
  children,
}: {
  bad: BadAddress | null;
  /** Whether the reader is the one who gets no mail. */
  isOwn?: boolean;
  children?: ComponentChildren;
}) {
  const say = useWords(mailWords);
  if (!bad) return null;
  const { address, since, reason } = bad;
  return (
    <Notice tone="warning" heading={say.badTitle}>
      <p>{(isOwn ? say.badOwn : say.bad)(address, showMoment(since))}</p>
      {!isOwn && (
        <p>
          {say.said}: {reason}
        </p>
      )}
      {children}
    </Notice>
  );
}
