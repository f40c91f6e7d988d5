import type { FormValues } from '../../../platform/pages/form-scope';
import type { Refusal } from '../../../platform/problems/refusal';
import type { WorkingWeek } from '../days-in-lieu';
import type { HolidayItem } from '../holidays.queries';
import { showDay } from '../../../platform/clock';
import { Card } from '../../../platform/pages/blocks';
import { ChoiceField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { ActionButton, Form, SubmitButton } from '../../../platform/pages/forms';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { isAnnouncedYear, nationalDayNeighbours, offeredHolidays, secondNationalDay } from '../holidays';
import { holidayWords } from '../holidays.words';

export interface YearProps {
  readonly year: number;
  readonly holidays: readonly HolidayItem[];
  readonly workingWeek: WorkingWeek;
  /** What was typed about National Day; null while nothing was. */
  readonly nationalDay: FormValues | null;
  /** What was typed about the whole year; null while nothing was. */
  readonly verification: FormValues | null;
  readonly refusal: Refusal | null;
}

export const nationalDayFormId = 'national-day';
export const verificationFormId = 'verification';

/** What is decided of a whole year: the day beside 2 September, days that may be added, and the working week. */
export function OfTheYear({ year, holidays, workingWeek, nationalDay, verification, refusal }: YearProps) {
  const say = useWords(holidayWords);
  const locale = useLocale();
  const listed = new Set(holidays.map(({ day }) => day));
  const offered = offeredHolidays(year).filter(({ day }) => !listed.has(day));
  const unverified = holidays.filter(({ verified }) => !verified).length;
  const second = holidays.find(({ nameVi }) => nameVi === secondNationalDay.vi);
  const stored = second && { second: second.day, source: second.verified ? second.source : '' };
  return (
    <>
      {!isAnnouncedYear(year) && (
        <Card title={say.nationalDay}>
          <Form
            id={nationalDayFormId}
            action="/public-holidays/national-day"
            hidden={{ year }}
            values={nationalDay ?? stored ?? {}}
            errors={nationalDay ? (refusal?.fields ?? []) : []}
          >
            <p>{say.nationalDayHint}</p>
            <ChoiceField
              name="second"
              label={say.second}
              isInline
              choices={nationalDayNeighbours(year).map((day) => ({ value: day, label: showDay(day) }))}
            />
            <TextField name="source" label={say.source} maxLength={300} required />
            <SubmitButton label={say.settle} />
          </Form>
        </Card>
      )}
      {unverified > 0 && (
        <Card title={say.verification}>
          <Form
            id={verificationFormId}
            action="/public-holidays/verification"
            hidden={{ year }}
            values={verification ?? {}}
            errors={verification ? (refusal?.fields ?? []) : []}
          >
            <p>{say.verificationHint(unverified)}</p>
            <TextField name="source" label={say.source} maxLength={300} required />
            <SubmitButton label={say.verify} />
          </Form>
        </Card>
      )}
      {offered.length > 0 && (
        <Card title={say.offered}>
          <p>{say.offeredHint}</p>
          {offered.map(({ day, nameVi, nameEn, kind, source }) => (
            <ActionButton
              action="/public-holidays"
              hidden={{ day, nameVi, nameEn, kind, source }}
              label={say.addOffered(showDay(day), locale === 'vi' ? nameVi : nameEn)}
            />
          ))}
        </Card>
      )}
      <Card title={say.workingWeek}>
        <Form action={`/public-holidays/working-week?year=${year}`} values={{ days: String(workingWeek) }}>
          <p>{say.workingWeekHint}</p>
          <ChoiceField
            name="days"
            label={say.workingWeek}
            choices={[
              { value: '5', label: say.fiveDays },
              { value: '6', label: say.sixDays },
            ]}
          />
          <SubmitButton label={say.saveWeek} />
        </Form>
      </Card>
    </>
  );
}
