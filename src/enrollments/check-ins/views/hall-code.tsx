import { PageHeader } from '../../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../../platform/pages/forms';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { QrCode } from '../../../platform/pages/qr-code';
import type { Direction } from '../../attendance-line.entity';
import type { HalfDaySheet } from '../../attendance.queries';
import type { CheckInHall } from '../check-ins.queries';
import { hallWords } from '../check-ins.words';
import { attendanceWords } from '../../attendance.words';
import { halfDayTitle } from '../../half-day-title';

export interface HallView {
  readonly hall: CheckInHall;
  /** Of the site; null where the class has none. */
  readonly siteName: string | null;
  readonly sheet: HalfDaySheet;
  readonly direction: Direction;
  /** What the QR holds; null once the hall is closed. */
  readonly address: string | null;
  /** How often the code is asked for anew. */
  readonly refreshSeconds: number;
}

/** For the projector: one large code that renews itself, and how many came. */
export function HallPage(view: HallView) {
  const say = useWords(hallWords);
  const locale = useLocale();
  const { hall, siteName, direction } = view;
  const other = direction === 'in' ? 'out' : 'in';
  const path = `/check-in-halls/${hall.id}`;
  return (
    <>
      <PageHeader
        back={{ href: `/half-days/${hall.halfDayId}/check-in-halls`, label: say.halls }}
        title={direction === 'in' ? say.scanIn : say.scanOut}
        subtitle={[`${hall.classCode} – ${hall.className}`, halfDayTitle(hall, locale), siteName]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <LinkButton href={`${path}?direction=${other}`} label={other === 'in' ? say.turnToIn : say.turnToOut} />
        }
      />
      <HallCode {...view} />
      {view.address && (
        <>
          {/* Without script the page itself is loaded again. */}
          <noscript>
            <meta http-equiv="refresh" content={String(view.refreshSeconds)} />
          </noscript>
          <ActionButton action={`${path}/closing`} label={say.closeHall} confirm={say.closeConfirm} />
        </>
      )}
    </>
  );
}

/** The part that is renewed. */
export function HallCode({ hall, sheet, direction, address, refreshSeconds }: HallView) {
  const say = useWords(hallWords);
  if (!address) {
    return (
      <Notice tone="info">
        <p>{say.hallIsClosed}</p>
        <ActionButton
          action={`/half-days/${hall.halfDayId}/check-in-halls`}
          hidden={{ siteId: hall.siteId }}
          label={say.openHall}
          tone="primary"
        />
      </Notice>
    );
  }
  return (
    <div
      id="hall-code"
      class="hall-code"
      hx-get={`/check-in-halls/${hall.id}/code?direction=${direction}`}
      hx-trigger={`every ${refreshSeconds}s`}
      hx-swap="outerHTML"
    >
      <QrCode size="hall" text={address} label={say.qrOf} />
      <p class="hall-counts">{useWords(attendanceWords).seen(sheet.cameIn, sheet.wentOut, sheet.people)}</p>
    </div>
  );
}
