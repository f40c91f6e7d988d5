import { StageBadge } from '../../classes/views/stage-badge';
import { type Day, dayOf, daysBetween, showDay } from '../../platform/clock';
import { LinkButton } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { ClassUnderWay } from '../desks.queries';
import { deskWords } from '../desks.words';
import { officeWords } from '../office-desk.words';
import { nextStepOf } from '../next-step';
import { ClassLink } from './desk';

/** Each class with where it stands, what is due when, and the one thing to do next. */
export function ClassesInProgress({ classes, today }: { classes: readonly ClassUnderWay[]; today: Day }) {
  const say = useWords(officeWords);
  const desk = useWords(deskWords);
  return (
    <Table
      caption={say.classes}
      hidesCaption
      rows={classes}
      empty={{
        title: say.noClasses,
        next: say.noClassesNext,
        action: <LinkButton href="/classes/new" label={say.plan} tone="primary" />,
      }}
      columns={[
        { label: desk.trainingClass, isRowName: true, cell: ({ id, name }) => <ClassLink id={id} name={name} /> },
        { label: desk.state, cell: ({ stage }) => <StageBadge stage={stage} /> },
        { label: say.when, cell: (aClass) => <When of={aClass} today={today} /> },
        { label: say.seats, isNumber: true, cell: (aClass) => <Filled of={aClass} /> },
        { label: say.waiting, isNumber: true, cell: ({ waiting }) => waiting },
        { label: desk.actions, cell: (aClass) => <Next of={aClass} /> },
      ]}
    />
  );
}

function Filled({ of: { courseKind, held, capacity, enrolled } }: { of: ClassUnderWay }) {
  const say = useWords(officeWords);
  if (courseKind === 'study_session') return <>{say.learners(enrolled)}</>;
  return (
    <>
      {held}/{capacity}
    </>
  );
}

function When({
  of: { stage, opensOn, closesOn, callOpensAt, callClosesAt },
  today,
}: {
  of: ClassUnderWay;
  today: Day;
}) {
  const say = useWords(officeWords);
  const desk = useWords(deskWords);
  const until = (day: Day) => desk.opensIn(daysBetween(today, day), showDay(day));
  if (stage === 'call_to_open' && callOpensAt) return <>{say.callOpens(callOpensAt)}</>;
  if (stage === 'call_open' && callClosesAt) {
    const left = desk.deadline(daysBetween(today, dayOf(callClosesAt)), callClosesAt);
    return <>{say.callCloses(left)}</>;
  }
  if (stage === 'running') return <>{say.closes(until(closesOn))}</>;
  if (stage === 'to_close') return <>{say.closed(showDay(closesOn))}</>;
  return <>{opensOn < today ? say.late(showDay(opensOn)) : say.opens(until(opensOn))}</>;
}

function Next({ of: aClass }: { of: ClassUnderWay }) {
  const say = useWords(officeWords);
  const { step, href } = nextStepOf(aClass);
  return <a href={href}>{say[step]}</a>;
}
