import { writeCsv } from '../src/platform/sheets/csv';
import type { Upload } from '../src/platform/uploads';
import { columnName } from '../src/platform/sheets/xlsx/addresses';
import { type MadeCell, type MadeSheet, madeWorkbook } from './made-workbook';
import { Seeded } from './seeded';

type ListKind = 'roster' | 'list';

/** Somebody in a file: where they stand, and what the file says of them. */
interface MadePerson {
  readonly rowNumber: number;
  /** The first cell of what is said of them, as "A6". */
  readonly place: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Hidden or crossed out, so that nobody is to be read there. */
  readonly isOut: boolean;
}

/** Something else that stands in a file, and is to be told or kept. */
export interface MadeMark {
  readonly sheet: string;
  /** As "B6". */
  readonly place: string;
  readonly text: string;
}

export interface MadeFile {
  readonly kind: ListKind;
  readonly file: Upload;
  /** The layout and the damage, in words, to find it again by. */
  readonly made: readonly string[];
  readonly people: readonly MadePerson[];
  readonly marks: readonly MadeMark[];
  /** Whether it can only be refused as a whole. */
  readonly isRefused: boolean;
}

const sheetName = 'Danh sách';

interface Person {
  readonly index: number;
  readonly family: string;
  readonly given: string;
  readonly isMale: boolean;
  readonly birth: string;
  readonly joined: string;
  readonly cell: string;
  readonly position: string;
  readonly party: string;
  readonly standing: readonly [string, string];
  readonly degree: readonly [string, string];
  readonly level: readonly [string, string];
  readonly ratings: readonly (readonly [string, string])[];
  readonly phone: string;
  readonly email: string;
}

/** One or more columns that belong together: what stands above them, in one row or two, and below. */
interface Block {
  readonly key: string;
  readonly above: string;
  readonly below?: readonly string[];
  /** Where nothing stands below: over how many columns it is merged. */
  readonly width?: number;
  readonly cells: (person: Person) => readonly MadeCell[];
}

const standings = [
  ['Chính thức', 'official'],
  ['Đảng viên dự bị', 'probationary'],
  ['Quần chúng', 'non_member'],
] as const;
const degrees = [
  ['Đại học', 'university'],
  ['Thạc sĩ', 'master'],
  ['Cao đẳng', 'college'],
  ['12/12', 'upper_secondary'],
] as const;
const levels = [
  ['Chưa', 'none'],
  ['Sơ cấp', 'elementary'],
  ['Trung cấp', 'intermediate'],
  ['Cao cấp', 'advanced'],
] as const;
const ratings = [
  ['HTTNV', 'good'],
  ['HTXSNV', 'excellent'],
  ['Hoàn thành nhiệm vụ', 'completed'],
  ['KHTNV', 'not_completed'],
] as const;
const families = [
  'Nguyễn Thị',
  'Đặng Văn',
  'Trần Hữu',
  'Lê',
  'Phạm Ngọc',
  'Huỳnh Thị Mỹ',
  'Võ Minh',
  'Đỗ Thị',
  'Vi Thị',
];
const givens = ['Ánh', 'Hòa', 'Thúy', 'Ân', 'Ý', 'Dung', 'Đức', 'Oanh', 'Công', 'Bí', 'Tổng', 'Nam', 'Phong', 'Ban'];

const two = (number: number) => String(number).padStart(2, '0');

/** Files as offices make them, layouts by damage; the same for the same seed. */
export class OfficeWorkbooks {
  private readonly drawn: Seeded;

  constructor(seed: number) {
    this.drawn = new Seeded(seed);
  }

  async next(): Promise<MadeFile> {
    return new Made(this.drawn, this.drawn.pick(['roster', 'list'] as const)).file();
  }
}

