import { classModeWords } from '../../classes/classes.labels';
import type { ClassMode } from '../../classes/class-mode';
import { educationWords, ratingWords, sexWords, theoryLevelWords } from '../../people/person.labels';
import type { PersonFacts } from '../../people/person.entity';
import { noteAround } from '../../people/rosters/row-kinds';
import { showDay } from '../../platform/clock';
import { foldName } from '../../platform/names';
import type { Bilingual, Locale } from '../../platform/messages/words';
import type { Check } from '../checks';
import type { RosterPerson } from './matching';
import type { NominationListRow } from './sheet';

/** A person of the unit with what a list may say of them as well. */
export interface PersonToCompare
  extends
    RosterPerson,
    Pick<PersonFacts, 'sex' | 'education' | 'theoryLevel' | 'ratings' | 'joinedOn' | 'officialOn'> {}

/** What the list says and the roster does not, or what of the row nobody could read: it decides nothing, and whoever sends the list should know. */
export function listWarnings(row: NominationListRow, person: PersonToCompare, mode: ClassMode): Check[] {
  const unread = row.problems.map(({ message }) => warning('unreadable_in_list', message));
  const notes = row.notes.map((note) => warning('note_in_list', noteAround(note)));
  return [...otherThanRoster(row, person), ...otherMode(row, mode), ...unread, ...notes];
}

type Says = Readonly<Record<Locale, string>>;
const labels = {
  code: { vi: 'mã số', en: 'code' },
  sex: { vi: 'giới tính', en: 'sex' },
  education: { vi: 'trình độ chuyên môn', en: 'education' },
  theoryLevel: { vi: 'trình độ LLCT', en: 'theory level' },
  joinedOn: { vi: 'ngày vào Đảng', en: 'day of joining' },
  officialOn: { vi: 'ngày chính thức', en: 'day of becoming official' },
} as const satisfies Record<string, Says>;

function otherThanRoster(row: NominationListRow, person: PersonToCompare): Check[] {
  const checks: Check[] = [];
  const compare = <V>(
    what: Says,
    listed: V | null | undefined,
    known: V | null | undefined,
    say: (value: V) => Says,
  ) => {
    if (listed === null || listed === undefined || known === null || known === undefined || listed === known) return;
    checks.push(warning('list_says_otherwise', otherwise(what, say(listed), say(known))));
  };
  const inWords =
    <V extends string>(words: Readonly<Record<Locale, Readonly<Record<V, string>>>>) =>
    (value: V): Says => ({ vi: words.vi[value], en: words.en[value] });
  const asIs = (text: string): Says => ({ vi: text, en: text });

  if (row.code !== null && foldName(row.code) !== foldName(person.code))
    compare(labels.code, row.code, person.code, asIs);
  compare(labels.sex, row.sex, person.sex, inWords(sexWords));
  compare(labels.education, row.education, person.education, inWords(educationWords));
  compare(labels.theoryLevel, row.theoryLevel, person.theoryLevel, inWords(theoryLevelWords));
  for (const [year, rating] of Object.entries(row.ratings))
    compare({ vi: `xếp loại ${year}`, en: `rating of ${year}` }, rating, person.ratings[year], inWords(ratingWords));
  compare(labels.joinedOn, row.joinedOn, person.joinedOn, (day) => asIs(showDay(day)));
  compare(labels.officialOn, row.officialOn, person.officialOn, (day) => asIs(showDay(day)));
  return checks;
}

const otherwise = (what: Says, listed: Says, known: Says): Bilingual => ({
  vi: `Danh sách ghi ${what.vi} “${listed.vi}”, hồ sơ của đơn vị ghi “${known.vi}”; xét theo hồ sơ.`,
  en: `The list gives as ${what.en} “${listed.en}”, the roster “${known.en}”; the roster is what counts.`,
});

function otherMode({ mode: listed }: NominationListRow, mode: ClassMode): Check[] {
  if (listed === null || listed === mode) return [];
  return [
    warning('list_says_otherwise', {
      vi: `Danh sách ghi hình thức học “${classModeWords.vi[listed]}”, lớp này học “${classModeWords.vi[mode]}”.`,
      en: `The list asks for “${classModeWords.en[listed]}” study; this class is “${classModeWords.en[mode]}”.`,
    }),
  ];
}

const rules = ['list_says_otherwise', 'unreadable_in_list', 'note_in_list', 'reserve_by_list'] as const;

/** No seat of a unit stays free beside its reserves, whatever the list calls them. */
export const reserveByList: Check = warning('reserve_by_list', {
  vi: 'Danh sách xếp là dự phòng, nhưng đơn vị còn chỉ tiêu nên được xếp chỉ tiêu.',
  en: 'The list has this person as a reserve; the unit has a seat left, so they take it.',
});

/** Whether a check comes from the list, and not from admission. */
export const isOfList = ({ rule }: Check): boolean => rules.some((own) => own === rule);

function warning(rule: (typeof rules)[number], sentence: Bilingual): Check {
  return { rule, outcome: 'warn', sentence, citation: null, verified: true, inForceFrom: null };
}
