import type { Actor } from '../../platform/access/actor';
import { type Day, showDay, showMoment } from '../../platform/clock';
import type { JournalItem } from '../../platform/journal/journal.queries';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { ActionButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { CandidateItem } from '../candidates.queries';
import type { Move } from '../nomination-moves';
import { isLedToScans } from '../../scans/scans.policy';
import { ScansLink } from '../../scans/views/scans-link';
import { mayEndorse, mayEndorseOrReview, mayNominateFor, mayReview, speaksFor } from '../nominations.policy';
import { nextStep, type NextStep, stateSentence } from '../nominations.present';
import type { NominationItem } from '../nominations.queries';
import { oneNominationWords } from '../nomination.words';
import { nominationWords } from '../nominations.words';
import { ChecksInFull } from './checks';
import { moveFormId, NominationMoves, type RefusedMove } from './nomination-moves';
import { StateBadge } from './nomination-state';
import { NominationTimeline } from './nomination-timeline';

interface Props {
  readonly nomination: NominationItem;
  readonly actor: Actor;
  readonly moves: readonly Move[];
  /** Who could come instead. */
  readonly newcomers: readonly CandidateItem[];
  readonly journal: readonly JournalItem[];
  /** A draft outside the window, which only the office may still send. */
  readonly isLate: boolean;
  readonly today: Day;
  /** Whether the reader may take back what was decided, as nobody is told of it yet. */
  readonly mayUndo: boolean;
  readonly refused: RefusedMove | null;
}

export function NominationDetails(props: Props) {
  const { nomination, actor, moves, newcomers, journal, isLate, today, mayUndo, refused } = props;
  const say = useWords(oneNominationWords);
  const { nominations } = useWords(nominationWords);
  const { classId, className, fullName, position, unitName, checks } = nomination;
  return (
    <>
      <PageHeader
        title={fullName}
        subtitle={
          <>
            {position && `${position} · `}
            {unitName}
          </>
        }
        back={{ href: `/classes/${classId}/nominations`, label: `${nominations}: ${className}` }}
      />
      {refused && <Problem refusal={refused.refusal} formId={moveFormId(refused.move)} />}
      <Standing nomination={nomination} actor={actor} today={today} mayUndo={mayUndo} />
      <NominationMoves
        nomination={nomination}
        actor={actor}
        moves={moves}
        newcomers={newcomers}
        isLate={isLate}
        today={today}
        refused={refused}
      />
      <Card title={say.checks}>
        {checks.length > 0 && <p class="quiet">{say.checksNote}</p>}
        {nomination.warningsAcknowledged && (
          <p>
            {say.warningsRead(
              nomination.warningsAcknowledged.by,
              showMoment(new Date(nomination.warningsAcknowledged.at)),
            )}
          </p>
        )}
        <ChecksInFull checks={checks} />
      </Card>
      <Card title={say.nominee}>
        <Facts nomination={nomination} actor={actor} />
      </Card>
      <Card title={say.timeline}>
        <NominationTimeline lines={journal} />
      </Card>
    </>
  );
}

function Standing({ nomination, actor, today, mayUndo }: Pick<Props, 'nomination' | 'actor' | 'today' | 'mayUndo'>) {
  const locale = useLocale();
  const say = useWords(oneNominationWords);
  const { who, by } = nextStep(nomination, today);
  return (
    <Card title={say.standing}>
      <p>
        <StateBadge nomination={nomination} />
      </p>
      <p>
        <strong>{stateSentence(nomination)[locale]}</strong>
      </p>
      {nomination.goesOn && (
        <p>
          <a href={`/nominations/${nomination.goesOn.id}`}>{say.goesOn(nomination.goesOn.classCode)}</a>
        </p>
      )}
      <p>
        {say.next}: {nextWords(who, by, say, nomination.endorsedAbove)}{' '}
        {isTurnOf(actor, nomination, who) && <strong>{say.yourTurn}</strong>}
      </p>
      {mayUndo && (
        <>
          <p>{say.notToldYet(nomination.undoUntil!)}</p>
          <ActionButton action={`/nominations/${nomination.id}/decision/reversal`} label={say.undo} />
        </>
      )}
    </Card>
  );
}

function nextWords(
  who: NextStep['who'],
  by: Day | null,
  say: (typeof oneNominationWords)['vi'],
  endorsedAbove: boolean,
): string {
  if (who === 'nobody') return `${say.nextNobody}.`;
  if (who === 'nominee') return `${say.nextOpening(showDay(by!))}.`;
  const name = {
    unit: say.nextUnit,
    group: endorsedAbove ? say.nextAboveGroup : say.nextGroup,
    office: say.nextOffice,
  }[who];
  return by ? say.nextBy(name, showDay(by)) : `${name}.`;
}

function isTurnOf(actor: Actor, { unitId, endorsedAbove }: NominationItem, who: NextStep['who']): boolean {
  if (who === 'unit') return speaksFor(actor, unitId);
  if (who === 'group') return endorsedAbove ? mayReview(actor, unitId) : mayEndorse(actor, unitId);
  return who === 'office' && mayReview(actor, unitId);
}

const nobodyElse = { listImportId: null, substitutesId: null, substitutedById: null };

function Facts({ nomination, actor }: { nomination: NominationItem; actor: Actor }) {
  const say = useWords(oneNominationWords);
  const { unit } = useWords(nominationWords);
  const { classId, className, opensOn, personCode, birthDate, unitName, letter } = nomination;
  const { groupLetter, endorsedAt } = nomination;
  const letterOf = ({ number, date }: { number: string; date: Day }) => say.letterOf(number, showDay(date));
  const { lateReason, unitId, nowOfUnitId, nowOfUnitName, leftOn } = nomination;
  const hasMoved = nowOfUnitId !== unitId;
  // The nominee reads about nobody else.
  const isFollowed = mayNominateFor(actor, unitId) || mayEndorse(actor, unitId);
  const { listImportId, substitutesId, substitutedById } = isFollowed ? nomination : nobodyElse;
  const link = (id: string) => <a href={`/nominations/${id}`}>{say.seeNomination}</a>;
  return (
    <DescriptionList
      items={[
        { term: say.code, value: personCode },
        { term: say.birthDate, value: showDay(birthDate) },
        { term: unit, value: unitName },
        ...(hasMoved ? [{ term: say.nowOf, value: nowOfUnitName }] : []),
        ...(leftOn === null ? [] : [{ term: say.leftOn, value: showDay(leftOn) }]),
        { term: say.trainingClass, value: <a href={`/classes/${classId}`}>{className}</a> },
        { term: say.opensOn, value: showDay(opensOn) },
        {
          term: say.letter,
          value: letter ? (
            <>
              {letterOf(letter)} {isLedToScans(actor, unitId) && <ScansLink kind="unit_letter" paperId={letter.id} />}
            </>
          ) : (
            say.noLetter
          ),
        },
        ...(endorsedAt
          ? [
              {
                term: say.groupLetter,
                value: groupLetter ? (
                  <>
                    {letterOf(groupLetter)}{' '}
                    {mayEndorseOrReview(actor, unitId) && <ScansLink kind="group_letter" paperId={groupLetter.id} />}
                  </>
                ) : (
                  say.groupLetterToCome
                ),
              },
            ]
          : []),
        ...(listImportId
          ? [{ term: say.list, value: <a href={`/list-imports/${listImportId}`}>{say.seeList}</a> }]
          : []),
        ...(lateReason ? [{ term: say.lateReason, value: lateReason }] : []),
        ...(substitutesId ? [{ term: say.inPlaceOf, value: link(substitutesId) }] : []),
        ...(substitutedById ? [{ term: say.replacedBy, value: link(substitutedById) }] : []),
      ]}
    />
  );
}
