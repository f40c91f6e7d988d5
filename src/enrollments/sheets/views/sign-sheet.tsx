import { PageHeader } from '../../../platform/pages/blocks';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { importWords } from '../imports.words';
import type { WorkbookPerson } from '../workbook';
import type { HalfDaySheet } from '../../attendance.queries';
import { attendanceWords, guestOf } from '../../attendance.words';
import { halfDayTitle } from '../../half-day-title';
import { hours } from '../../views/attendance-days';

/** The list people sign by hand, coming in and going out. */
export function SignSheet({ sheet, people }: { sheet: HalfDaySheet; people: readonly WorkbookPerson[] }) {
  const say = useWords(importWords);
  const attendance = useWords(attendanceWords);
  const guests = useWords(guestOf);
  const locale = useLocale();
  const toWrite = () => null;
  return (
    <div class="sign-sheet">
      <PageHeader
        back={{ href: `/half-days/${sheet.id}/attendance`, label: attendance.backToSheet }}
        title={say.signTitle}
        subtitle={[
          `${sheet.classCode} – ${sheet.className}`,
          halfDayTitle(sheet, locale),
          hours(sheet),
          sheet.roomName,
          sheet.topic,
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <p class="quiet on-screen">{say.printHow}</p>
      <Table
        caption={say.signTitle}
        hidesCaption
        isWide
        rows={people}
        empty={{ title: attendance.nobodyOnSheet }}
        columns={[
          { label: say.number, isNumber: true, cell: (_, index) => index + 1 },
          { label: say.name, isRowName: true, cell: ({ fullName }) => fullName },
          { label: say.unit, cell: ({ unitName }) => unitName },
          { label: say.signIn, cell: toWrite },
          { label: say.signOut, cell: toWrite },
          { label: say.note, cell: ({ guestFrom }) => guestFrom && guests.guest(guestFrom) },
        ]}
      />
      <p>{say.signature}</p>
    </div>
  );
}
