import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { pageAt, pageRoutes, textOf } from '../pages';

/** What nobody reads at a desk, and why. */
const others = [
  '/classes/:id/timetable/print', // a paper
  '/rooms/today', // hangs on a wall
];

/** Tells somebody to act; a report is no such thing. */
const asks = /(^|[.;:,] )(hãy|bấm|chọn|thêm|lập|gửi|mở|điền|tải|nạp|báo(?! cáo)) /i;
/** Says who else does. */
const namesOther = /văn phòng|bí thư|quản trị|chủ nhiệm/i;

interface Empty {
  readonly place: string;
  readonly title: string;
  /** What brings the first line. */
  readonly next: string;
  readonly links: readonly string[];
  /** Whether what is to be done is done from this page: here, where the sentence points, or behind what it quotes. */
  readonly hasDoor: boolean;
}

function emptyIn(place: string, html: string): Empty[] {
  const main = html.slice(html.indexOf('<main'));
  const doors = [...html.matchAll(/<(a|button|summary)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , name]) => textOf(name));
  return main
    .split('<div class="empty-state">')
    .slice(1)
    .map((rest) => {
      const [said = '', , actions = ''] =
        /^((?:<p.*?<\/p>)+)(<div class="actions">(.*?)<\/div>)?/s.exec(rest)?.slice(1) ?? [];
      const [title = '', ...sentences] = said.split('</p>').map(textOf);
      const next = sentences.join(' ').trim();
      const quoted = [...next.matchAll(/“(.*?)”/g)].map(([, name]) => name!);
      const links = [...(said + actions).matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, to]) =>
        to!.replaceAll('&amp;', '&'),
      );
      const hasDoor =
        links.length > 0 ||
        actions.includes('<button') ||
        (quoted.length > 0 && quoted.every((name) => doors.includes(name))) ||
        (/dưới|trên/.test(next) && /<form method="(post|get)"/.test(main));
      return { place, title, next, links, hasDoor };
    });
}

describe('in an office that has just begun, every empty list', () => {
  let app: TestApp;
  const callers = new Map<string, BuiltAccount>();
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    app = await TestApp.start();
    const a = new Builders(app);
    const { bloc } = await a.organization();
    const unit = await a.unit();
    const course = await a.course({ kind: 'theory' });
    const inClass = await a.trainingClass({ course });
    const person = await a.person({ in: unit });
    callers.set('a cadre', await a.account({ person }));
    callers.set('a secretary', await a.secretaryOf(unit));
    callers.set('the Group', await a.groupOfficer());
    callers.set('the office', await a.office());
    callers.set('a class manager', await a.account({ roles: [['class_manager', inClass]] }));
    callers.set('an administrator', await a.account({ roles: [['admin', bloc]] }));
    callers.set('a data officer', await a.account({ roles: [['data_officer', bloc]] }));
    Object.assign(ids, { classes: inClass.id, units: unit.id, unitId: unit.id, courses: course.id, people: person.id });
  });
  afterAll(() => app.stop());

  it.each([
    'the office',
    'the Group',
    'a secretary',
    'a class manager',
    'a cadre',
    'an administrator',
    'a data officer',
  ])(
    'tells %s what brings its first line, and leads there or says who does',
    async (who) => {
      const as = app.signedIn(callers.get(who)!);
      const found: Empty[] = [];
      for (const route of pageRoutes(app)) {
        const path = route.replace('GET ', '');
        if (/^\/(components|oidc)/.test(path) || others.includes(path)) continue;
        const place = path
          .replace(':year', '2026')
          .replace(/([\w-]+)\/:id/, (whole, noun: string) => (ids[noun] ? `${noun}/${ids[noun]}` : whole));
        if (place.includes(':')) continue;
        const page = await pageAt((address) => as.follow(address), place, ids['unitId']!);
        if (page) found.push(...emptyIn(path, page.html));
      }
      const faults: string[] = [];
      for (const { place, title, next, links, hasDoor } of found) {
        const tellsOther = namesOther.test(next) && !(who === 'the office' && /văn phòng/i.test(next));
        if (!next && !hasDoor) faults.push(`${place} “${title}” says no more`);
        if (!hasDoor && !tellsOther && (asks.test(next) || namesOther.test(next)))
          faults.push(`${place} “${title}” shows no door: ${next}`);
        for (const href of links) {
          const { status } = href.startsWith('#') ? { status: 200 } : await as.follow(href);
          if (status !== 200) faults.push(`${place} “${title}” leads to ${href}: ${status}`);
        }
      }
      expect(faults).toEqual([]);
      expect(found.length).toBeGreaterThan(3);
    },
    120_000,
  );
});
