import type { Paper } from './paper';
import { signerOf } from './paper';
import {
  calledOn,
  classDays,
  classTitle,
  type PaperFacts,
  peopleColumns,
  peopleTable,
  title,
  total,
  unitLine,
} from './paper-parts';

/** Danh sách học viên. */
export function rosterPaper(facts: PaperFacts): Paper {
  const { item, letterhead, day, people } = facts;
  const { number, name, bornMale, bornFemale, position, partyPosition, unit, group, groupLetter, notes } =
    peopleColumns;
  const groups = people.some(({ groupNumber }) => groupNumber !== null) ? [group] : [];
  const letters = people.some((person) => person.groupLetter !== null) ? [groupLetter] : [];
  return {
    title: 'Danh sách học viên',
    isLandscape: true,
    fontSize: 10,
    letterhead,
    day,
    parts: [
      { kind: 'head' },
      title(
        'Danh sách học viên',
        classTitle(item),
        `Thời gian học: ${classDays(item)}`,
        unitLine(facts),
        facts.groupName,
      ),
      peopleTable(
        [number, name, bornMale, bornFemale, position, partyPosition, unit, ...groups, ...letters, notes],
        people,
      ),
      total(people.length, calledOn(people)),
      { kind: 'signatures', left: { capacity: 'Người lập danh sách' }, right: signerOf(letterhead) },
    ],
  };
}
