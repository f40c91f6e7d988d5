import type { ClassItem } from '../classes/classes.queries';
import { standingWords } from '../people/person.labels';
import type { Locale } from '../platform/messages/words';
import { writeXlsx } from '../platform/sheets/xlsx/write-xlsx';
import type { WrittenCell } from '../platform/sheets/xlsx/written-cell';
import { addUp, outcomeOf, type TakingPart } from './participation';
import type { Participation } from './participation.queries';
import type { RollItem } from './rolls.queries';
import { rollWords } from './rolls.words';
import { studyWords } from './study-sessions.words';

type Row = readonly (WrittenCell | null)[];

/** The units of a study with a line of totals, to print or to go on counting with. */
export async function participationWorkbook(
  item: ClassItem,
  units: readonly Participation[],
  locale: Locale,
): Promise<Buffer> {
  const say = studyWords[locale];
  const totals = addUp(units);
  const headings = [
    say.unit,
    say.site,
    say.members,
    say.exempt,
    say.obliged,
    say.attendedMembers,
    say.rate,
    rollWords[locale].attendedExempt,
    rollWords[locale].nonMembersOnRoll,
    say.nonMembers,
    say.outsideRoll,
    say.registered,
    say.essays,
    say.outcome,
    rollWords[locale].rollOf,
  ];
  const numbers = (part: TakingPart & { readonly rate: number | null }): Row => [
    { value: part.members },
    { value: part.exempt },
    { value: part.obliged },
    { value: part.attendedMembers },
    { value: part.rate ?? '' },
    { value: part.attendedExempt },
    { value: part.nonMembers },
    { value: part.attendedNonMembers },
    { value: part.attendedOutsideRoll },
    { value: part.registered },
    { value: part.essays },
  ];
  const rows: Row[] = units.map((unit) => [
    { value: `${unit.unitCode} – ${locale === 'vi' ? unit.unitNameVi : unit.unitNameEn}` },
    { value: unit.siteName },
    ...numbers(unit),
    { value: say[outcomeOf(unit)] },
    { value: unit.rollTakenOn ? { day: unit.rollTakenOn } : say.rollNotTaken },
  ]);
  const total: Row = [
    { value: rollWords[locale].total, look: 'heading' },
    { value: '', look: 'cell' },
    ...numbers(totals),
    { value: say.unitsDone(totals.unitsDone, totals.units) },
    { value: '' },
  ];
  return writeXlsx(
    say.study,
    [34, 22, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 14, 14],
    [titleOf(item, headings.length), [], headings.map(heading), ...rows, total],
  );
}

/** Everybody of one unit: who had to attend, who did, and whose essay is there. */
export async function unitRollWorkbook(
  item: ClassItem,
  unit: Participation,
  people: readonly RollItem[],
  locale: Locale,
): Promise<Buffer> {
  const say = rollWords[locale];
  const yes = (is: boolean) => ({ value: is ? 'x' : '' });
  const headings = [
    say.number,
    say.name,
    say.position,
    say.standing,
    say.exemptGround,
    say.decidedBy,
    say.registered,
    say.attended,
    say.essay,
    say.note,
  ];
  const rows = people.map((person, index): Row => [
    { value: index + 1 },
    { value: person.fullName },
    { value: person.position ?? '' },
    { value: standingWords[locale][person.standing] },
    { value: person.exemptGround ? say[person.exemptGround] : '' },
    { value: person.exemptDecidedBy ?? '' },
    yes(person.registered),
    yes(person.attended),
    yes(person.essay),
    { value: [!person.listed && say.outside, person.corrected && say.wasCorrected].filter(Boolean).join('; ') },
  ]);
  const unitName = `${unit.unitCode} – ${locale === 'vi' ? unit.unitNameVi : unit.unitNameEn}`;
  return writeXlsx(
    // A code may have signs that the name of a sheet may not.
    unit.unitCode.replace(/[[\]/\\:*?]/g, '-'),
    [6, 28, 26, 18, 18, 30, 10, 10, 12, 22],
    [
      titleOf(item, headings.length),
      [{ value: unitName, columns: headings.length, look: 'bold' }],
      [],
      headings.map(heading),
      ...rows,
    ],
  );
}

const titleOf = ({ code, name }: ClassItem, columns: number): Row => [
  { value: `${code} – ${name}`, columns, look: 'title' },
];
const heading = (value: string): WrittenCell => ({ value, look: 'heading' });
