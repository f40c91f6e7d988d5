import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureOf, pictureSize, stepsOf } from '../../src/desks/tours/tours';
import { type TourName, tourNames } from '../../src/desks/tours/tour-names';
import { tourWords } from '../../src/desks/tours/tours.words';
import { locales } from '../../src/platform/messages/words';
import { TestApp } from '../app';
import { textOf } from '../pages';
import { type Caller, World } from '../world';

const folder = join(__dirname, '../../src/platform/pages/assets/pictures');
const whose: Readonly<Record<TourName, Caller>> = { office: 'T', group: 'G', secretary: 'S', manager: 'M', cadre: 'C' };
const offered = tourWords.vi.isNew;

describe('a first day', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
  }, 120_000);
  afterAll(() => app.stop());

  it.each(tourNames.flatMap((tour) => locales.map((locale) => [tour, locale] as const)))(
    'of %s is told in five to seven steps, each with a page that opens and its picture (%s)',
    async (tour, locale) => {
      const reader = app.signedIn(world.callers.get(whose[tour])!).reading(locale);
      const page = await reader.get<string>(`/tour?of=${tour}`);
      expect(page.status).toBe(200);
      const told = /<ol class="tour">(.*?)<\/ol>/s.exec(page.text)![1]!.split('<li>').slice(1);
      expect(told.length).toBe(stepsOf(tour).length);
      expect([5, 6, 7]).toContain(told.length);
      for (const step of told) {
        const [, href, name] = /<a class="[^"]*" href="([^"]+)">(.*?)<\/a>/s.exec(step)!;
        const { status, text } = await reader.follow(href!);
        const heading = textOf(/<h1[^>]*>(.*?)<\/h1>/s.exec(text)?.[1]);
        expect({ href, status, heading }).toEqual({
          href,
          status: 200,
          heading: expect.stringContaining(textOf(name)) as string,
        });
        const [, src, alt] = /<img src="([^"]+)" alt="([^"]+)" width="800" height="520" loading="lazy"/.exec(step)!;
        expect(alt).toContain(name);
        const picture = await reader.download(src!);
        expect(picture.status).toBe(200);
        expect(picture.headers.get('content-type')).toBe('image/webp');
        expect(picture.headers.get('cache-control')).toContain('immutable');
      }
      expect(textOf(/<nav class="fold-body masthead-nav.*?<\/nav>/s.exec(page.text)![0])).toMatch(
        /Hướng dẫn ngày đầu|First-day tour/,
      );
    },
  );

  it('has the pictures of its steps and no others, small ones of one size', () => {
    const wanted = tourNames.flatMap((tour) =>
      stepsOf(tour).flatMap(({ name }) => locales.map((locale) => pictureOf(tour, name, locale))),
    );
    expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted());
    for (const name of wanted) {
      const picture = readFileSync(join(folder, name));
      // Where an extended WebP says how large it is, less one.
      const size = { width: picture.readUIntLE(24, 3) + 1, height: picture.readUIntLE(27, 3) + 1 };
      expect({ name, ...size }).toEqual({ name, ...pictureSize });
      expect({ name, isSmall: picture.length <= 60_000 }).toEqual({ name, isSmall: true });
    }
  });

  it('is offered on the desk to whom it is new, and to somebody without a role of it nowhere', async () => {
    const desk = async (caller: Caller) => (await app.as(world.callers.get(caller)!).get<string>('/')).text;
    expect(await desk('S')).toContain(offered);
    expect(await desk('D')).not.toContain('/tour"');
    expect((await app.as(world.callers.get('D')!).get<string>('/tour')).text).toContain('empty-state');
    await app.sql(`UPDATE accounts SET created_at = created_at - interval '30 days'`);
    expect(await desk('S')).not.toContain(offered);
    expect(await desk('S')).toContain('href="/tour"');
  });
});
