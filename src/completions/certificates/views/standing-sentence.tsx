import { showDay } from '../../../platform/clock';
import { useWords } from '../../../platform/pages/page-context';
import type { VerifiedCertificate } from '../certificates.queries';
import { certificateWords, standingWords } from '../certificates.words';

type Stood = Pick<VerifiedCertificate, 'standing' | 'stateOn' | 'correctedOn' | 'replacedByNumber' | 'validUntil'>;

/** Whether a certificate can be relied on today, and since when not. */
export function StandingSentence({ certificate }: { certificate: Stood }) {
  const say = useWords(certificateWords);
  const ofStanding = useWords(standingWords);
  const { standing, correctedOn } = certificate;
  return (
    <>
      <p>{standing === 'issued' ? say.genuine : say.wasGenuine(ofStanding[standing])}</p>
      <Since certificate={certificate} />
      {correctedOn && <p>{say.correctedOn(showDay(correctedOn))}</p>}
    </>
  );
}

function Since({ certificate: { standing, stateOn, replacedByNumber, validUntil } }: { certificate: Stood }) {
  const say = useWords(certificateWords);
  if (standing === 'expired' && validUntil) return <p>{say.expiredOn(showDay(validUntil))}</p>;
  if (standing === 'revoked' && stateOn) return <p>{say.revokedOn(showDay(stateOn))}</p>;
  if (standing === 'replaced' && stateOn && replacedByNumber)
    return <p>{say.replacedOn(showDay(stateOn), replacedByNumber)}</p>;
  return null;
}
