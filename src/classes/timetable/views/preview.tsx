import { showDay } from '../../../platform/clock';
import { Badge, type Tone } from '../../../platform/pages/badges';
import { Card } from '../../../platform/pages/blocks';
import { choicesAt, type FormValues } from '../../../platform/pages/form-scope';
import { CheckField } from '../../../platform/pages/choices';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { type Clash, takenBy } from '../clash';
import { holidayKindWords } from '../../holidays/holidays.words';
import type { SkippedDay } from '../pattern';
import type { PreviewedHalfDay, TimetablePreview as Preview } from '../preview.service';
import { timetableWords } from '../timetable.words';
import { tooShortOf } from '../../classes.labels';
import { DayWords } from '../../views/day-words';
import { TimeWords } from './by-month';
import { DecisionFields, neededDecisions } from './decisions';

interface Props {
  readonly preview: Preview;
  readonly classId: string;
  readonly values: FormValues;
  /** Why what was previewed could not be added. */
  readonly refusal: Refusal | null;
}

/** What a pattern would yield; it is offered for adding when nothing stands in its way that the office cannot decide on. */
export function TimetablePreview({ preview, ...form }: Props) {
  const say = useWords(timetableWords);
  const { halfDays, skipped, lastDay, closesOn, endsAfterClosing, smallRoom, tooShort, yearsUnlisted } = preview;
  const clashing = halfDays.filter(({ clashes, peopleBusy }) => clashes.length > 0 || peopleBusy > 0).length;
  const title = say.previewOf(halfDays.length, showDay(halfDays[0]!.day), showDay(lastDay));
  return (
    <>
      <Card title={title}>
        <p>
          {say.lastDay(showDay(lastDay))} <a href={`/public-holidays?year=${lastDay.slice(0, 4)}`}>{say.holidayList}</a>
        </p>
        {skipped.length > 0 && <Skipped skipped={skipped} />}
        {smallRoom && (
          <Notice tone="warning">
            <p>
              {say.smallRoom(smallRoom.name, smallRoom.seats, smallRoom.capacity)} {say.smallRoomNext}
            </p>
          </Notice>
        )}
        {tooShort && (
          <Notice tone="warning">
            <p>
              {tooShortOf(tooShort.parts, tooShort.needed, useLocale())} <a href="/rooms">{say.changeTimes}</a>
            </p>
          </Notice>
        )}
        {yearsUnlisted.map((year) => (
          <Notice tone="warning">
            <p>
              {say.yearUnlisted(year)} <a href={`/public-holidays?year=${year}`}>{say.beginYear(year)}</a>
            </p>
          </Notice>
        ))}
        {endsAfterClosing && (
          <Notice tone="warning" heading={say.afterClosing} role="alert">
            <p>{say.afterClosingWhat(showDay(lastDay), showDay(closesOn))}</p>
          </Notice>
        )}
        {clashing > 0 && (
          <Notice tone="warning" heading={say.clashing(clashing)} role="alert">
            <p>{say.clashingNext}</p>
          </Notice>
        )}
        <ApplyForm preview={preview} {...form} />
      </Card>
      <Card title={say.timetable}>
        <PreviewedHalfDays caption={title} halfDays={halfDays} />
      </Card>
    </>
  );
}

function Skipped({ skipped }: { skipped: readonly SkippedDay[] }) {
  const say = useWords(timetableWords);
  const kinds = useWords(holidayKindWords);
  const locale = useLocale();
  const whyOf = ({ holiday, kind, verified }: SkippedDay) =>
    [holiday[locale], kind === 'holiday' ? null : kinds[kind].toLowerCase(), verified ? null : say.unverified]
      .filter((part) => part !== null)
      .join(', ');
  return (
    <details open={skipped.length <= 12}>
      <summary>{say.skipped(skipped.length)}</summary>
      <ul>
        {skipped.map((off) => (
          <li>
            <DayWords day={off.day} /> ({whyOf(off)})
          </li>
        ))}
      </ul>
    </details>
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

function Clashes({ clashes, warnings, peopleBusy }: Omit<PreviewedHalfDay, 'day'>) {
  const say = useWords(timetableWords);
  if (clashes.length + warnings.length + peopleBusy === 0) return <span class="quiet">{say.fits}</span>;
  return (
    <>
      {clashes.map((clash) => (
        <ClashLine tone="danger" label={say.clash} clash={clash} />
      ))}
      {peopleBusy > 0 && (
        <div>
          <Badge tone="danger" text={say.clash} /> {say.peopleBusy(peopleBusy)}.
        </div>
      )}
      {warnings.map((clash) => (
        <ClashLine tone="warning" label={say.warning} clash={clash} />
      ))}
    </>
  );
}

function ClashLine({ tone, label, clash }: { tone: Tone; label: string; clash: Clash }) {
  const say = useWords(timetableWords);
  return (
    <div>
      <Badge tone={tone} text={label} /> {takenBy(clash, useLocale())}
      {clash.sharedReason &&
        ` (${clash.what === 'manager' ? say.sharedManager(clash.sharedReason) : say.sharedRoom(clash.sharedReason)})`}
      .
    </div>
  );
}

const patternFields = ['weekdays', 'parts', 'from', 'to', 'count', 'skipHolidays', 'roomId', 'lecturerId'];

/** Sends what was previewed again, as it was typed, with the decisions it needs. */
function ApplyForm({ preview, classId, values, refusal }: Props) {
  const say = useWords(timetableWords);
  const { halfDays, endsAfterClosing, lastDay } = preview;
  const met = new Set(halfDays.flatMap(({ clashes }) => clashes.map(({ what }) => what)));
  if (met.has('class') || met.has('lecturer')) return null;
  const typed = neededDecisions(refusal, values);
  const needed = {
    sharesRoom: met.has('room') || typed.sharesRoom,
    managerOverlaps: met.has('manager') || typed.managerOverlaps,
    peopleOverlap: halfDays.some(({ peopleBusy }) => peopleBusy > 0) || typed.peopleOverlap,
  };
  const isDecision = needed.sharesRoom || needed.managerOverlaps || needed.peopleOverlap;
  return (
    <Form
      id={isDecision ? 'decide' : 'apply'}
      action={`/classes/${classId}/half-days`}
      values={values}
      errors={refusal?.fields ?? []}
    >
      {patternFields.flatMap((name) =>
        choicesAt(values, name).map((value) => <input type="hidden" name={name} value={value} />),
      )}
      {endsAfterClosing && <CheckField name="moveClosingDay" label={say.moveClosingDay(showDay(lastDay))} />}
      <DecisionFields {...needed} />
      <SubmitButton label={isDecision ? say.decide : say.apply} />
    </Form>
  );
}
