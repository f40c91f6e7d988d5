import type { ClassItem } from '../../classes/classes.queries';
import { dayOf, showDay } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { PageHeader } from '../../platform/pages/blocks';
import { controlId, type FormValues } from '../../platform/pages/form-scope';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { SelectField } from '../../platform/pages/choices';
import { TextField } from '../../platform/pages/fields';
import type { Refusal } from '../../platform/problems/refusal';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import { joinedLaterWords, markWords } from '../attendance.words';
import { halfDayTitle } from '../half-day-title';
import type { LearnedHalfDay, Learning } from '../learning.queries';
import { learningWords } from '../learning.words';
import { originSentence } from '../origin';
import type { OtherClass } from '../other-class';
import { toneOf } from './attendance-sheet';
import { AttendedSoFar } from './attended';
import { LeaveStanding } from './leave-at';
import { HowMarked } from './marking-form';

interface Props {
  readonly learning: Learning;
  readonly item: ClassItem;
  readonly maySeeRoster: boolean;
  readonly maySeePerson: boolean;
  readonly maySeeIn: (other: OtherClass) => boolean;
  readonly maySeeLeave: boolean;
  readonly mayMove: boolean;
  readonly mayArrange: boolean;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

/** How it went for one person in a class, where they came from and where they went on, and what can be done for them. */
export function LearningPage({
  learning,
  item,
  maySeeRoster,
  maySeePerson,
  maySeeIn,
  maySeeLeave,
  mayMove,
  mayArrange,
  typed,
  refusal,
}: Props) {
  const say = useWords(learningWords);
  const marks = useWords(markWords);
  const joinedLater = useWords(joinedLaterWords);
  const locale = useLocale();
  const { id, classId, personId, endedAt, endedReason, continues, continuedBy, deferral, earlier, attended } = learning;
  const path = `/enrollments/${id}`;
  const back = maySeeRoster
    ? { href: `/classes/${classId}/roster${endedAt ? '?ended=true' : ''}`, label: say.backToRoster }
    : { href: `/classes/${classId}`, label: say.backToClass };
  const named = (other: OtherClass) => {
    const name = `${other.classCode} – ${other.className}`;
    return maySeeIn(other) ? <a href={`/enrollments/${other.enrollmentId}`}>{name}</a> : name;
  };
  const guest: Column<LearnedHalfDay> = {
    label: say.makeUp,
    cell: ({ id: halfDayId, mark, visit, ...when }) =>
      (mark !== 'present' || visit) && (
        <a href={`${path}/half-days/${halfDayId}/guest`}>
          {visit ? say.seeVisit : say.arrangeVisit}
          <span class="visually-hidden"> – {halfDayTitle(when, locale)}</span>
        </a>
      ),
  };
  return (
    <>
      <PageHeader
        back={back}
        title={say.title(learning.fullName)}
        subtitle={`${item.code} – ${item.name} · ${learning.unitName}`}
        actions={
          <>
            {maySeePerson && <LinkButton href={`/people/${personId}`} label={say.person} />}
            {item.hasMarks && <LinkButton href={`${path}/marks`} label={say.marks} />}
            {mayMove && <LinkButton href={`${path}/transfer`} label={say.transfer} />}
            {mayMove && <LinkButton href={`${path}/deferral`} label={say.defer} />}
          </>
        }
      />
      {endedAt && (
        <Notice tone="info">
          <p>{say.left(showDay(dayOf(endedAt)), endedReason ?? '')}</p>
          <p>{say.stays}</p>
        </Notice>
      )}
      <Problem refusal={refusal} formId={controlId('do', `${path}/continuation`)} />
      {mayMove && earlier.length > 0 && (
        <div class="actions">
          <ActionButton
            action={`${path}/continuation`}
            label={say.goOn}
            confirm={say.goOnWhat}
            values={refusal ? typed : { enrollmentId: earlier[0]!.enrollmentId }}
            errors={refusal?.fields ?? []}
          >
            <SelectField
              name="enrollmentId"
              label={say.earlierClass}
              required
              choices={earlier.map(({ enrollmentId, classCode, className }) => ({
                value: enrollmentId,
                label: `${classCode} – ${className}`,
              }))}
            />
            <TextField name="reason" label={say.reason} maxLength={500} required />
          </ActionButton>
        </div>
      )}
      {deferral && <p>{say.deferred(showDay(deferral.until), deferral.decisionNumber, showDay(deferral.decidedOn))}</p>}
      {continuedBy && (
        <p>
          {say.learnsOn} {named(continuedBy)}.
        </p>
      )}
      {continues && (
        <p>
          {say.cameFrom} {named(continues)}.
        </p>
      )}
      <p>
        <AttendedSoFar attended={attended} />
      </p>
      <Table
        caption={say.halfDays}
        rows={learning.halfDays}
        columns={[
          { label: say.halfDay, isRowName: true, cell: (halfDay) => halfDayTitle(halfDay, locale) },
          { label: say.topic, cell: ({ topic }) => topic },
          {
            label: say.attendance,
            cell: ({ mark, expected, leave, origin, visit, ...how }) => (
              <>
                <Badge tone={toneOf(mark)} text={mark === 'unmarked' && !expected ? joinedLater.badge : marks[mark]} />{' '}
                {maySeeLeave && <LeaveStanding leave={leave} />}
                {!origin && how.markedAt && (
                  <small class="choice-hint">
                    <HowMarked row={{ ...how, origin }} /> {how.reason && say.because(how.reason)}
                  </small>
                )}
                {(origin ?? visit) && <small class="choice-hint">{originSentence((origin ?? visit)!, locale)}</small>}
              </>
            ),
          },
          ...(mayArrange ? [guest] : []),
        ]}
        empty={{ title: say.none }}
      />
    </>
  );
}
