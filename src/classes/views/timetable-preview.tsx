import { showDay } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { Card } from '../../platform/pages/blocks';
import { choicesAt, type FormValues } from '../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../platform/pages/forms';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { takenBy } from '../clash';
import type { SkippedDay } from '../timetable';
import type { PreviewedHalfDay } from '../timetable.service';
import { timetableWords } from '../timetable.words';
import { DayWords, TimeWords } from './timetable-by-month';

export interface Preview {
  readonly halfDays: readonly PreviewedHalfDay[];
  readonly skipped: readonly SkippedDay[];
}

/** What a pattern would yield; it is offered for adding only when nothing stands in its way. */
export function TimetablePreview({
  preview: { halfDays, skipped },
  classId,
  values,
}: {
  preview: Preview;
  classId: string;
  values: FormValues;
}) {
  const say = useWords(timetableWords);
  const locale = useLocale();
  const clashing = halfDays.filter(({ clashes }) => clashes.length > 0).length;
  const title = say.previewOf(halfDays.length, showDay(halfDays[0]!.day), showDay(halfDays.at(-1)!.day));
  return (
    <Card title={title} actions={clashing === 0 && <ApplyForm classId={classId} values={values} />}>
      {skipped.length > 0 && (
        <p>
          {say.skipped} {skipped.map(({ day, holiday }) => `${showDay(day)} (${holiday[locale]})`).join(', ')}.
        </p>
      )}
      {clashing > 0 && (
        <Notice tone="warning" heading={say.clashing(clashing)} role="alert">
          <p>{say.clashingNext}</p>
        </Notice>
      )}
      <PreviewedHalfDays caption={title} halfDays={halfDays} />
    </Card>
  );
}

function PreviewedHalfDays({ caption, halfDays }: { caption: string; halfDays: readonly PreviewedHalfDay[] }) {
  const say = useWords(timetableWords);
  return (
    <Table
      caption={caption}
      hidesCaption
      rows={halfDays}
      empty={{ title: say.noHalfDays }}
      columns={[
        {
          label: say.halfDay,
          isRowName: true,
          cell: ({ day }, index) => (
            <>
              {index + 1}. <DayWords day={day} />
            </>
          ),
        },
        { label: say.time, cell: (halfDay) => <TimeWords {...halfDay} /> },
        { label: say.check, cell: (halfDay) => <Clashes {...halfDay} /> },
      ]}
    />
  );
}

function Clashes({ clashes }: Pick<PreviewedHalfDay, 'clashes'>) {
  const say = useWords(timetableWords);
  const locale = useLocale();
  if (clashes.length === 0) return <span class="quiet">{say.fits}</span>;
  return (
    <>
      {clashes.map((clash) => (
        <div>
          <Badge tone="danger" text={say.clash} /> {takenBy(clash, locale)}.
        </div>
      ))}
    </>
  );
}

const patternFields = ['weekdays', 'parts', 'from', 'to', 'count', 'skipHolidays', 'roomId', 'lecturerId'];

/** Sends what was previewed again, as it was typed. */
function ApplyForm({ classId, values }: { classId: string; values: FormValues }) {
  const say = useWords(timetableWords);
  return (
    <Form id="apply" action={`/classes/${classId}/half-days`}>
      {patternFields.flatMap((name) =>
        choicesAt(values, name).map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <SubmitButton label={say.apply} />
    </Form>
  );
}
