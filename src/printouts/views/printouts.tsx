import type { ClassItem, HalfDayItem } from '../../classes/classes.queries';
import { groupNameWords } from '../../classes/groups/groups.words';
import { ClassFrame } from '../../classes/views/class-frame';
import type { RosterGroup, RosterUnit } from '../../enrollments/enrollments.queries';
import { halfDayTitle } from '../../enrollments/half-day-title';
import type { Actor } from '../../platform/access/actor';
import { Card } from '../../platform/pages/blocks';
import { ChoiceField, choicesOf, SelectField } from '../../platform/pages/choices';
import { DayField, TextArea, TextField } from '../../platform/pages/fields';
import { CurrentForm, type FormValues } from '../../platform/pages/form-scope';
import { FieldRow, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { fillingWords, printoutWords, sheetHints, sheetWords } from '../printouts.words';
import { attendanceFillings, numberedSheets, type Sheet } from '../sheets';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly sheets: readonly Sheet[];
  /** Those whose people may be printed. */
  readonly units: readonly RosterUnit[];
  /** Those with people; none where the class is not divided. */
  readonly groups: readonly RosterGroup[];
  /** Whether every group may be printed at once: not by whoever looks after one of them. */
  readonly mayPrintEachGroup: boolean;
  readonly halfDays: readonly HalfDayItem[];
  /** The half-day a sheet is most likely wanted for; null without a timetable. */
  readonly nextHalfDay: HalfDayItem | null;
  readonly mayKeepLetterhead: boolean;
  readonly refused: { readonly sheet: Sheet; readonly values: FormValues; readonly refusal: Refusal } | null;
}

/** Every paper that can be printed about a class, each with its options. */
export function Printouts(props: Props) {
  const say = useWords(printoutWords);
  const { item, actor, sheets, mayKeepLetterhead, refused } = props;
  const letterhead = mayKeepLetterhead && <LinkButton href="/letterhead" label={say.letterhead} />;
  return (
    <ClassFrame item={item} actor={actor} current="printouts" actions={letterhead}>
      <Problem refusal={refused?.refusal ?? null} formId={refused?.sheet} />
      <p>{say.intro}</p>
      {sheets.map((sheet) => (
        <SheetCard {...props} sheet={sheet} />
      ))}
    </ClassFrame>
  );
}

function SheetCard({ sheet, ...props }: Props & { sheet: Sheet }) {
  const say = useWords(printoutWords);
  const titles = useWords(sheetWords);
  const hints = useWords(sheetHints);
  const { item, refused, nextHalfDay } = props;
  const usual = { from: nextHalfDay?.number, to: nextHalfDay?.number, filling: 'sign_once' };
  const isRefused = refused?.sheet === sheet;
  const form = {
    id: sheet,
    values: isRefused ? { ...usual, ...refused.values } : usual,
    errors: isRefused ? refused.refusal.fields : [],
  };
  return (
    <Card title={titles[sheet]}>
      <p>{hints[sheet]}</p>
      <form method="get" action={`/classes/${item.id}/printouts/${sheet}`} id={sheet} class="form" noValidate>
        <CurrentForm.Provider value={form}>
          <SheetFields {...props} sheet={sheet} />
          <div class="actions">
            <SubmitButton label={say.pdf} name="format" value="pdf" />
            <SubmitButton label={say.xlsx} tone="plain" name="format" value="xlsx" />
            <SubmitButton label={say.docx} tone="plain" name="format" value="docx" />
          </div>
        </CurrentForm.Provider>
      </form>
    </Card>
  );
}

function SheetFields({
  sheet,
  units,
  groups,
  mayPrintEachGroup,
  halfDays,
}: Pick<Props, 'units' | 'groups' | 'mayPrintEachGroup' | 'halfDays'> & { sheet: Sheet }) {
  const say = useWords(printoutWords);
  const names = useWords(groupNameWords);
  return (
    <>
      {sheet === 'attendance' && <AttendanceFields halfDays={halfDays} />}
      {numberedSheets.includes(sheet) && (
        <>
          <FieldRow>
            <TextField name="number" label={say.number} hint={say.numberHint} maxLength={40} />
            <DayField name="day" label={say.day} hint={say.dayHint} />
          </FieldRow>
          {sheet === 'invitation' && (
            <TextArea name="guests" label={say.guests} hint={say.guestsHint} rows={3} maxLength={2000} />
          )}
          {sheet.endsWith('decision') && (
            <TextArea name="grounds" label={say.grounds} hint={say.groundsHint} rows={3} maxLength={600} />
          )}
        </>
      )}
      {groups.length > 0 && (sheet === 'attendance' || sheet === 'roster') && (
        <SelectField
          name="group"
          label={names.forWhom}
          blank={names.wholeClass}
          choices={[
            ...(sheet === 'attendance' && mayPrintEachGroup ? [{ value: 'each', label: say.eachGroup }] : []),
            ...groups.map(({ number, name, people }) => ({
              value: number === null ? 'none' : String(number),
              label: `${number === null ? say.ungrouped : names.group(number, name)} (${people})`,
            })),
          ]}
        />
      )}
      {units.length > 1 && sheet !== 'seats' && sheet !== 'invitation' && (
        <SelectField
          name="unitId"
          label={say.unit}
          blank={say.allUnits}
          choices={units.map(({ unitId, unitName, people }) => ({ value: unitId, label: `${unitName} (${people})` }))}
        />
      )}
    </>
  );
}

function AttendanceFields({ halfDays }: Pick<Props, 'halfDays'>) {
  const say = useWords(printoutWords);
  const fillings = useWords(fillingWords);
  const locale = useLocale();
  const choices = halfDays.map((halfDay) => ({
    value: String(halfDay.number),
    label: say.halfDay(halfDay.number, halfDayTitle(halfDay, locale)),
  }));
  return (
    <>
      <FieldRow>
        <SelectField name="from" label={say.from} blank={say.firstHalfDay} choices={choices} />
        <SelectField name="to" label={say.to} blank={say.lastHalfDay} choices={choices} />
      </FieldRow>
      <ChoiceField name="filling" label={say.filling} choices={choicesOf(attendanceFillings, fillings)} />
    </>
  );
}
