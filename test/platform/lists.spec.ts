import type { PageOf } from '../../src/platform/paging';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { pageAt, pageRoutes, readerOf } from '../pages';
import { type Caller, World } from '../world';
import { grow } from './grown-world';

/** Tables that are no lists, page by page, and why. */
const noLists: Readonly<Record<string, string>> = {
  'GET /': 'the first of a list, which the desk leads to',
  'GET /calendar/load': 'figures under a plot, by week',
  'GET /classes/:id': 'a timetable, in the order of time; it is printed and has calendars',
  'GET /classes/:id/candidates': 'by need, which decides who gets a seat; searched, and the list form is its file',
  'GET /classes/:id/diplomas': 'a form',
  'GET /classes/:id/letters/:paperId/review': 'a form, and of whom else the letter names',
  'GET /classes/:id/marks': 'a form, with a workbook to fill in',
  'GET /classes/:id/modules': 'a form, in the order modules are taught',
  'GET /correction-requests/new': 'the facts of one person',
  'GET /courses/:id': 'the rules of one course, in their order',
  'GET /courses/:id/reminder-rules': 'settings, in the order of a class',
  'GET /classes/:id/reminder-rules': 'settings, in the order of a class',
  'GET /reminder-rules': 'settings, in the order of a class',
  'GET /reminder-texts': 'settings, in the order of a class',
  'GET /reminder-texts/:rule': 'the few signs of a text',
  'GET /endorsements': 'one line a class, which leads to its list',
  'GET /enrollments/:id': 'the half-days of one person, in the order of time',
  'GET /enrollments/:id/marks': 'the marks of one person',
  'GET /exams/:id/candidates': 'a form; the list is on the page of the examination',
  'GET /exams/:id/marks': 'a form',
  'GET /exams/:id/minutes': 'a form',
  'GET /first-steps': 'steps, in their order',
  'GET /half-days/:id/attendance': 'a form by given name, with a workbook to fill in',
  'GET /half-days/:id/attendance-print': 'a paper to sign',
  'GET /half-days/:id/check-in-halls': 'one line a hall, to open it',
  'GET /letterhead': 'a form of settings',
  'GET /list-imports/:id': 'a file in the order of its rows; the file itself comes back with the outcome',
  'GET /me': 'one’s own sessions and tokens, the latest first',
  'GET /my-training-record': 'one person’s record, which is a paper',
  'GET /people/:id/training-record': 'one person’s record, which is a paper',
  'GET /operations': 'what waits, a line a kind',
  'GET /papers': 'ways to papers, which are files themselves',
  'GET /people/:id/duplicates/:otherId': 'two people side by side',
  'GET /reports/joint': 'a report, which is a paper',
  'GET /reports/unit': 'a report, which is a paper',
  'GET /yearly-reports/:id': 'a report, which is a paper',
  'GET /rooms/today': 'what hangs on the wall of a house, in the order of rooms',
  'GET /scans/:kind/:paperId': 'the scans of one paper, the latest first',
  'GET /training-plan-lines/:id': 'the classes of one line',
  'GET /waiting-letters': 'work in the order it is done in; the letters of a class are a list of their own',
  'GET /units/:id': 'the names one unit had, in the order of time',
};

/** Tables of a page that has lists too, by what their captions begin with. */
const noListsBesides = [
  /^Lớp ngoài kế hoạch/, // leads to each class, to put it into the plan
  /^Cán bộ chủ chốt theo trình độ/, // figures of the report, which are in its file
  /^Số người còn thiếu/,
];

/** Where a list is longer than a page it is ordered by what has an index; these have no heading for it, and why. */
const orderedElsewhere: Readonly<Record<string, string>> = {
  'GET /roster-invitations': 'the first of those who would be invited, by name; whoever is meant is searched for',
  'GET /classes/:id/nominations': 'by a choice among the filters: by unit, as reserves are ranked, unless told',
};

