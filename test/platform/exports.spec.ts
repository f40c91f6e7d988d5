import { DeclaredRoutes } from '../../src/platform/access/declared-routes';
import { unpack } from '../../src/platform/sheets/archive';
import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { columnNumber } from '../../src/platform/sheets/xlsx/addresses';
import { xmlEvents } from '../../src/platform/sheets/xlsx/xml';
import { TestApp } from '../app';
import { type BuiltUnit, Builders } from '../builders';
import { World } from '../world';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a sheet says of its looks, as the file has it. */
interface Looks {
  readonly widths: readonly number[];
  /** Heights of the rows that have one of their own, by row from 1. */
  readonly heights: ReadonlyMap<number, number>;
  readonly frozenRows: number;
  readonly merges: readonly {
    readonly row: number;
    readonly column: number;
    readonly columns: number;
    readonly rows: number;
  }[];
  readonly isFitToPage: boolean;
  readonly orientation: string;
  readonly names: Readonly<Record<string, string>>;
  /** How each cell that is no text shows its number, by address. */
  readonly formats: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly hasFormulas: boolean;
  /** Lists of names the workbook has; of more than one a spreadsheet says that the file is damaged. */
  readonly listsOfNames: number;
}

async function looksOf(content: Buffer): Promise<Looks> {
  const parts = await unpack(content, 'all');
  const xml = (name: string) => parts.get(name)!.data.toString('utf8');
  const elements = (name: string, wanted: string) =>
    [...xmlEvents(xml(name))].flatMap((event) =>
      event.kind === 'open' && event.name === wanted ? [event.attributes()] : [],
    );
  const sheet = 'xl/worksheets/sheet1.xml';
  const codes = new Map(elements('xl/styles.xml', 'numFmt').map(({ numFmtId, formatCode }) => [numFmtId, formatCode]));
  const [, cellFormats = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml('xl/styles.xml')) ?? [];
  const styles = [...cellFormats.matchAll(/<xf\b([^>]*)/g)].map(([, look = '']) => {
    const id = /numFmtId="(\d+)"/.exec(look)?.[1] ?? '0';
    return codes.get(id) ?? id;
  });
  const strings = [...xml('xl/sharedstrings.xml').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(([, text]) => text!);
  const cells = [...xml(sheet).matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/gs)];
  const isText = (attributes: string) => / t="s"/.test(attributes);
  return {
    widths: elements(sheet, 'col').map(({ width }) => Number(width)),
    heights: new Map(elements(sheet, 'row').flatMap(({ r, ht }) => (ht ? [[Number(r), Number(ht)] as const] : []))),
    frozenRows: Number(elements(sheet, 'pane').find(({ state }) => state === 'frozen')?.ySplit ?? 0),
    merges: elements(sheet, 'mergeCell').map(({ ref = '' }) => {
      const [from = '', to = from] = ref.split(':');
      const rowOf = (address: string) => Number(address.replace(/\D/g, ''));
      return {
        row: rowOf(from),
        column: columnNumber(from),
        columns: columnNumber(to) - columnNumber(from) + 1,
        rows: rowOf(to) - rowOf(from) + 1,
      };
    }),
    isFitToPage: elements(sheet, 'pageSetUpPr').some(({ fitToPage }) => fitToPage === '1'),
    orientation: elements(sheet, 'pageSetup')[0]?.orientation ?? '',
    names: Object.fromEntries<string>(
      [...xml('xl/workbook.xml').matchAll(/<definedName name="([^"]*)"[^>]*>([^<]*)</g)].map(
        ([, name, range]) => [name!, range!] as const,
      ),
    ),
    formats: new Map(
      cells.flatMap(([, address, attributes = '', value]) =>
        value !== undefined && !isText(attributes)
          ? [[address!, styles[Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0)]!]]
          : [],
      ),
    ),
    texts: new Map(
      cells.flatMap(([, address, attributes = '', value]) =>
        value !== undefined && isText(attributes) ? [[address!, strings[Number(value)]!]] : [],
      ),
    ),
    hasFormulas: /<f[ >]/.test(xml(sheet)),
    listsOfNames: xml('xl/workbook.xml').match(/<definedNames\b/g)?.length ?? 0,
  };
}

