import type { VNode } from 'preact';
import { showMark } from '../../enrollments/show-mark';
import { useField } from '../../platform/pages/field';
import { type FormValues, textAt } from '../../platform/pages/form-scope';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type ExamBar, isBarred } from '../exam-bar';
import type { Attempt } from '../mark-sheet';
import { cellField } from '../marks-form';
import type { MarksRow } from '../marks.queries';
import type { ModuleItem } from '../theory-classes.queries';
import { theoryWords } from '../theory-classes.words';

interface Cell {
  readonly row: MarksRow;
  readonly module: ModuleItem;
  readonly attempt: Attempt;
  readonly values: FormValues;
  readonly isLocked: boolean;
  /** What a mark must reach to complete the course; null when no rule says. */
  readonly minimum: number | null;
  /** Which of the fields of one cell of the table it is, for moving about by keys. */
  readonly line: number;
}

interface MarkShown extends Omit<Cell, 'isLocked'> {
  readonly stored: number | null;
  readonly isTooLow: boolean;
  /** Code of the other class it was sat in. */
  readonly satIn: string | null;
  /** Too much absence; told beside the first mark. */
  readonly bar: ExamBar | null;
}

/** One mark to read or to type; null where there is nothing to show, so that the cell of the table is empty too. */
export function markCell({ isLocked, ...cell }: Cell): VNode | null {
  const { row, module, attempt, values, minimum } = cell;
  const { first, resit, firstSatIn, resitSatIn, bar } = row.marks.find(({ moduleId }) => moduleId === module.id)!;
  const isBelow = (mark: number | null) => mark !== null && minimum !== null && mark < minimum;
  const stored = attempt === 1 ? first : resit;
  const satIn = attempt === 1 ? firstSatIn : resitSatIn;
  const shown = { ...cell, stored, satIn, isTooLow: isBelow(stored), bar: attempt === 1 ? bar : null };
  if (isLocked) return stored === null && !shown.bar ? null : <MarkRead {...shown} />;

  // The re-sit opens where it is due, and stays open where something was typed.
  const isDue = first !== null && (minimum === null || isBelow(first));
  const isBlank = textAt(values, fieldOf(cell)) === '';
  if (attempt === 2 && isBlank && (!isDue || isBarred(bar))) return null;
  return isBlank && isBarred(shown.bar) ? <BarNote {...shown} /> : <MarkInput {...shown} />;
}

/** Says who is barred from the examination, or let in all the same, and leads to the decision. */
function BarNote({ row, bar }: Pick<MarkShown, 'row' | 'bar'>) {
  const say = useWords(theoryWords);
  if (!bar) return null;
  const path = `/enrollments/${row.enrollmentId}/marks`;
  return (
    <small class={`mark-note ${isBarred(bar) ? 'mark-barred' : 'quiet'}`}>
      {isBarred(bar) ? say.barred : say.letIn(bar.liftedBy!.decisionNumber)}{' '}
      <a href={path}>
        {say.absentOf(bar.absent, bar.halfDays)}
        <span class="visually-hidden">, {row.fullName}</span>
      </a>
    </small>
  );
}

const fieldOf = ({ row, module, attempt }: Pick<Cell, 'row' | 'module' | 'attempt'>) =>
  cellField({ enrollmentId: row.enrollmentId, moduleNumber: module.number, attempt });

function MarkRead({ row, attempt, stored, isTooLow, satIn, bar }: MarkShown) {
  const say = useWords(theoryWords);
  const locale = useLocale();
  return (
    <div>
      {attempt === 2 && <span class="quiet">{say.resit}: </span>}
      {stored !== null && showMark(stored, locale)}
      {satIn && <small class="mark-note quiet"> {say.satIn(satIn)}</small>}
      {isTooLow && <small class="mark-too-low"> {say.belowMinimum}</small>}
      <BarNote row={row} bar={bar} />
    </div>
  );
}

function MarkInput(cell: MarkShown) {
  const say = useWords(theoryWords);
  const { row, module, attempt, values, isTooLow, satIn, bar, line } = cell;
  const name = fieldOf(cell);
  const attemptName = attempt === 1 ? say.first : say.resit;
  const label = say.cellLabel(row.fullName, module.name, attemptName);
  const { attributes, marks } = useField({ name, label });
  return (
    <div class={`mark-cell${marks.isWrong ? ' field-wrong' : ''}`}>
      {marks.error}
      <input
        {...attributes}
        class="form-control"
        type="text"
        inputMode="decimal"
        autocomplete="off"
        maxLength={6}
        aria-label={label}
        placeholder={attempt === 2 ? say.resit : undefined}
        value={textAt(values, name)}
        data-line={line}
      />
      {satIn && <small class="mark-note quiet">{say.satIn(satIn)}</small>}
      {isTooLow && <small class="mark-too-low">{say.belowMinimum}</small>}
      <BarNote row={row} bar={bar} />
    </div>
  );
}
