import type { ComponentChildren } from 'preact';
import { Notice } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { ClassItem, HalfDayItem } from '../classes.queries';
import { classWords } from '../classes.words';
import { nextStepWords } from '../next-steps.words';
import { hasEnded } from '../training-class.states';
import type { ClassStage } from '../training-class.stage';

export interface Readiness {
  readonly item: ClassItem;
  /** Whether a unit has seats of its own. */
  readonly hasAllocations: boolean;
}

/** What the office does next with a class and where, at every stage. */
export function NextStep(of: Readiness) {
  const say = useWords(nextStepWords);
  const { id, stage } = of.item;
  // Where a class that was merged went stands above.
  if (stage === 'merged') return null;
  const to: Partial<Record<ClassStage, readonly [part: string, label: string]>> = {
    call_to_open: ['/seats', say.seatsLink],
    call_open: ['/nominations', say.nominationsLink],
    call_over: ['/nominations', say.nominationsLink],
    confirmed: ['/printouts', say.printLink],
    running: ['/attendance', say.attendanceLink],
    to_close: ['/completion', say.completionLink],
    closed: ['/completion', say.resultsLink],
  };
  const sentences = {
    draft: say.draft,
    call_to_open: say.callToOpen,
    call_open: say.callOpen,
    call_over: say.callOver,
    confirmed: say.confirmed,
    running: say.running,
    to_close: say.toClose,
    closed: say.closed,
    cancelled: say.cancelled,
  };
  const link = to[stage];
  return (
    <Notice tone="info" heading={say.title}>
      <p>
        {sentences[stage]} {link && <a href={`/classes/${id}${link[0]}`}>{link[1]}</a>}
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
        <Step href={`/classes/${id}/study`} label={say.unitsLink}>
          {say.units}
        </Step>
      ) : (
        <Step href={`/classes/${id}/seats`} label={say.seatsLink}>
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