interface Export {
  /** What of the address the world does not fill in. */
  readonly query?: string;
  readonly sheet?: string;
  readonly hasDays: boolean;
  /** Its orientation is its own. */
  readonly isPaper?: true;
  /** Several tables: none of their headings is that of every page. */
  readonly hasTables?: true;
}

const paper = { query: '?format=xlsx', isPaper: true } as const;

/** Every workbook of ours by its route; what stands behind the route tells several of one apart. */
const exportsOfOurs: Readonly<Record<string, Export>> = {
  'GET /api/v1/accounts/workbook': { hasDays: true },
  'GET /api/v1/certificates/paper': { ...paper, hasDays: true },
  'GET /api/v1/classes/:id/attendance-workbook': { hasDays: false },
  'GET /api/v1/classes/:id/exams/workbook': { hasDays: true },
  'GET /api/v1/classes/:id/letters/workbook': { hasDays: true },
  'GET /api/v1/classes/:id/list-form': { query: '?unitId=', hasDays: true },
  'GET /api/v1/classes/:id/marks/workbook': { hasDays: false },
  'GET /api/v1/classes/:id/participation/:unitId/workbook': { hasDays: false },
  'GET /api/v1/classes/:id/participation/workbook': { hasDays: true },
  'GET /api/v1/classes/:id/printouts/:sheet': { ...paper, hasDays: true },
  // The decision that closes a class is laid out as the one that opens it, and needs a class that is closed.
  'GET /api/v1/classes/:id/printouts/:sheet attendance': { ...paper, sheet: 'attendance', hasDays: false },
  'GET /api/v1/classes/:id/printouts/:sheet seats': { ...paper, sheet: 'seats', hasDays: false },
  'GET /api/v1/classes/:id/printouts/:sheet nominations': { ...paper, sheet: 'nominations', hasDays: true },
  'GET /api/v1/classes/:id/printouts/:sheet marks': { ...paper, sheet: 'marks', hasDays: false },
  'GET /api/v1/classes/:id/printouts/:sheet opening-decision': { ...paper, sheet: 'opening-decision', hasDays: true },
  'GET /api/v1/correction-requests/workbook': { hasDays: true },
  'GET /api/v1/people/duplicates/workbook': { hasDays: true },
  'GET /api/v1/reminders/workbook': { hasDays: true },
  'GET /api/v1/people/:id/training-record/paper': { ...paper, hasDays: true },
  'GET /api/v1/reports/unit/paper': { query: '?format=xlsx&unitId=', isPaper: true, hasDays: false, hasTables: true },
  'GET /api/v1/reports/coverage/workbook': { hasDays: false },
  'GET /api/v1/yearly-reports/:id/paper': { ...paper, hasDays: false, hasTables: true },
};

