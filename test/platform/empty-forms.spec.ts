import { TestApp } from '../app';
import { pageRoutes, textOf } from '../pages';
import { permissions } from '../permissions.table';
import { type Caller, World } from '../world';

/** What a page must be told to show its form. */
const told: Readonly<Record<string, string>> = {
  'GET /courses/:id/rules/new': '?rule=standing',
  'GET /classes/:id/study': '?unitId=:unitId',
};
/** Names of fields and words of descriptions, which nobody who reads a page knows. */
const ofSchemas = /YYYY|UUID|JSON|ISO|one of:|\b[a-z]+[A-Z]\w*|\b[a-z]+_[a-z]+\b|\b[a-z]+\.[a-z]+\b|Cần từ 1|undefined/;

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

interface FormOnPage {
  readonly action: string;
  /** What a browser sends of it when nobody types or chooses anything. */
  readonly sent: Readonly<Record<string, string[]>>;
  /** Of fields that must be filled in. */
  readonly required: readonly string[];
}

/** The forms of a page that ask for something. */
function formsIn(html: string): FormOnPage[] {
  return [...html.matchAll(/<form method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].flatMap(
    ([, action, inside]) => {
      const controls = inside!.match(/<(?:input|select|textarea)[^>]*>/g) ?? [];
      const sent: Record<string, string[]> = {};
      for (const tag of controls) {
        const [name, type] = [attribute(tag, 'name')!, attribute(tag, 'type')];
        if (type === 'checkbox' || type === 'radio') continue;
        (sent[name] ??= []).push(type === 'hidden' ? textOf(attribute(tag, 'value') ?? '') : '');
      }
      const required = controls.filter((tag) => /\srequired[\s>]/.test(tag)).map((tag) => attribute(tag, 'name')!);
      return required.length > 0 ? [{ action: textOf(action!), sent, required }] : [];
    },
  );
}

/** What is not as it should be in a page that says what is wrong with a form. */
function faultsOf(html: string, language: 'vi' | 'en'): string[] {
  const list = /<ul class="problem-fields">(.*?)<\/ul>/s.exec(html)?.[1];
  if (!list) return ['no list of what to correct'];
  const lines = [...list.matchAll(/<li>(?:<a href="#([^"]*)">)?(.*?)<\/li>/gs)].map(([, id, said]) => ({
    id,
    said: textOf(said!),
  }));
  const places = lines.map(({ id }) => (id === undefined ? html.length : html.indexOf(` id="${id}"`)));
  const faults = lines.flatMap(({ id, said }, index) => {
    const schema = ofSchemas.test(said) ? [`schema: ${said}`] : [];
    // What belongs to no field says itself what it is about.
    if (id === undefined) return [...schema, ...(/Mục này|^This/.test(said) ? [`of no field: ${said}`] : [])];
    if (places[index]! < 0) return [`leads to no field: ${id} ${said}`];
    const before = html.slice(0, places[index]);
    const labels = [
      new RegExp(`<label[^>]* for="${id}"[^>]*>([^<]*)`).exec(html)?.[1],
      /<legend class="form-label">([^<]*)/.exec(before.slice(before.lastIndexOf('<fieldset')))?.[1],
    ].flatMap((label) => (label === undefined ? [] : [textOf(label)]));
    const isNamed = labels.length === 0 || labels.some((label) => said.toLowerCase().includes(label.toLowerCase()));
    return [...schema, ...(isNamed ? [] : [`does not name “${labels.join()}”: ${said}`])];
  });
  const inOrder = places.every((place, index) => index === 0 || places[index - 1]! <= place);
  const [beforeList] = html.split('<ul class="problem-fields">');
  const above = textOf(beforeList!.split('role="alert"').slice(1).at(-1));
  // A rule that asks for a reason says why there.
  const wanted =
    language === 'vi'
      ? /Đề nghị đồng chí sửa rồi gửi lại|Cần ghi lý do/
      : /Correct (it|them) and send again|A reason is needed/;
  return [
    ...faults,
    ...(inOrder ? [] : [`out of order: ${lines.map(({ id, said: line }) => id ?? line).join(' ')}`]),
    ...(wanted.test(above) ? [] : [`says above: ${above}`]),
  ];
}

describe('every form of every role, sent empty', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
  }, 120_000);
  afterAll(() => app.stop());

  const found = new Map<string, readonly string[]>();
  const sendAll = async (role: Caller, language: 'vi' | 'en') => {
    const account = world.callers.get(role)!;
    const caller = app.signedIn(account).reading(language);
    const pages = pageRoutes(app).filter((route) => permissions[route]!.includes(role));
    const sent = new Set<string>();
    for (const route of pages) {
      const query = (told[route] ?? '').replace(/:([\w-]+)/g, (_, name: string) => world.ids[name]!);
      const page = await caller.get<string>(world.address(route) + query);
      if (!page.headers.get('content-type')?.startsWith('text/html')) continue;
      for (const { action, sent: nothing, required } of formsIn(page.text)) {
        const key = `${language} ${action} ${required.join()}`;
        if (found.has(key) || sent.has(key)) continue;
        sent.add(key);
        const answer = await caller.form(action, nothing);
        found.set(key, answer.status === 422 ? faultsOf(answer.text, language) : [`answered ${answer.status}`]);
      }
    }
  };

  it('tells each fault by the name of its field, in the order of the form, in no word of a schema', async () => {
    for (const role of ['T', 'S', 'G', 'M', 'A', 'D', 'C', 'V'] as const) await sendAll(role, 'vi');
    await sendAll('T', 'en');
    expect(found.size).toBeGreaterThan(60);
    const faulty = [...found].filter(([, faults]) => faults.length > 0);
    expect(Object.fromEntries(faulty)).toEqual({});
  }, 300_000);
});
