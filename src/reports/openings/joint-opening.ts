import { linkTo } from '../../platform/pages/links';
import type { OpeningSentences } from '../../platform/pages/papers/opening';
import { shareOf, showShare } from '../../platform/pages/papers/shares';
import type { Locale } from '../../platform/messages/words';
import type { NumberName } from '../figures';
import type { JointReport, UnitLine } from '../reports.service';
import { openingWords } from './openings.words';
import { lowAttendance, lowCompletion, manyFree } from './thresholds';

/** What the joint report comes to. */
export function openingOfJoint(report: JointReport, locale: Locale): OpeningSentences {
  return { happened: happened(report, locale), standsOut: standsOut(report, locale), toDo: toDo(report, locale) };
}

function happened({ year, total }: JointReport, locale: Locale): string {
  const say = openingWords[locale];
  const { classes, nominated, enrolled, completion } = total;
  const opened = classes.open + classes.closed;
  const toCome = classes.planned + classes.announced;
  if (opened > 0) return say.opened(year, opened, classes.closed, nominated, enrolled, completion.completed);
  return toCome > 0 ? say.onlyPlanned(year, toCome) : say.noClass(year);
}

function standsOut({ total, units }: JointReport, locale: Locale): string {
  const say = openingWords[locale];
  const { completion, attendance, seats } = total;
  const show = (percent: number) => showShare(percent, locale);
  if (completion.rate !== null && completion.rate < lowCompletion) {
    const lowest = lowestOf(units, (unit) => unit.completion.rate);
    return say.fewComplete(show(completion.rate), lowest?.unitCode ?? '', show(lowest?.completion.rate ?? 0));
  }
  if (attendance.rate !== null && attendance.rate < lowAttendance) {
    const lowest = lowestOf(units, (unit) => unit.attendance.rate);
    return say.fewAttend(show(attendance.rate), lowest?.unitCode ?? '', show(lowest?.attendance.rate ?? 0));
  }
  if ((shareOf(seats.free, seats.allocated) ?? 0) >= manyFree) {
    const most = units.reduce((one, other) => (other.seats.free > one.seats.free ? other : one));
    return say.manyFree(seats.free, seats.allocated, most.unitCode, most.seats.free, most.seats.allocated);
  }
  return completion.rate === null && attendance.rate === null && seats.allocated === 0
    ? say.nothingToCompare
    : say.calm;
}

const lowestOf = (units: readonly UnitLine[], rate: (unit: UnitLine) => number | null): UnitLine | undefined =>
  units.filter((unit) => rate(unit) !== null).toSorted((one, other) => rate(one)! - rate(other)!)[0];

function toDo({ year, total: { nominations, seats } }: JointReport, locale: Locale): OpeningSentences['toDo'] {
  const say = openingWords[locale];
  const at = (number: NumberName) => linkTo('/reports/behind', { number, year });
  const { waitingForOffice, waitingForGroup } = nominations;
  if (waitingForOffice > 0) return { sentence: say.review(waitingForOffice), href: at('waitingForOffice') };
  if (waitingForGroup > 0) return { sentence: say.endorse(waitingForGroup), href: at('waitingForGroup') };
  if (seats.fillable > 0) return { sentence: say.releaseSeats(seats.fillable), href: at('fillable') };
  return { sentence: say.nothingToDo };
}
