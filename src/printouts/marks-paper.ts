import type { MarksRow } from '../theory-classes/marks.queries';
import type { ModuleItem } from '../theory-classes/theory-classes.queries';
import { gradeWords } from '../training-records/training-record.labels';
import { type Paper, type PaperCell, type PaperPart, signerOf } from './paper';
import { classDays, classTitle, type PaperFacts, peopleColumns, title, unitLine } from './paper-parts';
import type { Results } from './results.queries';

export interface MarksFacts extends PaperFacts {
  readonly modules: readonly ModuleItem[];
  readonly marks: ReadonlyMap<string, MarksRow>;
  readonly results: Results;
}

const code = ({ number }: Pick<ModuleItem, 'number'>) => `HP ${number}`;

/** Bảng điểm tổng hợp: the mark that counts in each module, the average and the grade. */
export function marksPaper(facts: MarksFacts): Paper {
  const { item, letterhead, day } = facts;
  return {
    title: 'Bảng điểm tổng hợp',
    isLandscape: true,
    letterhead,
    day,
    fontSize: facts.modules.length > 10 ? 8.5 : 10,
    parts: [
      { kind: 'head' },
      title('Bảng điểm tổng hợp', classTitle(item), `Thời gian học: ${classDays(item)}`, unitLine(facts)),
      tableOf(facts),
      { kind: 'text', look: 'italic', text: legendOf(facts) },
      { kind: 'signatures', left: { capacity: 'Người lập bảng' }, right: signerOf(letterhead) },
    ],
  };
}

function legendOf({ item, modules }: MarksFacts): string {
  const named = modules.map((module) => `${code(module)}: ${module.name} (hệ số ${module.weight})`);
  const provisional = item.state === 'closed' ? [] : ['Xếp loại tạm tính, lớp chưa kết thúc'];
  return `${[...named, ...provisional].join('; ')}.`;
}

function tableOf({ people, modules, marks, results }: MarksFacts): PaperPart {
  const { number, name, unit } = peopleColumns;
  const width = modules.length > 10 ? 18 : 26;
  const moduleColumns = modules.map((module) => ({ label: code(module), width, characters: 7, isCentred: true }));
  const rows = people.map(({ enrollmentId, fullName, unitName }, index): PaperCell[] => {
    const row = marks.get(enrollmentId);
    const grade = results.get(enrollmentId)?.grade ?? null;
    return [
      index + 1,
      fullName,
      unitName,
      ...modules.map(({ id }) => row?.marks.find(({ moduleId }) => moduleId === id)?.counted ?? null),
      row?.average ?? null,
      grade && gradeWords.vi[grade],
      [resitsOf(row, modules), satElsewhere(row, modules)].filter(Boolean).join('; '),
    ];
  });
  return {
    kind: 'table',
    columns: [
      number,
      name,
      unit,
      ...moduleColumns,
      { label: 'TB', width: 22, characters: 8, isCentred: true },
      { label: 'Xếp loại', width: 44, characters: 14, isCentred: true },
      { label: 'Ghi chú', width: 46, characters: 18 },
    ],
    rows,
  };
}

/** Which marks come from another class, and from which. */
function satElsewhere(row: MarksRow | undefined, modules: readonly ModuleItem[]): string {
  const marks = (row?.marks ?? []).map((mark) => ({
    ...mark,
    satIn: mark.resit === null ? mark.firstSatIn : mark.resitSatIn,
  }));
  const classes = [...new Set(marks.flatMap(({ satIn }) => satIn ?? []))];
  return classes
    .map((of) => {
      const sat = marks.filter(({ satIn }) => satIn === of).map(({ moduleId }) => moduleId);
      return `Thi tại ${of}: ${modules
        .filter(({ id }) => sat.includes(id))
        .map(code)
        .join(', ')}`;
    })
    .join('; ');
}

/** The mark of a re-sit counts like any other, and a reader must see which it was. */
function resitsOf(row: MarksRow | undefined, modules: readonly ModuleItem[]): string {
  const resat = (row?.marks ?? []).filter(({ resit }) => resit !== null).map(({ moduleId }) => moduleId);
  const codes = modules.filter(({ id }) => resat.includes(id)).map(code);
  return codes.length > 0 ? `Thi lại ${codes.join(', ')}` : '';
}
