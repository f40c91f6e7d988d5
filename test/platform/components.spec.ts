import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TestApp } from '../app';

const platform = resolve(__dirname, '../../src/platform');
const componentsIn = (file: string) =>
  [...readFileSync(join(platform, file), 'utf8').matchAll(/^export (?:function|const) ([A-Z]\w*)[<(:]/gm)].map(
    ([, name]) => name!,
  );
const files = readdirSync(platform, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /^(pages\/[\w-]+|\w+\/views\/[\w-]+)\.tsx$/.test(file) && componentsIn(file).length > 0,
);

describe('the page of all components', () => {
  let app: TestApp;
  let html: string;

  beforeAll(async () => {
    app = await TestApp.start({ COMPONENTS_PAGE: 'yes' });
    html = (await app.as(null).get('/components')).text;
  });
  afterAll(() => app.stop());

  it.each(files)('shows all of %s', (file) => {
    const [, section] = html.split(`>${file}</h2>`);
    const shown = (name: string) =>
      section?.split('</h2>')[0]!.includes(`<h3>${name}</h3>`) || html.includes(`<li>${name} (${file}):`);
    expect(componentsIn(file).filter((name) => !shown(name))).toEqual([]);
  });

  it('leads to each that takes a page of its own, state by state', async () => {
    const links = [...html.matchAll(/href="(\/components\/[^"]+)"/g)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect((await app.as(null).get(link)).status).toBe(200);
    expect((await app.as(null).get('/components/Badge/none')).status).toBe(404);
  });

  it('speaks English too, and answers the forms it shows', async () => {
    expect((await app.as(null, 'en').get('/components')).text).toContain('What pages are made of');
    const sent = await app.as(null).form('/components', { name: 'Nguyễn Thị Ánh' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/components']);
  });
});

describe('without the setting', () => {
  it('nothing is there', async () => {
    const app = await TestApp.start();
    expect((await app.as(null).get('/components')).status).toBe(404);
    expect((await app.as(null).get('/components/Problem/fields')).status).toBe(404);
    await app.stop();
  });
});
