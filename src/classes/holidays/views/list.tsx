import { showDay } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { SelectField } from '../../../platform/pages/choices';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, SubmitButton } from '../../../platform/pages/forms';
import { Filters } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { type Column, Table } from '../../../platform/pages/tables';
import { dayPartWords } from '../../classes.labels';
import type { HolidayItem, PlannedOnHoliday } from '../holidays.queries';
import { holidayKindWords, holidayWords } from '../holidays.words';
import { HolidayFields } from './form';
import { nationalDayFormId, OfTheYear, verificationFormId, type YearProps } from './of-the-year';
import { DayWords } from '../../views/day-words';
import { largest } from '../../../platform/lists';

interface Props extends YearProps {
  /** The years that have a list. */
  readonly years: readonly number[];
  readonly mayChange: boolean;
  readonly values: FormValues;
}

/** The days off of a year, and what is planned on them all the same. */
export function HolidayList(props: Props) {
  const { year, years, holidays, mayChange, values, nationalDay, verification, refusal } = props;
  const formId = nationalDay ? nationalDayFormId : verification ? verificationFormId : undefined;
  const say = useWords(holidayWords);
  const last = Math.max(year, largest(years));
  const choices = [...new Set([...years, year, last + 1])].toSorted((one, other) => one - other).map(String);
  const begin = mayChange && (
    <ActionButton action="/public-holidays/years" hidden={{ year }} label={say.begin(year)} tone="primary" />
  );
  return (
    <>
      <PageHeader title={say.title(year)} />
      <Problem refusal={refusal} formId={formId} />
      <Filters action="/public-holidays" values={{ year: String(year) }}>
        <SelectField name="year" label={say.year} choices={choices.map((value) => ({ value, label: value }))} />
      </Filters>
      <Table
        caption={say.title(year)}
        list="whole"
        hidesCaption
        rows={holidays}
        empty={{ title: say.none(year), next: mayChange ? say.noneNext : say.noneYet, action: begin }}
        columns={useColumns(holidays, mayChange)}
      />
      {mayChange && <OfTheYear {...props} />}
      {mayChange && (
        <Card title={say.add}>
          <Form action="/public-holidays" values={values} errors={formId ? [] : (refusal?.fields ?? [])}>
            <HolidayFields />
            <SubmitButton label={say.add} />
          </Form>
        </Card>
      )}
    </>
  );
}

function useColumns(holidays: readonly HolidayItem[], mayChange: boolean): readonly Column<HolidayItem>[] {
  const say = useWords(holidayWords);
  const kinds = useWords(holidayKindWords);
  const locale = useLocale();
  const planned: Column<HolidayItem> = {
    label: say.planned,
    cell: ({ halfDays }) => halfDays.map((halfDay) => <Planned halfDay={halfDay} isLink={mayChange} />),
  };
  const change: Column<HolidayItem> = {
    label: say.change,
    hidesLabel: true,
    cell: ({ id, day }) => (
      <a href={`/public-holidays/${id}/edit`}>
        {say.change}
        <span class="visually-hidden"> {showDay(day)}</span>
      </a>
    ),
  };
  return [
    { label: say.day, isRowName: true, cell: ({ day }) => <DayWords day={day} /> },
    { label: say.name, cell: ({ nameVi, nameEn }) => (locale === 'vi' ? nameVi : nameEn) },
    { label: say.kind, cell: ({ kind }) => kinds[kind] },
    {
      label: say.source,
      cell: ({ source, verified }) => (
        <>
          {source} {!verified && <Badge tone="warning" text={say.unverified} />}
        </>
      ),
    },
    ...(holidays.some(({ halfDays }) => halfDays.length > 0) ? [planned] : []),
    ...(mayChange ? [change] : []),
  ];
}

function Planned({ halfDay: { id, className, part }, isLink }: { halfDay: PlannedOnHoliday; isLink: boolean }) {
  const parts = useWords(dayPartWords);
  const text = `${parts[part]}: ${className}`;
  return <div>{isLink ? <a href={`/half-days/${id}/edit`}>{text}</a> : text}</div>;
}
