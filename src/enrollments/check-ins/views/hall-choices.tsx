import { Badge } from '../../../platform/pages/badges';
import { PageHeader } from '../../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { HalfDaySheet } from '../../attendance.queries';
import { attendanceWords } from '../../attendance.words';
import type { HallChoice } from '../check-ins.queries';
import { hallWords } from '../check-ins.words';
import { halfDayTitle } from '../../half-day-title';

interface Props {
  readonly sheet: HalfDaySheet;
  readonly choices: readonly HallChoice[];
  readonly refusal: Pick<Refusal, 'sentence' | 'fields'> | null;
}

/** The halls of a half-day: one for a class, or one at each site. */
export function HallChoices({ sheet, choices, refusal }: Props) {
  const say = useWords(hallWords);
  const attendance = useWords(attendanceWords);
  const locale = useLocale();
  return (
    <>
      <PageHeader
        back={{ href: `/half-days/${sheet.id}/attendance`, label: attendance.backToSheet }}
        title={say.halls}
        subtitle={`${sheet.classCode} – ${sheet.className} · ${halfDayTitle(sheet, locale)}`}
      />
      <Problem refusal={refusal} />
      <Table
        caption={say.halls}
        hidesCaption
        rows={choices}
        empty={{ title: say.notOpen }}
        columns={[
          { label: say.site, isRowName: true, cell: ({ siteName }) => siteName ?? say.wholeClass },
          {
            label: say.state,
            cell: ({ isOpen }) => (
              <Badge tone={isOpen ? 'success' : 'neutral'} text={isOpen ? say.open : say.notOpen} />
            ),
          },
          {
            label: say.actions,
            hidesLabel: true,
            cell: ({ isOpen, hallId, siteId }) =>
              isOpen ? (
                <LinkButton href={`/check-in-halls/${hallId}`} label={say.goToHall} tone="primary" />
              ) : (
                <ActionButton
                  id={`open-${siteId ?? 'class'}`}
                  action={`/half-days/${sheet.id}/check-in-halls`}
                  hidden={{ siteId }}
                  label={say.openHall}
                  tone="primary"
                />
              ),
          },
        ]}
      />
    </>
  );
}
