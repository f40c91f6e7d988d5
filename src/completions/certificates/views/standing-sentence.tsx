import { showDay } from '../../../platform/clock';
import { useWords } from '../../../platform/pages/page-context';
import type { CertificateItem, VerifiedCertificate } from '../certificates.queries';
import { certificateWords, standingWords } from '../certificates.words';

type Stood = Pick<CertificateItem, 'standing' | 'stateOn' | 'correctedOn' | 'replacedByNumber' | 'validUntil'>;

/** Whether a certificate can be relied on today, and since when not; to who has only the paper, what stands in its place. */
export function StandingSentence({
  certificate,
  inItsPlace,
}: {
  certificate: Stood;
  inItsPlace?: VerifiedCertificate['inItsPlace'];
}) {
  const say = useWords(certificateWords);
  const ofStanding = useWords(standingWords);
  const { standing, correctedOn } = certificate;
  const isGone = standing === 'replaced' || standing === 'revoked';
  return (
    <>
      <p>{standing === 'issued' ? say.genuine : say.wasGenuine(ofStanding[standing])}</p>
      <Since certificate={certificate} />
      {isGone && inItsPlace !== undefined && (
        <p>
          {inItsPlace?.standing === 'issued'
            ? say.inItsPlace(inItsPlace.number, showDay(inItsPlace.issuedOn))
            : say.nothingInItsPlace}
        </p>
      )}
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
