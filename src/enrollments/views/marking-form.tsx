import { leftOutWords } from '../../platform/access/oneself';
import { showMoment } from '../../platform/clock';
import { EmptyState } from '../../platform/pages/blocks';
import { CheckField } from '../../platform/pages/choices';
import { TextField } from '../../platform/pages/fields';
import { type FormValues, controlId, textAt, useForm } from '../../platform/pages/form-scope';
import { Form, SaveBar, SubmitButton } from '../../platform/pages/forms';
import { Notice } from '../../platform/pages/notices';
import { useIsOwn, useLocale, usePage, useWords } from '../../platform/pages/page-context';
import type { FieldError } from '../../platform/problems/refusal';
import { isAwaited, markField, reasonField, shownField } from '../attendance-form';
import { isAbsence } from '../attendance-line.entity';
import type { SheetRow } from '../attendance.queries';
import { attendanceWords, choiceWords, guestOf, sourceWords } from '../attendance.words';
import { originSentence } from '../origin';
import { JoinedLaterApart } from './joined-later';
import { LeaveStanding } from './leave-at';
import { PresenceFlags } from './presence-flags';

interface Props {
  readonly action: string;
  readonly rows: readonly SheetRow[];
  readonly sheetId: string;
  /** The form as it is to be shown: what is stored, or what was chosen over it. */
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  /** How many the button filled in, when it was pressed. */
  readonly filled: number | null;
}

/** One person a row with three large choices; what is marked already asks for a reason only where it is changed. */
export function MarkingForm({ action, rows, sheetId, values, errors, filled }: Props) {
  const say = useWords(attendanceWords);
  if (rows.length === 0) return <EmptyState title={say.nobodyOnSheet} />;
  const { personId } = usePage();
  const left = rows.filter(
    (row) => isAwaited(row) && row.personId !== personId && textAt(values, markField(row.enrollmentId)) === '',
  ).length;
  return (
    <Form action={action} values={values} errors={errors}>
      {filled === null ? (
        <p>{say.howTo}</p>
      ) : (
        <Notice tone="warning" role="status" isFocused>
          <p>{filled > 0 ? say.filled(filled) : say.nothingToFill}</p>
        </Notice>
      )}
      {/* Enter in a reason presses the first button of a form: it must be the one that saves. */}
      <button type="submit" name="do" value="save" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
      {left > 0 && (
        <div class="fill-unmarked">
          <SubmitButton label={say.fillUnmarked(left)} tone="plain" name="do" value="fill" />
          <p class="quiet">{say.fillHint}</p>
        </div>
      )}
      <JoinedLaterApart
        rows={rows}
        list={(some) => (
          <ol class="mark-sheet">
            {some.map((row) => (
              <li>
                <MarkingRow row={row} sheetId={sheetId} />
              </li>
            ))}
          </ol>
        )}
      />
      <CheckField name="source" value="paper" label={say.fromPaper} />
      <SaveBar>
        <SubmitButton label={say.save} name="do" value="save" />
      </SaveBar>
    </Form>
  );
}

function MarkingRow({ row, sheetId }: { row: SheetRow; sheetId: string }) {
  const say = useWords(attendanceWords);
  const choices = useWords(choiceWords);
  const { id: formId, values } = useForm();
  const guests = useWords(guestOf);
  const oneself = useWords(leftOutWords);
  const isOwn = useIsOwn(row);
  const { enrollmentId, fullName, unitName, mark, expected, guestFrom } = row;
  const field = markField(enrollmentId);
  const chosen = textAt(values, field);
  const isMarked = mark !== 'unmarked';
  return (
    <div class="mark-row" role="radiogroup" aria-labelledby={`name-${enrollmentId}`}>
      <div id={`name-${enrollmentId}`}>
        <span class="mark-name">{fullName}</span>{' '}
        <span class="quiet">{[unitName, guestFrom && guests.guest(guestFrom)].filter(Boolean).join(' · ')}</span>
      </div>
      {isOwn ? (
        <p class="mark-origin quiet">{oneself.ownRow}</p>
      ) : (
        <div class="mark-choices">
          {markChoices
            .filter((choice) => expected || !isAbsence(choice) || choice === mark)
            .map((choice, index) => (
              <label class={`mark-choice mark-${choice}`}>
                <input
                  type="radio"
                  class={`form-check-input${choice === mark ? ' was-chosen' : ''}`}
                  id={index === 0 ? controlId(formId, field) : undefined}
                  name={field}
                  value={choice}
                  checked={choice === chosen}
                />
                <span>{choices[choice]}</span>
              </label>
            ))}
        </div>
      )}
      {(row.leave ?? (isMarked ? null : row.otherDevice)) && (
        <p class="mark-origin">
          <LeaveStanding leave={row.leave} /> {!isMarked && <PresenceFlags row={row} />}
        </p>
      )}
      {isMarked && (
        <>
          <input type="hidden" name={shownField(enrollmentId)} value={mark} />
          {!isOwn && (
            <div class="mark-reason">
              <TextField name={reasonField(enrollmentId)} label={say.reason} hint={say.reasonHint} maxLength={500} />
            </div>
          )}
          <p class="mark-origin quiet">
            <PresenceFlags row={row} /> <HowMarked row={row} /> <TrailLink row={row} sheetId={sheetId} />
          </p>
        </>
      )}
    </div>
  );
}

const markChoices = ['present', 'excused', 'unexcused'] as const;

type Marked = Pick<SheetRow, 'markedAt' | 'markedByName' | 'source' | 'origin'>;

/** Who marked somebody, when and from where. */
export function HowMarked({ row: { markedAt, markedByName, source, origin } }: { row: Marked }) {
  const say = useWords(attendanceWords);
  const locale = useLocale();
  const sources = useWords(sourceWords);
  if (!markedAt || !source) return null;
  return (
    <>
      {say.markedBy(
        markedByName ?? say.somebody,
        showMoment(markedAt),
        origin ? originSentence(origin, locale) : sources[source],
      )}
      .
    </>
  );
}

export function TrailLink({ row: { enrollmentId, fullName }, sheetId }: { row: SheetRow; sheetId: string }) {
  const say = useWords(attendanceWords);
  return (
    <a href={`/half-days/${sheetId}/attendance/${enrollmentId}`}>
      {say.trail}
      <span class="visually-hidden"> – {fullName}</span>
    </a>
  );
}