/** One file in the making. */
class Made {
  private readonly words: string[] = [];
  private readonly rows: MadeCell[][] = [];
  private readonly merges: string[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: number[] = [];
  private readonly others: MadeSheet[] = [];
  private readonly people: MadePerson[] = [];
  private readonly marks: MadeMark[] = [];
  private isRefused = false;
  private readonly damage: ReadonlySet<string>;
  private readonly dayForm: (day: string) => string;

  constructor(
    private readonly drawn: Seeded,
    private readonly kind: ListKind,
  ) {
    const damage = Array.from({ length: drawn.between(0, 4) }, () => drawn.pick(damages));
    const isBeside = damage.includes('table beside');
    this.damage = new Set(damage.filter((one) => !isBeside || !takingRoom.includes(one)));
    this.dayForm = drawn.pick(dayForms);
  }

  async file(): Promise<MadeFile> {
    this.letterhead();
    const tables = [this.blocks(), ...(this.has('table beside') ? [this.blocks()] : [])];
    const isTall = tables.flat().some(({ below }) => below);
    const top = this.rows.length;
    const left = this.table(tables[0]!, 0, { top, left: 0, isTall });
    if (tables[1]) this.table(tables[1], 200, { top, left: left + 1, isTall });
    if (this.has('second table')) this.table(this.blocks(), 100);
    this.ending();
    this.beside();
    const file = await this.written();
    const { kind, people, marks, isRefused } = this;
    return { kind, file, made: [kind, ...this.words, ...this.damage], people, marks, isRefused };
  }

  private has(damage: (typeof damages)[number]): boolean {
    return this.damage.has(damage);
  }

  private choose<T>(word: string, choices: Readonly<Record<string, T>>): T {
    const chosen = this.drawn.pick(Object.keys(choices));
    this.words.push(`${word} ${chosen}`);
    return choices[chosen]!;
  }

  private letterhead(): void {
    if (this.drawn.chance(0.3)) return;
    this.rows.push(['ĐẢNG ỦY TẬP ĐOÀN HÓA CHẤT VIỆT NAM', null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'], []);
    this.rows.push(['DANH SÁCH TRÍCH NGANG'], ['(Kèm theo Công văn số 12-CV/ĐU ngày 05/01/2026 của Đảng ủy)']);
    if (this.drawn.chance(0.5)) this.rows.push([]);
  }

  private blocks(): readonly Block[] {
    const text = (key: string, above: string, read: (person: Person) => MadeCell): Block => ({
      key,
      above,
      cells: (person) => [read(person)],
    });
    const name: readonly Block[] = this.choose<readonly Block[]>('name', {
      whole: [text('fullName', this.drawn.pick(['Họ và tên', 'HỌ VÀ TÊN', 'Họ tên']), fullName)],
      'in two': [
        text('familyName', 'Họ và tên đệm', ({ family }) => family),
        text('givenName', 'Tên', (one) => one.given),
      ],
      merged: [{ key: 'fullName', above: 'Họ và tên', width: 2, cells: ({ family, given }) => [family, given] }],
      below: [
        {
          key: 'fullName',
          above: 'Họ và tên',
          below: ['Họ đệm', 'Tên'],
          cells: ({ family, given }) => [family, given],
        },
      ],
    });
    const birth = this.choose<readonly Block[]>('birth', {
      whole: [text('birthDate', 'Ngày sinh', ({ birth: day }) => this.dayForm(day)), this.sexBlock()],
      'by sex': [
        {
          key: 'birthDate',
          above: 'Ngày, tháng, năm sinh',
          below: ['Nam', 'Nữ'],
          cells: ({ birth: day, isMale }) => (isMale ? [this.dayForm(day), null] : [null, this.dayForm(day)]),
        },
      ],
      'in three': [
        {
          key: 'birthDate',
          above: 'Ngày sinh',
          below: ['Ngày', 'Tháng', 'Năm'],
          cells: ({ birth: day }) => day.split('-').toReversed(),
        },
        this.sexBlock(),
      ],
    });
    const level: Block = this.choose<Block>('level', {
      text: text('theoryLevel', 'Trình độ LLCT', ({ level: [written] }) => written),
      ticks: {
        key: 'theoryLevel',
        above: 'Trình độ LLCT',
        below: ['SC', 'TC', 'CC'],
        cells: ({ level: [written] }) => levels.slice(1).map(([one]) => (one === written ? 'x' : null)),
      },
    });
    const rated = this.choose<readonly Block[]>('ratings', {
      apart: [0, 1].map((at) => text(`ratings.${2024 + at}`, `Xếp loại ${2024 + at}`, (one) => one.ratings[at]![0])),
      'in one': [
        text('ratings', 'Xếp loại 2 năm liền kề (2024; 2025)', (one) => one.ratings.map(([rated]) => rated).join('; ')),
      ],
      below: [
        {
          key: 'ratings',
          above: 'Xếp loại 2 năm liền kề',
          below: ['2024', '2025'],
          cells: (one) => one.ratings.map(([written]) => written),
        },
      ],
    });
    const ofKind: readonly Block[] =
      this.kind === 'roster'
        ? [
            text('cell', 'Chi bộ', ({ cell }) => cell),
            text('standing', 'Tình trạng', ({ standing: [written] }) => written),
            text('phone', 'Điện thoại', ({ phone }) => phone),
            text('email', 'Email', ({ email }) => email),
          ]
        : [
            text('contacts', 'Điện thoại, email', ({ phone, email }) => `${phone}; ${email}`),
            text('mode', 'Hình thức học', () => 'Không tập trung'),
          ];
    const others = [
      ...birth,
      text('position', this.drawn.pick(['Chức vụ', 'Chức vụ, đơn vị công tác', 'Chức danh']), (one) => one.position),
      text('partyPosition', 'Chức vụ Đảng', ({ party }) => party),
      text('joinedOn', 'Ngày vào Đảng', ({ joined }) => this.dayForm(joined)),
      text('education', 'Trình độ chuyên môn', ({ degree: [written] }) => written),
      level,
      ...rated,
      ...ofKind,
    ];
    const code = text('code', this.drawn.pick(['Mã số', 'Mã cán bộ']), (one) => codeOf(one));
    const ordinal = text('ordinal', this.drawn.pick(['TT', 'STT']), ({ index }) => String((index % 100) + 1));
    const hasOrdinal = this.kind === 'list' || this.drawn.chance(0.5);
    return [...(hasOrdinal ? [ordinal] : []), code, ...name, ...this.drawn.shuffled(others)];
  }

  private sexBlock(): Block {
    return this.choose<Block>('sex', {
      text: { key: 'sex', above: 'Giới tính', cells: ({ isMale }) => [isMale ? 'Nam' : 'Nữ'] },
      ticks: {
        key: 'sex',
        above: 'Giới tính',
        below: ['Nam', 'Nữ'],
        cells: ({ isMale }) => (isMale ? ['x', null] : [null, 'x']),
      },
    });
  }

  /** @returns how many columns there are up to its last */
  private table(blocks: readonly Block[], firstIndex: number, where?: { top: number; left: number; isTall: boolean }) {
    const offset = this.has('hidden old names') ? 2 : 0;
    const at = new Map<string, number>();
    const [upper, lower]: [MadeCell[], MadeCell[]] = [[], []];
    if (offset > 0) {
      upper.push('Họ và tên', 'Ngày sinh');
      lower.push(null, null);
      this.hiddenColumns.push(...(this.hiddenColumns.length > 0 ? [] : [0, 1]));
    }
    const top = where?.top ?? this.rows.length;
    const from = where?.left ?? 0;
    const isTall = where?.isTall ?? blocks.some(({ below }) => below);
    for (const block of blocks) {
      const left = upper.length;
      const width = block.below?.length ?? block.width ?? 1;
      at.set(block.key, left);
      upper.push(block.above, ...Array<null>(width - 1).fill(null));
      lower.push(...(block.below ?? Array<null>(width).fill(null)));
      if (width > 1)
        this.merges.push(
          `${this.place(top, from + left)}:${this.place(top + (block.below || !isTall ? 0 : 1), from + left + width - 1)}`,
        );
      else if (isTall && this.drawn.chance(0.5))
        this.merges.push(`${this.place(top, from + left)}:${this.place(top + 1, from + left)}`);
    }
    const width = upper.length;
    if (this.has('unknown column')) upper.push('Quê quán');
    let next = top;
    const put = (row: readonly MadeCell[]) => this.put(next++, from, row);
    put(upper);
    if (isTall) put(lower);
    if (this.has('numbered columns')) put(Array.from({ length: width }, (_, index) => `(${index + 1})`));
    if (this.has('groups')) put([...Array<null>(offset).fill(null), 'I. Khối văn phòng']);

    const people = Array.from({ length: this.drawn.between(2, 7) }, (_, index) => this.person(firstIndex + index));
    const spoilt = this.drawn.between(0, people.length - 1);
    people.forEach((person, index) => {
      if (index > 0 && this.has('blank rows') && this.drawn.chance(0.3)) put([]);
      const row: MadeCell[] = offset > 0 ? [`Người Cũ ${letter(index)}`, '01/02/1960'] : [];
      row.push(...blocks.flatMap((block) => block.cells(person)));
      const rowNumber = next + 1;
      if (offset > 0) this.mark(rowNumber, 0, String(row[0]));
      if (this.has('unknown column')) {
        row[width] = `Quê ${letter(index)}`;
        this.mark(rowNumber, from + width, `Quê ${letter(index)}`);
      }
      const facts = factsOf(person, this.kind, blocks);
      const isOut = index === spoilt && this.isOut(rowNumber, row);
      if (index === spoilt && !isOut) this.spoil(rowNumber, row, from, at, facts);
      if (!isOut) this.disguise(row);
      put(row);
      this.people.push({ rowNumber, place: this.place(rowNumber - 1, from), facts, isOut });
    });
    return upper.length;
  }

  private put(at: number, left: number, cells: readonly MadeCell[]): void {
    while (this.rows.length <= at) this.rows.push([]);
    const row = this.rows[at]!;
    if (cells.length > 0) while (row.length < left) row.push(null);
    row.push(...cells);
  }

  /** Hidden or crossed out as a whole. */
  private isOut(rowNumber: number, row: MadeCell[]): boolean {
    if (this.has('hidden row')) {
      this.hiddenRows.push(rowNumber - 1);
      return true;
    }
    if (!this.has('struck row')) return false;
    row.forEach((cell, at) => {
      if (typeof cell === 'string') row[at] = { struck: cell };
    });
    return true;
  }

  /** Cells of somebody that hold no value, or more than is seen; the fact is then not known. */
  private spoil(
    rowNumber: number,
    row: MadeCell[],
    from: number,
    at: ReadonlyMap<string, number>,
    facts: Record<string, unknown>,
  ): void {
    const put = (key: string, cell: MadeCell, text: string) => {
      const column = at.get(key)!;
      row[column] = cell;
      facts[key] = null;
      this.mark(rowNumber, from + column, text);
    };
    if (this.has('error')) put('position', { error: '#N/A' }, '#N/A');
    if (this.has('uncalculated')) put('partyPosition', { formula: 'A1' }, '=');
    if (this.has('no such day')) put('joinedOn', '31/02/2008', '31/02/2008');
    if (this.has('unknown value')) put('education', 'Chưa rõ', 'Chưa rõ');
    if (this.has('struck text')) {
      const column = at.get('mode') ?? at.get('standing')!;
      const seen = row[column] as string;
      row[column] = { struck: 'Ghi nhầm', then: seen };
      this.mark(rowNumber, from + column, 'Ghi nhầm');
    }
    if (this.has('text without heading')) {
      const column = row.length + 2;
      while (row.length < column) row.push(null);
      row.push('Xem lại');
      this.mark(rowNumber, column, 'Xem lại');
    }
    if (this.has('covered by merging')) {
      const column = row.length + 5;
      while (row.length < column) row.push(null);
      row.push('Bên trên', 'Nằm dưới');
      this.merges.push(`${this.place(rowNumber - 1, column)}:${this.place(rowNumber - 1, column + 1)}`);
      this.mark(rowNumber, column, 'Bên trên');
      this.mark(rowNumber, column + 1, 'Nằm dưới');
    }
  }

  /** Signs that nobody sees, or that only look like others: the facts are the same. */
  private disguise(row: MadeCell[]): void {
    row.forEach((cell, at) => {
      if (typeof cell !== 'string' || cell === 'x') return;
      let text = cell;
      if (this.has('eth')) text = text.replaceAll('Đ', 'Ð');
      if (this.has('soft hyphens')) text = text.replaceAll(' ', '\u00ad ');
      if (this.has('wide spaces')) text = ` ${text.replaceAll(' ', '\u00a0 ')}  `;
      if (this.has('decomposed')) text = text.normalize('NFD');
      row[at] = text;
    });
  }

  private ending(): void {
    if (this.drawn.chance(0.4)) return;
    const left = Array<null>(this.hiddenColumns.length + 1).fill(null);
    this.rows.push([], [...left, `Tổng cộng: ${two(this.people.length)} đồng chí`]);
    this.rows.push([...left, null, null, 'T/M BAN THƯỜNG VỤ'], [...left, null, null, 'BÍ THƯ'], []);
    this.rows.push([...left, null, null, 'Nguyễn Văn Bảy']);
  }

  private beside(): void {
    const table = (name: string, isHidden = false): MadeSheet => ({
      name,
      isHidden,
      rows: [
        ['Mã số', 'Họ và tên', 'Ngày sinh', 'Giới tính'],
        ['CU-1', 'Người Năm Ngoái', '01/02/1970', 'Nam'],
      ],
    });
    const add = (sheet: MadeSheet, place: string, text: string) => {
      this.others.push(sheet);
      this.marks.push({ sheet: sheet.name, place, text });
    };
    if (this.has('other table')) add(table('Năm 2024'), 'B2', 'Người Năm Ngoái');
    if (this.has('hidden sheet')) add(table('Ẩn', true), 'B2', 'Người Năm Ngoái');
    if (this.has('other sheet')) add({ name: 'Ghi chú', rows: [[], ['Nhớ hỏi lại']] }, 'A2', 'Nhớ hỏi lại');
  }

  private async written(): Promise<Upload> {
    const { rows, merges, hiddenRows, hiddenColumns, others } = this;
    const isPlain = [...rows.flat()].every((cell) => cell === null || typeof cell === 'string');
    const canBeText =
      isPlain && !this.has('covered by merging') && hiddenRows.length + hiddenColumns.length + others.length === 0;
    if (canBeText && (this.has('as text') || this.has('open quote'))) {
      const separator = this.drawn.pick([';', ',', '\t']);
      const width = Math.max(...rows.map((row) => row.length));
      const texts = rows.map((row) => Array.from({ length: width }, (_, at) => (row[at] as string | null) ?? ''));
      const text = writeCsv(texts, separator);
      // Where other cells are quoted, a quote too many closes at the next one.
      this.isRefused = this.has('open quote') && !text.includes('"');
      const opened = this.isRefused ? text.replace('M-01', '"M-01') : text;
      return { name: 'danh-sach.csv', content: Buffer.from(`\ufeff${opened}`) };
    }
    const front: MadeSheet = { name: sheetName, rows, merges, hiddenRows, hiddenColumns };
    const before = this.drawn.chance(0.5);
    const content = await madeWorkbook(before ? [...others, front] : [front, ...others], before ? others.length : 0);
    return { name: 'danh-sach.xlsx', content };
  }

  private person(index: number): Person {
    const { drawn } = this;
    const day = (from: number, to: number) =>
      `${drawn.between(from, to)}-${two(drawn.between(1, 12))}-${two(drawn.between(1, 28))}`;
    return {
      index,
      family: drawn.pick(families),
      given: drawn.pick(givens),
      isMale: drawn.chance(0.5),
      birth: day(1966, 1994),
      joined: day(2013, 2024),
      cell: `Chi bộ ${drawn.between(1, 4)}`,
      position: drawn.pick(['Trưởng phòng Kỹ thuật', 'Phó Tổng Giám đốc', 'Kỹ sư', 'Kế toán viên']),
      party: drawn.pick(['Đảng ủy viên', 'Chi ủy viên', 'Bí thư chi bộ']),
      standing: drawn.pick(standings),
      degree: drawn.pick(degrees),
      level: drawn.pick(levels),
      ratings: [drawn.pick(ratings), drawn.pick(ratings)],
      phone: `0903${100_000 + index}`,
      email: `nguoi${index}@example.vn`,
    };
  }

  private mark(rowNumber: number, column: number, text: string): void {
    this.marks.push({ sheet: sheetName, place: this.place(rowNumber - 1, column), text });
  }

  private place(row: number, column: number): string {
    return `${columnName(column + 1)}${row + 1}`;
  }
}

const damages = [
  ...['second table', 'hidden old names', 'unknown column', 'numbered columns', 'groups', 'blank rows', 'hidden row'],
  ...['struck row', 'error', 'uncalculated', 'no such day', 'unknown value', 'struck text', 'text without heading'],
  ...['covered by merging', 'eth', 'soft hyphens', 'wide spaces', 'decomposed', 'other table', 'hidden sheet'],
  ...['table beside', 'other sheet', 'as text', 'as text', 'as text', 'open quote'],
] as const;

/** What would stand where another table stands, or is the row of two. */
const takingRoom: readonly string[] = [
  'hidden old names',
  'hidden row',
  'text without heading',
  'covered by merging',
  'second table',
];

const parts = (day: string) => day.split('-') as [string, string, string];
const dayForms: readonly ((day: string) => string)[] = [
  (day) => parts(day).toReversed().join('/'),
  (day) => parts(day).toReversed().join('-'),
  (day) => parts(day).toReversed().join('.'),
  (day) =>
    parts(day)
      .toReversed()
      .map((part) => String(Number(part)))
      .join('/'),
];

const letter = (index: number) => String.fromCharCode(65 + index);
const fullName = ({ family, given }: Person) => `${family} ${given}`;
const codeOf = ({ index }: Person) => `M-${two(index)}`;

/** By the names under which the readers of both kinds give them. */
function factsOf(person: Person, kind: ListKind, blocks: readonly Block[]): Record<string, unknown> {
  const { isMale, birth, joined, position, party, degree, level, phone, email } = person;
  const isTicked = blocks.some(({ key, below }) => key === 'theoryLevel' && below);
  return {
    code: codeOf(person),
    fullName: fullName(person),
    sex: isMale ? 'male' : 'female',
    birthDate: birth,
    position,
    partyPosition: party,
    joinedOn: joined,
    education: degree[1],
    theoryLevel: isTicked && level[1] === 'none' ? null : level[1],
    'ratings.2024': person.ratings[0]![1],
    'ratings.2025': person.ratings[1]![1],
    phone,
    email,
    ...(kind === 'roster' ? { cell: person.cell, standing: person.standing[1] } : { mode: 'part_time' }),
  };
}

/** So many people in the plainest form, a heading above them. */
export function plainRoster(people: number): readonly (readonly string[])[] {
  const heading = ['Mã số', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Chi bộ', 'Chức vụ', 'Tình trạng', 'Ngày vào Đảng'];
  const rows = Array.from({ length: people }, (_, index) => [
    ...[`M-${index}`, `${families[index % families.length]} ${givens[index % givens.length]}`],
    ...[index % 2 === 0 ? 'Nam' : 'Nữ', `${two((index % 28) + 1)}/05/1980`, `Chi bộ ${index % 40}`],
    ...['Chuyên viên', 'Chính thức', `${two((index % 28) + 1)}/06/2008`, 'Đại học', 'Sơ cấp', 'HTTNV', 'HTTNV'],
    ...[`0903${100_000 + index}`, `nguoi${index}@example.vn`],
  ]);
  const more = ['Trình độ chuyên môn', 'Trình độ LLCT', 'Xếp loại 2024', 'Xếp loại 2025', 'Điện thoại', 'Email'];
  return [[...heading, ...more], ...rows];
}
