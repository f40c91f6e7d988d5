import type { VNode } from 'preact';
import { showMark } from '../../enrollments/show-mark';
import { useField } from '../../platform/pages/field';
import { type FormValues, textAt } from '../../platform/pages/form-scope';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Attempt } from '../mark-sheet';
import { cellField } from '../marks-form';
import type { MarksRow, ModuleItem } from '../theory-classes.queries';
import { theoryWords } from '../theory-classes.words';

interface Cell {
  readonly row: MarksRow;
  readonly module: ModuleItem;
  readonly attempt: Attempt;
  readonly values: FormValues;
  readonly isLocked: boolean;
  /** What a mark must reach to complete the course; null when no rule says. */
  readonly minimum: number | null;
}

interface MarkShown extends Omit<Cell, 'isLocked'> {
  readonly stored: number | null;
  readonly isTooLow: boolean;
}

/** One mark to read or to type; null where there is nothing to show, so that the cell of the table is empty too. */
export function markCell({ isLocked, ...cell }: Cell): VNode | null {
  const { row, module, attempt, values, minimum } = cell;
  const { first, resit } = row.marks.find(({ moduleId }) => moduleId === module.id)!;
  const isBelow = (mark: number | null) => mark !== null && minimum !== null && mark < minimum;
  const stored = attempt === 1 ? first : resit;
  if (isLocked) return stored === null ? null : <MarkRead {...cell} stored={stored} isTooLow={isBelow(stored)} />;

  // The re-sit opens where it is due, and stays open where something was typed.
  const isDue = first !== null && (minimum === null || isBelow(first));
  if (attempt === 2 && !isDue && textAt(values, fieldOf(cell)) === '') return null;
  return <MarkInput {...cell} stored={stored} isTooLow={isBelow(stored)} />;
}

const fieldOf = ({ row, module, attempt }: Pick<Cell, 'row' | 'module' | 'attempt'>) =>
  cellField({ enrollmentId: row.enrollmentId, moduleNumber: module.number, attempt });

function MarkRead({ attempt, stored, isTooLow }: MarkShown) {
  const say = useWords(theoryWords);
  const locale = useLocale();
  return (
    <div>
      {attempt === 2 && <span class="quiet">{say.resit}: </span>}
      {showMark(stored!, locale)}
      {isTooLow && <small class="mark-too-low"> {say.belowMinimum}</small>}
    </div>
  );
}

function MarkInput(cell: MarkShown) {
  const say = useWords(theoryWords);
  const { row, module, attempt, values, isTooLow } = cell;
  const name = fieldOf(cell);
  const attemptName = attempt === 1 ? say.first : say.resit;
  const { attributes, marks } = useField({ name, label: attemptName });
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
        aria-label={say.cellLabel(row.fullName, module.name, attemptName)}
        placeholder={attempt === 2 ? say.resit : undefined}
        value={textAt(values, name)}
      />
      {isTooLow && <small class="mark-too-low">{say.belowMinimum}</small>}
    </div>
  );
}
