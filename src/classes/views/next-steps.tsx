import type { ComponentChildren } from 'preact';
import { Notice } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { ClassItem, HalfDayItem } from '../classes.queries';
import { classWords } from '../classes.words';
import { partOfStep, stepOf } from '../next-step';
import { nextStepWords } from '../next-steps.words';
import { hasEnded } from '../training-class.states';

export interface Readiness {
  readonly item: ClassItem;
  /** Whether a unit has seats of its own. */
  readonly hasAllocations: boolean;
}

/** What the office does next with a class and where, at every stage. */
export function NextStep(of: Readiness) {
  const say = useWords(nextStepWords);
  const { id, stage, courseKind } = of.item;
  // Where a class that was merged went stands above.
  if (stage === 'merged') return null;
  const isStudy = courseKind === 'study_session';
  const sentences = {
    draft: say.draft,
    call_to_open: isStudy ? say.study : say.callToOpen,
    call_open: isStudy ? say.study : say.callOpen,
    call_over: isStudy ? say.studyOver : say.callOver,
    confirmed: say.confirmed,
    running: say.running,
    to_close: say.toClose,
    closed: say.closed,
    cancelled: say.cancelled,
  };
  const study = [partOfStep.study, say.studyLink] as const;
  const nominations = [partOfStep.follow, say.nominationsLink] as const;
  const step = stepOf(of.item);
  const link =
    step &&
    {
      allocate: [partOfStep.allocate, say.seatsLink] as const,
      study,
      follow: nominations,
      confirm: isStudy ? study : nominations,
      prepare: ['/printouts', say.printLink] as const,
      attend: [partOfStep.attend, say.attendanceLink] as const,
      close: [partOfStep.close, say.completionLink] as const,
    }[step];
  const [part, label] = link ?? ['/completion', say.resultsLink];
  return (
    <Notice tone="info" heading={say.title}>
      <p>
        {sentences[stage]} {stage !== 'draft' && stage !== 'cancelled' && <a href={`/classes/${id}${part}`}>{label}</a>}
      </p>
      {stage === 'draft' && <DraftSteps {...of} />}
    </Notice>
  );
}

function DraftSteps({ item, hasAllocations }: Readiness) {
  const say = useWords(nextStepWords);
  const { id, courseKind, halfDayCount, poolOpen } = item;
  return (
    <ul>
      <Step href={`/classes/${id}/timetable`} label={say.timetableLink}>
        {halfDayCount === 0 ? say.noHalfDays : say.halfDays(halfDayCount)}
      </Step>
      {courseKind === 'study_session' ? (
        <Step href={`/classes/${id}${partOfStep.study}`} label={say.unitsLink}>
          {say.units}
        </Step>
      ) : (
        <Step href={`/classes/${id}${partOfStep.allocate}`} label={say.seatsLink}>
          {hasAllocations ? say.seats : poolOpen ? say.onlyPool : say.noSeats}
        </Step>
      )}
    </ul>
  );
}

const Step = ({ href, label, children }: { href: string; label: string; children: ComponentChildren }) => (
  <li>
    <a href={href}>{label}</a>: {children}
  </li>
);

/** What units would miss if the call were announced now. */
export function AnnouncementWarnings({ item, hasAllocations }: Readiness) {
  const say = useWords(nextStepWords);
  const missing = [
    ...(item.halfDayCount === 0 ? [say.announcedWithoutHalfDays] : []),
    ...(hasAllocations || item.poolOpen || item.courseKind === 'study_session' ? [] : [say.announcedWithoutSeats]),
  ];
  if (missing.length === 0) return null;
  return (
    <Notice tone="warning">
      {missing.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </Notice>
  );
}

/** What a class that was split off does not have yet. */
export function PlacesToSet({
  item,
  halfDays,
  isManaged,
  now,
}: {
  item: ClassItem;
  halfDays: readonly HalfDayItem[];
  isManaged: boolean;
  now: Date;
}) {
  const say = useWords(classWords);
  if (hasEnded(item.state)) return null;
  const toCome = halfDays.filter(({ cancelledAt, startsAt }) => cancelledAt === null && startsAt > now);
  const rooms = toCome.filter(({ roomName }) => (roomName ?? item.roomName) === null).length;
  const lecturers = toCome.filter(({ lecturerId }) => lecturerId === null).length;
  if (rooms + lecturers === 0 && isManaged) return null;
  return (
    <Notice tone="info" heading={say.toSet}>
      <ul>
        {!isManaged && (
          <li>
            <a href={`/classes/${item.id}/managers`}>{say.chooseManager}</a>
          </li>
        )}
        {rooms + lecturers > 0 && <li>{say.choosePlaces(rooms, lecturers)}</li>}
      </ul>
    </Notice>
  );
}
