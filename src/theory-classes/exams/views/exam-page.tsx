import { showMark } from '../../../enrollments/show-mark';
import { hasEnded } from '../../../classes/training-class.states';
import type { Actor } from '../../../platform/access/actor';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { DayField, TextField } from '../../../platform/pages/fields';
import { controlId, type FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, FieldRow, LinkButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { PaperLinks } from '../../../platform/pages/papers/paper-links';
import { type Column, Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { barSentence } from '../../exam-bar';
import type { AdmissionRow } from '../admission.queries';
import { outcomeWords, showNumber } from '../exam';
import { examTitle } from '../exam-title';
import type { Candidate, ExamItem } from '../exams.queries';
import { examWords } from '../exams.words';
import { ExamFacts, useMinutes, useWatching } from './exam-facts';

export interface RefusedOnExam {
  readonly refusal: Refusal;
  /** Whose permission was refused; null for the cancellation. */
  readonly enrollmentId: string | null;
}

interface Props {
  readonly exam: ExamItem;
  readonly actor: Actor;
  readonly candidates: readonly Candidate[];
  /** People of the class who may not sit it. */
  readonly barred: readonly AdmissionRow[];
  readonly mayPlan: boolean;
  readonly typed: FormValues;
  readonly refused: RefusedOnExam | null;
}

/** One examination for who runs its class: what is known of it, who sits it, and what comes next. */
export function ExamPage({ exam, actor, candidates, barred, mayPlan, typed, refused }: Props) {
  const say = useWords(examWords);
  const locale = useLocale();
  const path = `/exams/${exam.id}`;
  const isOpen = !hasEnded(exam.classState) && exam.cancelledAt === null;
  const isHeld = exam.minutesAt !== null;
  const hasBegun = isOpen && exam.stage !== 'planned';
  const more = [useWatching(exam), ...useMinutes(exam)];
  const formId =
    refused &&
    controlId('do', refused.enrollmentId ? permissionPath(path, refused.enrollmentId) : `${path}/cancellation`);
  const resit = { moduleId: exam.moduleId ?? '', attempt: '2' };
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${exam.classId}/exams`, label: say.examsOf(exam.classCode) }}
        title={examTitle(exam, locale)}
        subtitle={`${exam.classCode} – ${exam.className}`}
        actions={
          <>
            {hasBegun && (
              <LinkButton
                href={`${path}/minutes`}
                label={isHeld ? say.correctMinutes : say.takeMinutes}
                tone={isHeld ? 'plain' : 'primary'}
              />
            )}
            {hasBegun && exam.moduleId !== null && (
              <LinkButton
                href={`${path}/marks`}
                label={say.enterMarks}
                tone={exam.stage === 'marks_due' ? 'primary' : 'plain'}
              />
            )}
            {mayPlan && isOpen && !isHeld && <LinkButton href={`${path}/edit`} label={say.change} />}
            {mayPlan && isOpen && isHeld && (
              <LinkButton
                href={`/classes/${exam.classId}/exams/new?${new URLSearchParams(resit).toString()}`}
                label={say.planResit}
              />
            )}
          </>
        }
      />
      <Problem refusal={refused?.refusal ?? null} formId={formId ?? undefined} />
      {isHeld && exam.papers !== exam.sat && (
        <Notice tone="warning">
          <p>{say.papersDiffer(exam.papers!, exam.sat)}</p>
        </Notice>
      )}
      <ExamFacts exam={exam} more={more} />
      <Card
        title={`${say.candidates} (${candidates.length})`}
        actions={mayPlan && isOpen && !isHeld && <LinkButton href={`${path}/candidates`} label={say.drawUp} />}
      >
        <Table
          caption={say.candidates}
          list="whole"
          hidesCaption
          isLong
          rows={candidates}
          empty={{ title: say.nobody, ...(mayPlan && isOpen ? { next: say.nobodyNext } : {}) }}
          columns={useColumns(exam)}
        />
      </Card>
      {candidates.length > 0 && (
        <Card title={say.toPrint}>
          <DescriptionList
            items={[
              { term: say.printList, value: <PaperLinks path={`${path}/papers/list`} title={say.printList} /> },
              {
                term: say.printSigning,
                value: <PaperLinks path={`${path}/papers/signing`} title={say.printSigning} />,
              },
              {
                term: say.printMinutes,
                value: <PaperLinks path={`${path}/papers/minutes`} title={say.printMinutes} />,
              },
            ]}
          />
        </Card>
      )}
      {isOpen && !isHeld && barred.length > 0 && (
        <Card title={`${say.barredHere} (${barred.length})`}>
          <Table
            caption={say.barredHere}
            hidesCaption
            rows={barred}
            empty={{ title: say.nobody }}
            columns={[
              { label: say.name, isRowName: true, cell: ({ fullName }) => fullName },
              { label: say.unit, cell: ({ unitName }) => unitName },
              { label: say.why, cell: ({ bar }) => bar && barSentence(bar)[locale] },
              {
                label: say.permit,
                hidesLabel: true,
                cell: (row) =>
                  mayPlan &&
                  !actor.is(row.personId) && (
                    <ActionButton
                      action={permissionPath(path, row.enrollmentId)}
                      label={say.permit}
                      confirm={say.permitWhat}
                      values={refused?.enrollmentId === row.enrollmentId ? typed : {}}
                      errors={refused?.enrollmentId === row.enrollmentId ? refused.refusal.fields : []}
                    >
                      <FieldRow>
                        <TextField name="decisionNumber" label={say.decisionNumber} maxLength={60} required />
                        <DayField name="decidedOn" label={say.decidedOn} required />
                      </FieldRow>
                      <TextField name="reason" label={say.reason} maxLength={500} required />
                    </ActionButton>
                  ),
              },
            ]}
          />
        </Card>
      )}
      {mayPlan && isOpen && !isHeld && (
        <ActionButton
          action={`${path}/cancellation`}
          label={say.cancel}
          tone="danger"
          confirm={say.cancelWhat}
          values={refused?.enrollmentId === null ? typed : {}}
          errors={refused?.enrollmentId === null ? refused.refusal.fields : []}
        >
          <TextField name="reason" label={say.reason} maxLength={500} required />
        </ActionButton>
      )}
    </>
  );
}

const permissionPath = (path: string, enrollmentId: string) => `${path}/candidates/${enrollmentId}/permission`;

function useColumns({ rooms, minutesAt, moduleId, classId }: ExamItem): Column<Candidate>[] {
  const say = useWords(examWords);
  const locale = useLocale();
  return [
    {
      label: say.name,
      isRowName: true,
      cell: ({ number, fullName }) => `${showNumber(number)} · ${fullName}`,
    },
    {
      label: say.unit,
      cell: ({ unitName, classId: own, classCode }) =>
        own === classId ? unitName : `${unitName} – ${say.guestOf(classCode)}`,
    },
    ...(rooms.length > 1 ? [{ label: say.room, cell: ({ roomName }: Candidate) => roomName }] : []),
    ...(minutesAt === null
      ? []
      : [
          { label: say.outcome, cell: ({ outcome }: Candidate) => outcome && outcomeWords[outcome][locale] },
          { label: say.violation, cell: ({ violation }: Candidate) => violation },
        ]),
    ...(minutesAt === null || moduleId === null
      ? []
      : [
          {
            label: say.mark,
            isNumber: true,
            cell: ({ mark }: Candidate) => (mark === null ? null : showMark(mark, locale)),
          },
        ]),
  ];
}
