import { halfDayTitle } from '../../../enrollments/half-day-title';
import { markWords } from '../../../enrollments/attendance.words';
import { showMark } from '../../../enrollments/show-mark';
import { type Day, showDay } from '../../../platform/clock';
import { Card } from '../../../platform/pages/blocks';
import { CheckField, choicesOf, SelectField, yesOrNo } from '../../../platform/pages/choices';
import { DayField, NumberField, TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Unfold } from '../../../platform/pages/unfold';
import type { Refusal } from '../../../platform/problems/refusal';
import { ScanField } from '../../../scans/views/scan-field';
import { theoryWords } from '../../../theory-classes/theory-classes.words';
import { amendedMarks, type CountedFacts } from '../amended-facts';
import { amendmentWords } from '../amendments.words';
import { attendanceField, markField } from '../form';

interface Props {
  readonly completionId: string;
  readonly facts: CountedFacts;
  readonly completed: boolean;
  readonly today: Day;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

/** What a decision changes, part by part: each says what counts now, and what is left empty stays so. */
export function AmendmentForm({ completionId, facts, completed, today, typed, refusal }: Props) {
  const say = useWords(amendmentWords);
  const { halfDays, modules, essay } = facts;
  // What was typed in a part is not to be looked for after a refusal.
  const hasTyped = (prefix: string) =>
    Object.entries(typed).some(([field, value]) => field.startsWith(prefix) && value !== '');
  return (
    <Card title={say.amend}>
      <p>{say.amendWhat}</p>
      <Form
        action={`/completions/${completionId}/amendments`}
        isMultipart
        values={typed}
        errors={refusal?.fields ?? []}
      >
        {halfDays.length > 0 && (
          <Unfold label={say.attendance} isOpen={hasTyped('attendance.')}>
            <Attendance halfDays={halfDays} />
          </Unfold>
        )}
        {modules.length > 0 && (
          <Unfold label={say.marks} isOpen={hasTyped('mark.')}>
            <Marks modules={modules} />
          </Unfold>
        )}
        <Unfold label={say.essay} isOpen={hasTyped('essay.')}>
          <Essay essay={essay} today={today} />
        </Unfold>
        {(facts.completes || !completed) && (
          <Unfold label={say.conclusion} isOpen={hasTyped('completes')}>
            <CheckField
              name="completes"
              value={String(!facts.completes)}
              label={facts.completes ? say.completesNot : say.completes}
            />
          </Unfold>
        )}
        <h3>{say.theDecision}</h3>
        <FieldRow>
          <TextField name="decision" label={say.decision} required maxLength={100} />
          <DayField name="decidedOn" label={say.decidedOn} required max={today} />
        </FieldRow>
        <TextField name="authority" label={say.authority} hint={say.authorityHint} required maxLength={200} />
        <TextArea name="reason" label={say.reason} hint={say.reasonHint} required rows={3} maxLength={1000} />
        <ScanField />
        <div class="actions">
          <SubmitButton label={say.tryAmend} tone="plain" name="do" value="try" />
          <SubmitButton label={say.doAmend} name="do" value="amend" />
        </div>
      </Form>
    </Card>
  );
}

function Attendance({ halfDays }: Pick<CountedFacts, 'halfDays'>) {
  const say = useWords(amendmentWords);
  const ofMark = useWords(markWords);
  const locale = useLocale();
  return (
    <FieldRow>
      {halfDays.map(({ id, mark, ...halfDay }) => (
        <SelectField
          name={attendanceField(id)}
          label={halfDayTitle(halfDay, locale)}
          blank={say.keepMark(ofMark[mark])}
          choices={choicesOf(
            amendedMarks.filter((other) => other !== mark),
            ofMark,
          )}
        />
      ))}
    </FieldRow>
  );
}

function Marks({ modules }: Pick<CountedFacts, 'modules'>) {
  const say = useWords(amendmentWords);
  const ofModule = useWords(theoryWords);
  const locale = useLocale();
  const counts = (mark: number | null) => (mark === null ? say.noneYet : say.countsNow(showMark(mark, locale)));
  return (
    <>
      {modules.map(({ id, number, name, first, resit }) => (
        <FieldRow>
          <NumberField
            name={markField(id, 1)}
            label={`${number}. ${name} – ${ofModule.first}`}
            hint={counts(first)}
            isWhole={false}
          />
          <NumberField
            name={markField(id, 2)}
            label={`${number}. ${name} – ${ofModule.resit}`}
            hint={counts(resit)}
            isWhole={false}
          />
        </FieldRow>
      ))}
    </>
  );
}

function Essay({ essay, today }: Pick<CountedFacts, 'essay'> & { today: Day }) {
  const say = useWords(amendmentWords);
  const locale = useLocale();
  const mark = essay?.mark ?? null;
  return (
    <>
      {!essay && <p>{say.essayNone}</p>}
      <FieldRow>
        <DayField
          name="essay.handedInOn"
          label={say.handedInOn}
          max={today}
          {...(essay ? { hint: say.countsNow(showDay(essay.handedInOn)) } : {})}
        />
        <NumberField
          name="essay.mark"
          label={say.essayMark}
          hint={mark === null ? say.noneYet : say.countsNow(showMark(mark, locale))}
          isWhole={false}
        />
        <SelectField name="essay.accepted" label={say.accepted} blank={say.keep} choices={yesOrNo(say.yes, say.no)} />
      </FieldRow>
    </>
  );
}