/** Headings nobody would order a list by. */
const withoutOrder: Readonly<Record<string, number>> = {
  'GET /leavers': 1, // buttons to decide
  'GET /roster-invitations': 2, // the first of more
};

interface Shown {
  readonly route: string;
  readonly caption: string;
  readonly rows: number;
  /** Headings of what is said, and how many of them order the list. */
  readonly headings: number;
  readonly sorted: number;
  readonly hasFile: boolean;
  readonly hasNextPage: boolean;
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const times = (text: string, what: RegExp) => [...text.matchAll(what)].length;
const hrefs = (html: string, of: RegExp) => [...html.matchAll(of)].map(([, href]) => href!.replaceAll('&amp;', '&'));

describe('every list of the pages', () => {
  let app: TestApp;
  let world: World;
  const pages: { readonly route: string; readonly caller: Caller; readonly address: string; readonly html: string }[] =
    [];

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app, new Builders(app));
    // More than a page of each.
    await grow(app, 60);
    const office = world.callers.get('T')!;
    await app.sql(
      `INSERT INTO notices (account_id, at, text_vi, text_en) SELECT $1, date_trunc('second', now()) + n * interval '1 minute', 'Tin ' || n, 'News ' || n FROM generate_series(1, 60) n`,
      office.id,
    );
    for (const route of pageRoutes(app)) {
      const caller = readerOf(route);
      const reader = app.signedIn(world.callers.get(caller)!);
      const page = await pageAt((address) => reader.get(address), world.address(route), world.ids['unitId']!);
      if (page) pages.push({ route, caller, ...page });
    }
  }, 300_000);
  afterAll(() => app.stop());

  const lists = (): Shown[] =>
    pages
      .filter(({ route }) => !(route in noLists))
      .flatMap(({ route, html }) =>
        (html.match(/<table class="table list-table[\s\S]*?<\/table>/g) ?? []).map((table) => {
          const headings = table.match(/<th scope="col"[^>]*>/g) ?? [];
          return {
            route,
            caption: /<caption[^>]*>(.*?)<\/caption>/.exec(table)![1]!,
            rows: times(table.split('<tfoot')[0]!, /<th scope="row"/g),
            headings: headings.filter((one) => !one.includes('is-control')).length,
            sorted: headings.filter((one) => one.includes('has-sort')).length,
            hasFile: html.includes('</svg>Tải Excel</a>'),
            hasNextPage: html.includes('rel="next"'),
          };
        }),
      )
      .filter(({ caption }) => !noListsBesides.some((one) => one.test(caption)));

  it('is handed out as Excel by the one button, and ordered by its headings: all of them while it fits on a page', () => {
    // What the API hands out is neither in the order of the page nor by its filters.
    const ofApi = pages.filter(({ html }) => /href="\/api\/[^"]*workbook/.test(html)).map(({ route }) => route);
    expect(ofApi).toEqual([]);
    const faults = lists().flatMap(({ route, caption, headings, sorted, hasFile, hasNextPage }) => [
      ...(hasFile ? [] : [`${route} “${caption}” has no file`]),
      ...(hasNextPage || sorted === headings - (withoutOrder[route] ?? 0)
        ? []
        : [`${route} “${caption}” is ordered by ${sorted} of ${headings}`]),
      ...(sorted > 0 || route in orderedElsewhere ? [] : [`${route} “${caption}” has no order`]),
    ]);
    expect(faults).toEqual([]);
    expect(lists().length).toBeGreaterThan(40);
  });

  it('is ordered by its address, which filtering keeps, and the file is in this order', async () => {
    const faults: string[] = [];
    for (const { route, caller, html } of pages) {
      const [order] = hrefs(html, /class="sort-link" href="([^"]*order=[^"]*)"/g);
      if (!order) continue;
      const as = app.as(world.callers.get(caller)!);
      const { text } = await as.get(order);
      const isKept = !text.includes('filters-form') || /name="order" value="\d/.test(text) || /name="sort"/.test(html);
      if (!text.includes('aria-sort="ascending"') || !isKept) faults.push(route);
      const [turned] = hrefs(text, /class="sort-link" href="([^"]*order=-[^"]*)"/g);
      if (!turned || !(await as.get(turned)).text.includes('aria-sort="descending"')) faults.push(`${route} turned`);
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it('is all in its file, with a line in the journal', async () => {
    const faults: string[] = [];
    let files = 0;
    for (const { route, caller, html } of pages) {
      const shown = lists().filter((one) => one.route === route);
      for (const href of new Set(hrefs(html, /href="([^"]*[?;]excel=\d+)"/g))) {
        const { status, headers, content } = await app.as(world.callers.get(caller)!).download(href);
        if (status !== 200 || headers.get('content-type') !== spreadsheet) {
          faults.push(`${href}: ${status}`);
          continue;
        }
        files += 1;
        const { rows } = await readWorkbook({ name: 'x.xlsx', content });
        const ofTable = shown.find(({ caption }) => caption === rows[0]![0])!;
        const isWhole = ofTable.hasNextPage ? rows.length - 2 > ofTable.rows : rows.length - 2 === ofTable.rows;
        if (!isWhole) faults.push(`${href}: ${rows.length - 2} lines of ${ofTable.rows}`);
      }
    }
    expect(faults).toEqual([]);
    const [journal] = await app.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM journal_lines WHERE action = 'downloads.list'`,
    );
    expect(journal!.count).toBe(files);
  }, 300_000);

  it.each([
    ['GET /people/mergers', ['name', 'mergedAt']],
    ['GET /roster-imports', ['uploadedAt']],
    ['GET /certificate-imports', ['uploadedAt']],
    ['GET /classes/:id/mark-imports', ['uploadedAt']],
    ['GET /class-templates', ['name']],
    ['GET /rooms', ['name']],
    ['GET /lecturers', ['name']],
    ['GET /classes/:id/messages', ['writtenAt']],
    ['GET /messages', ['writtenAt']],
    ['GET /notices', ['at']],
    ['GET /training-plans/:year/proposals', ['course', 'unit', 'people', 'proposedAt']],
  ])('goes on from page to page on its page, by each heading and either way: %s', async (route, orders) => {
    const { caller, address } = pages.find((page) => page.route === route)!;
    const as = app.as(world.callers.get(caller)!);
    const all = async (sort: string) => {
      const rows: string[] = [];
      for (let at: string | undefined = `${address}?sort=${sort}`; at;) {
        const html: string = (await as.get<string>(at)).text;
        const table = /<table class="table list-table[\s\S]*?<\/table>/.exec(html)![0].split('<tfoot')[0]!;
        for (const [row] of table.matchAll(/<tr role="row"><th scope="row"[\s\S]*?<\/tr>/g))
          rows.push(row.replace(/<form[\s\S]*?<\/form>/g, ''));
        [at] = hrefs(html, /<a class="btn" href="([^"]*)" rel="next"/g);
      }
      return rows;
    };
    for (const order of orders) {
      const rows = await all(order);
      expect(rows.length).toBeGreaterThan(50);
      expect(await all(`-${order}`)).toEqual(rows.toReversed());
    }
  });

  it.each([
    ['leave-requests', 'askedAt'],
    ['refused-scans', 'lastAt'],
    ['other-devices', 'boundAt'],
  ])('goes on from page to page in either order: %s', async (list, order) => {
    const all = async (sort: string) => {
      const ids: string[] = [];
      for (let after = ''; ;) {
        const { body } = await app
          .as(world.callers.get('T')!)
          .get<PageOf<{ id: string }>>(`/api/v1/${list}?limit=20&sort=${sort}${after}`);
        for (const { id } of body.items) ids.push(id);
        if (body.next === null) return ids;
        after = `&after=${encodeURIComponent(body.next)}`;
      }
    };
    const ids = await all(order);
    expect(new Set(ids).size).toBeGreaterThan(20);
    expect(await all(`-${order}`)).toEqual(ids.toReversed());
  });
});
