import type { ClassItem } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import { Badge } from '../../platform/pages/badges';
import { Card } from '../../platform/pages/blocks';
import { Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { ToldRefusal } from '../../platform/problems/refusal';
import { candidateWords } from '../candidates.words';
import { warningsNotAcknowledged } from '../nominations.refusals';
import type { NominateEachRequest } from '../nominations.requests';
import type { NominationItem } from '../nominations.queries';
import { ClassFrame } from '../../classes/views/class-frame';
import { reserveNumberAfter } from '../turn';

/** What became of one of several people: a nomination, or a "no" and why. */
export interface NomineeOutcome {
  readonly personId: string;
  readonly nomination: NominationItem | null;
  readonly name: string | null;
  readonly refusal: ToldRefusal | null;
}

/** What the people were sent with, to send the rest the same way. */
export type Terms = Pick<NominateEachRequest, 'letter' | 'lateReason'>;

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly unitId: string;
  readonly outcomes: readonly NomineeOutcome[];
  readonly terms: Terms;
}

export function CandidateResults({ item, actor, unitId, outcomes, terms }: Props) {
  const say = useWords(candidateWords);
  const refused = outcomes.filter(({ refusal }) => refusal !== null).length;
  const sent = outcomes.length - refused;
  return (
    <ClassFrame item={item} actor={actor} current="nominations">
      <h2>{say.results}</h2>
      {sent > 0 && (
        <Notice tone="success" role="status">
          <p>{say.sentCount(sent)}</p>
        </Notice>
      )}
      {refused > 0 && (
        <Notice tone="danger" role="alert">
          <p>{say.refusedCount(refused)}</p>
        </Notice>
      )}
      <Table
        caption={say.results}
        hidesCaption
        rows={outcomes}
        empty={{ title: say.results }}
        columns={[
          { label: say.name, isRowName: true, cell: (outcome) => <Name outcome={outcome} /> },
          { label: say.result, cell: (outcome) => <Result outcome={outcome} /> },
        ]}
      />
      <Acknowledgement item={item} unitId={unitId} outcomes={outcomes} terms={terms} />
      <p class="actions">
        <LinkButton href={`/classes/${item.id}/nominations`} label={say.toList} tone="primary" />
        <LinkButton href={linkTo(`/classes/${item.id}/candidates`, { unitId })} label={say.more} />
      </p>
    </ClassFrame>
  );
}

/** People with something to note are sent once the secretary says to have read it. */
function Acknowledgement({ item, unitId, outcomes, terms: { letter, lateReason } }: Omit<Props, 'actor'>) {
  const say = useWords(candidateWords);
  const warned = outcomes.filter(({ refusal }) => refusal?.code === warningsNotAcknowledged);
  if (warned.length === 0) return null;
  return (
    <Card title={say.toAcknowledge(warned.length)}>
      <p>{say.toAcknowledgeHint}</p>
      <Form
        id="acknowledge"
        action={`/classes/${item.id}/candidates`}
        hidden={{
          unitId,
          'letter.number': letter.number,
          'letter.date': letter.date,
          lateReason,
          acknowledged: 'true',
        }}
      >
        {warned.map(({ personId }) => (
          <input type="hidden" name="personIds" value={personId} />
        ))}
        <SubmitButton label={say.acknowledgeAndSend(warned.length)} />
      </Form>
    </Card>
  );
}

function Name({ outcome: { nomination, name } }: { outcome: NomineeOutcome }) {
  const say = useWords(candidateWords);
  if (nomination) return <a href={`/nominations/${nomination.id}`}>{nomination.fullName}</a>;
  return <>{name ?? say.unknownPerson}</>;
}

function Result({ outcome: { nomination, refusal } }: { outcome: NomineeOutcome }) {
  const locale = useLocale();
  const say = useWords(candidateWords);
  if (refusal) {
    return (
      <>
        <Badge tone="danger" text={say.notSent} /> {refusal.sentence[locale]}
      </>
    );
  }
  const { seat, reservesBefore } = nomination!;
  return (
    <>
      <Badge tone={seat === null ? 'warning' : 'success'} text={say.sent} />{' '}
      {seat === null ? say.gotRank(reserveNumberAfter(reservesBefore ?? 0)) : say.gotSeat(seat)}
    </>
  );
}
