import { TextField } from '../../../platform/pages/fields';
import { type FormValues, textAt } from '../../../platform/pages/form-scope';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { timetableWords } from '../timetable.words';

/** What the office may decide about a plan, by the names of the form. */
export const decisionFields = ['roomSharedReason', 'managerOverlapReason', 'overlapReason', 'moveClosingDay'] as const;

interface Needed {
  readonly sharesRoom: boolean;
  readonly managerOverlaps: boolean;
  readonly peopleOverlap: boolean;
}

/** Which decisions a refused form asks for: those it was refused for, and those typed in it already. */
export function neededDecisions(refusal: Pick<Refusal, 'code'> | null | undefined, values: FormValues): Needed {
  return {
    sharesRoom: refusal?.code === 'room_taken' || textAt(values, 'roomSharedReason') !== '',
    managerOverlaps: refusal?.code === 'manager_busy' || textAt(values, 'managerOverlapReason') !== '',
    peopleOverlap: refusal?.code === 'person_busy' || textAt(values, 'overlapReason') !== '',
  };
}

/** Where the office writes by which decision a clash is allowed. */
export function DecisionFields({ sharesRoom, managerOverlaps, peopleOverlap }: Needed) {
  const say = useWords(timetableWords);
  if (!sharesRoom && !managerOverlaps && !peopleOverlap) return null;
  return (
    <>
      <p>{say.decideNext}</p>
      {sharesRoom && <TextField name="roomSharedReason" label={say.roomSharedReason} maxLength={500} />}
      {managerOverlaps && <TextField name="managerOverlapReason" label={say.managerOverlapReason} maxLength={500} />}
      {peopleOverlap && <TextField name="overlapReason" label={say.overlapReason} maxLength={500} />}
    </>
  );
}
