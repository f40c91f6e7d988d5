import { showMoment, showTime } from '../../../platform/clock';
import { assetUrl } from '../../../platform/pages/assets';
import { Badge } from '../../../platform/pages/badges';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { joinedLaterWords, markWords } from '../../attendance.words';
import type { Scan } from '../code';
import type { CheckInHall, OwnCheckIn } from '../check-ins.queries';
import { checkInWords, ownDeviceWords, tapWords } from '../check-ins.words';
import { halfDayTitle } from '../../half-day-title';
import { standingTones } from './other-devices';
import { hours } from '../../views/attendance-days';

const Script = () => <script src={assetUrl('checkin.js')} type="module" />;

/** The cadre's own page: how to check in, and how today's half-days stand. */
export function OwnCheckIns({ own }: { own: readonly OwnCheckIn[] }) {
  const say = useWords(checkInWords);
  const devices = useWords(ownDeviceWords);
  const locale = useLocale();
  return (
    <div data-keeps-worker data-sends-kept>
      <PageHeader title={say.title} actions={<LinkButton href="/leave-requests/new" label={say.askLeave} />} />
      <Table
        caption={say.today}
        rows={own}
        empty={{
          title: say.noneToday,
          next: say.noneTodayNext,
          action: <LinkButton href="/calendar" label={say.calendar} />,
        }}
        columns={[
          { label: say.trainingClass, isRowName: true, cell: ({ className }) => className },
          { label: say.halfDay, cell: (one) => halfDayTitle(one, locale) },
          { label: say.hours, cell: hours },
          {
            label: say.attendance,
            cell: (one) => (
              <>
                <Standing of={one} />{' '}
                {one.otherDevice && <Badge tone={standingTones[one.otherDevice]} text={devices[one.otherDevice]} />}{' '}
                {one.scanWaits && <Badge tone="warning" text={say.scanWaits} />}
              </>
            ),
          },
        ]}
      />
      <p>{say.how}</p>
      <p class="quiet">{say.offlineHow}</p>
      <Script />
    </div>
  );
}

/** A mark in a word, and when the person was seen coming and going. */
export function Standing({ of }: { of: Pick<OwnCheckIn, 'mark' | 'expected' | 'inAt' | 'outAt'> }) {
  const { mark, expected, inAt, outAt } = of;
  const joinedLater = useWords(joinedLaterWords);
  const marks = useWords(markWords);
  const say = useWords(tapWords);
  const tones = { present: 'success', excused: 'info', unexcused: 'danger', unmarked: 'neutral' } as const;
  return (
    <>
      <Badge tone={tones[mark]} text={mark === 'unmarked' && !expected ? joinedLater.badge : marks[mark]} />{' '}
      {inAt && <span class="text-nowrap">{say.cameAt(showTime(inAt))}</span>}{' '}
      {outAt && <span class="text-nowrap">{say.leftAt(showTime(outAt))}</span>}
    </>
  );
}

interface ScanProps {
  readonly scan: Scan;
  readonly scannedAt: Date;
  readonly hall: CheckInHall;
  /** The scan as the form sends it on. */
  readonly token: string;
  readonly name: string;
}

/** A scan before it counts; with script it is sent at once. */
export function ScanPage({ scan, scannedAt, hall, token, name }: ScanProps) {
  const say = useWords(checkInWords);
  const locale = useLocale();
  return (
    <div class="narrow" data-keeps-worker>
      <PageHeader title={hall.className} subtitle={halfDayTitle(hall, locale)} />
      <Card>
        <p>{say.as(name)}</p>
        <p>{say.scannedAt(showMoment(scannedAt))}</p>
        <form method="post" action={`/check-in/scans/${token}`} class="form" data-sends-at-once>
          <SubmitButton label={scan.code.direction === 'in' ? say.confirmIn : say.confirmOut} />
        </form>
      </Card>
      <Script />
    </div>
  );
}

interface RefusedProps {
  readonly refusal: Pick<Refusal, 'sentence' | 'fields'>;
  /** The code this answers for good, so that nothing of it is left on the phone; null where the phone may hold an earlier scan of it. */
  readonly answered: string | null;
  /** Whether it waits for the class manager. */
  readonly isKept: boolean;
}

/** Why a scan was not taken. */
export function ScanRefused({ refusal, answered, isKept }: RefusedProps) {
  const say = useWords(checkInWords);
  return (
    <div class="narrow" {...(answered === null ? { 'data-sends-kept': true } : { 'data-scan-answered': answered })}>
      <PageHeader title={say.title} />
      <Problem refusal={refusal} />
      {isKept && <p>{say.keptForManager}</p>}
      <p>{say.how}</p>
      <LinkButton href="/check-in" label={say.back} />
      <Script />
    </div>
  );
}

/** Kept on the phone: what it shows when a code was scanned and there is no network. Names nobody. */
export function OfflinePage() {
  const say = useWords(checkInWords);
  return (
    <div class="narrow">
      <PageHeader title={say.offline} />
      <p data-nothing-kept>{say.nothingKept}</p>
      <div data-keeps-scan hidden>
        <Notice tone="warning" role="status">
          <p>
            {say.scanKept} <strong data-scan-time />
          </p>
          <p>{say.keptHow}</p>
        </Notice>
        <Form action="/check-in/offline">
          <input type="hidden" name="scannedAt" value="" />
          <SubmitButton label={say.sendNow} />
        </Form>
      </div>
      <Script />
    </div>
  );
}