describe('every workbook that is handed out', () => {
  let app: TestApp;
  let world: World;
  const fileOf = async (name: string) => {
    const { query = '', sheet } = exportsOfOurs[name] ?? {};
    const [, path = ''] = name.split(' ');
    const filled = world.fill(sheet ? path.replace(':sheet', sheet) : path);
    return app
      .as(world.callers.get('T')!)
      .download(filled + (query.endsWith('unitId=') ? query + world.ids['unitId']! : query));
  };

  beforeAll(async () => {
    app = await TestApp.start();
    const a = new Builders(app);
    world = await World.build(app, a);
    const unit = { id: world.ids['unitId']! } as BuiltUnit;
    const long =
      'Phó Trưởng phòng Kế hoạch – Tổng hợp, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy, Chủ tịch Công đoàn cơ sở thành viên';
    const alike = { in: unit, fullName: '=Nguyễn Văn An', birthDate: '1980-05-06', position: long };
    for (const person of [alike, alike]) await a.person({ ...person });
    await app.sql(`UPDATE obliged_units SET roll_taken_on = '2026-02-01'`);
  });
  afterAll(() => app.stop());

  it('is one of these', async () => {
    const routes = app
      .get(DeclaredRoutes)
      .list()
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/'));
    const found: string[] = [];
    for (const { path } of routes) {
      const { headers } = await fileOf(`GET ${path}`);
      if (headers.get('content-type') === spreadsheet) found.push(`GET ${path}`);
    }
    const routesOfOurs = Object.keys(exportsOfOurs).map((name) => name.split(' ').slice(0, 2).join(' '));
    expect(found.toSorted()).toEqual([...new Set(routesOfOurs)].toSorted());
  });

  describe.each(Object.entries(exportsOfOurs))('%s', (route, { hasDays, isPaper, hasTables }) => {
    let looks: Looks;
    let rows: readonly (readonly string[])[];
    beforeAll(async () => {
      const { content, status } = await fileOf(route);
      expect(status).toBe(200);
      looks = await looksOf(content);
      rows = (await readWorkbook({ name: 'x.xlsx', content })).rows.map((row) => row.map((cell) => cellText(cell)));
    });

    it('has days that are days, and no formulas', () => {
      const days = [...looks.formats.values()].filter((format) => /y/.test(format));
      expect(days.length > 0).toBe(hasDays);
      expect(new Set(days)).not.toContain('14');
      for (const format of days) expect(format).toMatch(/^dd\/mm\/yyyy( hh:mm)?$/);
      const asText = [...looks.texts.values()].filter((text) => /^(\d\d:\d\d )?\d{1,2}\/\d{1,2}\/\d{4}$/.test(text));
      expect(asText).toEqual([]);
      expect(looks.hasFormulas).toBe(false);
    });

    it('keeps its heading in sight, and again on every page', () => {
      const { frozenRows, names } = looks;
      if (hasTables) return expect([frozenRows, names['_xlnm.Print_Titles']]).toEqual([0, undefined]);
      const [, from, to] = /^'[^']+'!\$(\d+):\$(\d+)$/.exec(names['_xlnm.Print_Titles'] ?? '')!.map(Number);
      // With many rows above it, as a decision has, there would be no room to scroll.
      expect(frozenRows).toBe(to! > 12 ? 0 : to);
      expect(rows[from! - 1]!.filter(Boolean).length).toBeGreaterThan(2);
    });

    it('is printed whole, across the paper where it is wide', () => {
      const { names, widths, isFitToPage, orientation, listsOfNames } = looks;
      const [, column = '', row] = /^'[^']+'!\$A\$1:\$([A-Z]+)\$(\d+)$/.exec(names['_xlnm.Print_Area'] ?? '')!;
      expect([columnNumber(`${column}1`), isFitToPage, listsOfNames]).toEqual([widths.length, true, 1]);
      expect(Number(row)).toBeGreaterThanOrEqual(rows.length);
      const total = widths.reduce((sum, width) => sum + width, 0);
      if (!isPaper) expect(orientation).toBe(total > 95 ? 'landscape' : 'portrait');
    });

    it('has columns as wide as what cannot be broken, and rows as high as their texts', () => {
      const { widths, merges, heights, formats } = looks;
      const narrow: string[] = [];
      const low: string[] = [];
      rows.forEach((cells, index) => {
        const row = index + 1;
        cells.forEach((text, at) => {
          const merge = merges.find((one) => one.row === row && one.column === at + 1) ?? { columns: 1, rows: 1 };
          const width = widths.slice(at, at + merge.columns).reduce((sum, one) => sum + one, 0);
          const pieces = formats.size > 0 && /^\d\d\/\d\d\/\d{4}$/.test(text) ? [text] : text.split(/\s+/);
          const longest = Math.max(...pieces.map(({ length }) => length));
          if (longest > width && longest <= 24) narrow.push(`${row}.${at + 1}: ${text}`);
          const lines = Math.ceil(text.length / width);
          const high = Array.from({ length: merge.rows }, (_, below) => heights.get(row + below) ?? 15);
          if (lines * 14 > high.reduce((sum, one) => sum + one, 0)) low.push(`${row}.${at + 1}: ${text}`);
        });
      });
      expect({ narrow, low }).toEqual({ narrow: [], low: [] });
    });
  });
});
