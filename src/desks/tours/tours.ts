import { feedWords } from '../../calendars/calendar-feeds.words';
import { classWords } from '../../classes/classes.words';
import { settleWords } from '../../enrollments/check-ins/to-settle.words';
import { leaveWords } from '../../enrollments/leave/leave.words';
import { peopleWords } from '../../people/people.words';
import type { Bilingual, Locale } from '../../platform/messages/words';
import { coverageWords } from '../../reports/coverage.words';
import { yearlyReportWords } from '../../reports/yearly/yearly-reports.words';
import { menu } from '../menu';
import { officePageWords } from '../office.words';
import type { TourName } from './tour-names';
import { stepWords } from './tours.words';

interface Step {
  /** Names its sentence and its pictures. */
  readonly name: string;
  readonly href: string;
  /** The page as it calls itself. */
  readonly page: Bilingual;
}

type Steps<Name extends TourName> = Readonly<Record<keyof (typeof stepWords)[Name]['vi'], Omit<Step, 'name'>>>;

const inMenu = (href: string, part = '') => ({
  href: href + part,
  page: menu.find((entry) => entry.href === href)!.label,
});
const of = <Column extends object>(href: string, table: Readonly<Record<Locale, Column>>, key: keyof Column) => ({
  href,
  page: { vi: String(table.vi[key]), en: String(table.en[key]) },
});
const toCalendar = of('/me/calendar', feedWords, 'title');

const steps: { readonly [Name in TourName]: Steps<Name> } = {
  office: {
    letterhead: of('/office', officePageWords, 'title'),
    plan: inMenu('/training-plans'),
    new_class: of('/classes/new', classWords, 'plan'),
    seats: inMenu('/classes'),
    letters: inMenu('/waiting-letters'),
    papers: inMenu('/papers'),
  },
  group: {
    desk: inMenu('/'),
    endorsements: inMenu('/endorsements'),
    plan: inMenu('/training-plans'),
    coverage: of('/reports/coverage', coverageWords, 'title'),
    joint: inMenu('/reports/joint'),
    yearly: of('/yearly-reports', yearlyReportWords, 'reports'),
  },
  secretary: {
    roster: inMenu('/roster-imports'),
    people: inMenu('/people'),
    calls: inMenu('/classes', '?openCall=true'),
    candidates: inMenu('/'),
    notices: inMenu('/notices'),
    deputies: inMenu('/me/deputies'),
  },
  manager: {
    desk: inMenu('/'),
    attendance: inMenu('/'),
    leave: of('/leave-requests', leaveWords, 'title'),
    refused: of('/refused-scans', settleWords, 'refusedTitle'),
    calendar: toCalendar,
  },
  cadre: {
    desk: inMenu('/'),
    check_in: inMenu('/check-in'),
    leave: of('/leave-requests/new', leaveWords, 'ask'),
    calendar: toCalendar,
    record: inMenu('/my-training-record'),
    contacts: of('/me/contacts', peopleWords, 'ownContacts'),
  },
};

export const stepsOf = (tour: TourName): readonly Step[] =>
  Object.entries<Omit<Step, 'name'>>(steps[tour]).map(([name, step]) => ({ name, ...step }));

/** The file with the picture of a step, among those served to pages. */
export const pictureOf = (tour: TourName, step: string, locale: Locale) =>
  `tour-${tour}-${step.replaceAll('_', '-')}-${locale}.webp` as const;

/** Pixels. */
export const pictureSize = { width: 800, height: 520 };
