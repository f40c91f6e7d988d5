import type { ClassItem } from '../classes/classes.queries';
import type { SignedLetterhead } from '../organization/letterheads.queries';
import { type Day, showDay } from '../platform/clock';
import type { PaperCell, PaperColumn, PaperPart } from './paper';
import type { PrintedPerson } from './printouts.queries';
import { classNamed } from '../classes/classes.labels';

/** What every paper about a class needs. */
export interface PaperHead {
  readonly item: ClassItem;
  readonly letterhead: SignedLetterhead;
  /** The day on the paper. */
  readonly day: Day;
}

/** What a list of its learners needs. */
export interface PaperFacts extends PaperHead {
  readonly people: readonly PrintedPerson[];
  /** When only one unit is printed. */
  readonly unitName: string | null;
  /** When only one group is printed: "Tổ 2". */
  readonly groupName: string | null;
}

/** "Lớp …", unless its name says what it is. */
export const classTitle = ({ name }: Pick<ClassItem, 'name'>): string => classNamed(name, 'Lớp');

/** "từ ngày 07/02/2026 đến ngày 08/03/2026" */
export const classDays = ({ opensOn, closesOn }: Pick<ClassItem, 'opensOn' | 'closesOn'>): string =>
  opensOn === closesOn ? `ngày ${showDay(opensOn)}` : `từ ngày ${showDay(opensOn)} đến ngày ${showDay(closesOn)}`;

/** "Số 05-QĐ/ĐUK", with room to write it when it is not known yet. */
export function numberLine(number: string | null | undefined, kind: 'QĐ' | 'GM' | 'BC' | 'KH' = 'QĐ'): string {
  if (!number) return `Số ……-${kind}/ĐU`;
  return /^số\s/i.test(number) ? number : `Số ${number}`;
}

export const title = (text: string, ...about: readonly (string | null | false)[]): PaperPart => ({
  kind: 'title',
  title: text,
  about: about.filter((line): line is string => typeof line === 'string'),
});

export const text = (said: string, lead?: string): PaperPart => ({
  kind: 'text',
  text: said,
  ...(lead ? { lead } : {}),
});

export const unitLine = ({ unitName }: PaperFacts): string | null => unitName && `Đơn vị: ${unitName}`;

/** What those on a paper are called together: comrades, unless somebody of them is not in the Party. */
export const calledOn = (people: readonly Pick<PrintedPerson, 'isMember'>[]): string =>
  people.every(({ isMember }) => isMember) ? 'đồng chí' : 'học viên';

/** @param called what those on the list are, by {@link calledOn} */
export const total = (count: number, called: string): PaperPart => ({
  kind: 'text',
  look: 'italic',
  text: `Danh sách có ${count} ${called}./.`,
});

/** A column of counts, wide enough for its heading. */
export const countColumn = (label: string, group?: string, width = 42): PaperColumn => ({
  label,
  ...(group ? { group } : {}),
  width,
  characters: 10,
  isCentred: true,
});

interface PeopleColumn extends PaperColumn {
  readonly of: (person: PrintedPerson, index: number) => PaperCell;
}

/** The columns lists of people are made of. */
export const peopleColumns = {
  number: { label: 'TT', width: 26, characters: 5, isCentred: true, of: (_, index) => index + 1 },
  name: { label: 'Họ và tên', width: '*', characters: 26, of: ({ fullName }) => fullName },
  bornMale: {
    label: 'Nam',
    group: 'Ngày sinh',
    width: 58,
    characters: 12,
    isCentred: true,
    of: ({ sex, birthDate }) => (sex === 'male' ? { day: birthDate } : ''),
  },
  bornFemale: {
    label: 'Nữ',
    group: 'Ngày sinh',
    width: 58,
    characters: 12,
    isCentred: true,
    of: ({ sex, birthDate }) => (sex === 'female' ? { day: birthDate } : ''),
  },
  born: {
    label: 'Ngày sinh',
    width: 62,
    characters: 12,
    isCentred: true,
    of: ({ birthDate }) => ({ day: birthDate }),
  },
  position: { label: 'Chức vụ', width: '*', characters: 24, of: ({ position }) => position },
  partyPosition: { label: 'Chức vụ Đảng', width: 70, characters: 18, of: ({ partyPosition }) => partyPosition },
  unit: { label: 'Đơn vị', width: '*', characters: 30, of: ({ unitName }) => unitName },
  group: {
    label: 'Tổ',
    width: 26,
    characters: 6,
    isCentred: true,
    of: ({ groupNumber }) => groupNumber ?? '',
  },
  groupLetter: {
    label: 'Công văn của Tập đoàn',
    width: 76,
    characters: 20,
    of: ({ groupLetter }) => groupLetter ?? '',
  },
  notes: { label: 'Ghi chú', width: 44, characters: 14, of: () => '' },
} as const satisfies Record<string, PeopleColumn>;

/** A table of people; whatever else a list needs is a column of its own. */
export function peopleTable(columns: readonly PeopleColumn[], people: readonly PrintedPerson[]): PaperPart {
  return {
    kind: 'table',
    columns,
    rows: people.map((person, index) => columns.map((column) => column.of(person, index))),
  };
}
