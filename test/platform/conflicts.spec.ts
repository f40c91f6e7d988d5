import { randomUUID } from 'node:crypto';
import type { BuiltAccount } from '../builders';
import { a, app, beginAtTheOffice, close, given, office } from '../completions/at-the-office';
import { fieldsOf } from '../form-on-page';

beginAtTheOffice();

/** A record with a form of its own. */
interface Shared {
  /** Where its form stands, and what it is sent to. */
  readonly page: string;
  readonly action: string;
  readonly form?: string;
  /** The other one's change, of one field, and what the form's field is called and shows after it. */
  readonly change: (version: string) => Promise<{ readonly status: number }>;
  readonly theirs: readonly [field: string, before: string, now: string];
  readonly mine: readonly [field: string, typed: string];
  /** What both are in the end. */
  readonly stored: () => Promise<unknown>;
  readonly both: object;
}

describe('a form that two fill in at once', () => {
  let other: BuiltAccount;
  const api = (path: string) => `/api/v1${path}`;
  const patch = (path: string, body: object) => () => app.as(other).patch(api(path), body);
  const read = (path: string) => async () => (await app.as(office).get(api(path))).body;

  beforeAll(async () => {
    other = await a.office();
  });

  const aCourse = async (): Promise<Shared> => {
    const { id } = await a.course({ nameVi: 'Tên đầu', nameEn: 'First name' });
    return {
      ...{ page: `/courses/${id}/edit`, action: `/courses/${id}` },
      change: patch(`/courses/${id}`, { nameVi: 'Tên họ sửa' }),
      ...{ theirs: ['nameVi', 'Tên đầu', 'Tên họ sửa'], mine: ['nameEn', 'My name'] },
      ...{ stored: read(`/courses/${id}`), both: { nameVi: 'Tên họ sửa', nameEn: 'My name' } },
    };
  };
  const aClass = async (): Promise<Shared> => {
    const code = 'XD-1';
    const { id } = await a.trainingClass({ state: 'draft', code });
    return {
      ...{ page: `/classes/${id}/edit`, action: `/classes/${id}` },
      change: patch(`/classes/${id}`, { code: `${code}-H` }),
      ...{ theirs: ['code', code, `${code}-H`], mine: ['name', 'Lớp tôi sửa'] },
      ...{ stored: read(`/classes/${id}`), both: { code: `${code}-H`, name: 'Lớp tôi sửa' } },
    };
  };
  const aTemplate = async (): Promise<Shared> => {
    const course = await a.course();
    const sent = {
      name: `Mẫu ${randomUUID()}`,
      courseId: course.id,
      mode: 'part_time',
      capacity: 60,
      note: 'Ghi chú đầu',
    };
    const { id } = (await app.as(office).post<{ id: string }>(api('/class-templates'), sent)).body;
    return {
      ...{ page: `/class-templates/${id}`, action: `/class-templates/${id}` },
      change: patch(`/class-templates/${id}`, { note: 'Họ ghi' }),
      ...{ theirs: ['note', 'Ghi chú đầu', 'Họ ghi'], mine: ['capacity', '61'] },
      stored: () => app.sql('SELECT note, capacity FROM class_templates WHERE id = $1', id),
      both: [{ note: 'Họ ghi', capacity: 61 }],
    };
  };
  const aPlanLine = async (): Promise<Shared> => {
    const sent = { courseId: (await a.course()).id, quarter: 1, plannedClasses: 1, targetPeople: 30 };
    const { id } = (await app.as(office).post<{ id: string }>(api('/training-plans/2031/lines'), sent)).body;
    return {
      ...{ page: `/training-plan-lines/${id}`, action: `/training-plan-lines/${id}` },
      change: patch(`/training-plan-lines/${id}`, { targetPeople: 40 }),
      ...{ theirs: ['targetPeople', '30', '40'], mine: ['plannedClasses', '3'] },
      ...{ stored: read(`/training-plan-lines/${id}`), both: { targetPeople: 40, plannedClasses: 3 } },
    };
  };
  const aProposal = async (): Promise<Shared> => {
    await app.as(office).put(api('/training-plans/2031/season'), { lastDay: '2026-01-20' });
    const sent = { unitId: (await a.unit()).id, courseId: (await a.course()).id, quarter: 2, people: 6, note: 'Đầu' };
    const { id } = (await app.as(office).post<{ id: string }>(api('/training-plans/2031/proposals'), sent)).body;
    return {
      ...{ page: `/training-plan-proposals/${id}`, action: `/training-plan-proposals/${id}`, form: 'change' },
      change: patch(`/training-plan-proposals/${id}`, { people: 9 }),
      ...{ theirs: ['people', '6', '9'], mine: ['note', 'Tôi ghi'] },
      ...{ stored: read(`/training-plan-proposals/${id}`), both: { people: 9, note: 'Tôi ghi' } },
    };
  };
  const aCertificate = async (): Promise<Shared> => {
    const inClass = await given.class();
    await given.enrolled(inClass, { person: await a.person({ fullName: 'Lê Thị Anh' }) });
    await close(inClass);
    const { items } = (
      await app.as(office).get<{ items: { id: string }[] }>(api(`/certificates?classId=${inClass.id}`))
    ).body;
    const { id } = items[0]!;
    const correction = { holderName: 'Lê Thị Ánh', reason: 'Thiếu dấu' };
    return {
      ...{ page: `/certificates/${id}/correction`, action: `/certificates/${id}/correction` },
      change: () => app.as(other).post(api(`/certificates/${id}/corrections`), correction),
      ...{ theirs: ['holderName', 'Lê Thị Anh', 'Lê Thị Ánh'], mine: ['className', 'Lớp tôi sửa'] },
      stored: () => app.sql('SELECT holder_name, class_name FROM certificates WHERE id = $1', id),
      both: [{ holderName: 'Lê Thị Ánh', className: 'Lớp tôi sửa' }],
    };
  };

  it.each([
    ['a course', aCourse],
    ['a class', aClass],
    ['a template of classes', aTemplate],
    ['a line of the plan', aPlanLine],
    ['a proposal', aProposal],
    ['a certificate', aCertificate],
  ])('keeps what one typed and takes what the other wrote: %s', async (_, build) => {
    const { page, action, form, change, theirs, mine, stored, both } = await build();
    const [field, before, now] = theirs;
    const shown = fieldsOf((await app.as(office).get<string>(page)).text, form);
    expect(shown[field]).toBe(before);
    expect((await change(String(shown['version']))).status).toBeLessThan(300);
    const typed = { ...shown, [mine[0]]: mine[1], ...('reason' in shown && { reason: 'Ghi nhầm' }) };
    const refused = await app.as(office).form(action, typed);
    expect(refused.status).toBe(412);
    expect(refused.text).toMatch(new RegExp(`id="${form ?? 'form'}-${field}-now"[^>]*>[^<]*Trước đó là: ${before}<`));
    expect(refused.text).toContain(`href="${page}">Tải lại bản mới</a>`);
    const again = fieldsOf(refused.text, form);
    expect(again).toMatchObject({ [field]: now, [mine[0]]: mine[1] });
    expect((await app.as(office).form(action, again)).status).toBe(303);
    expect(await stored()).toMatchObject(both);
  });

  it('says what the other wrote where both touched one field, and keeps what was typed', async () => {
    const { page, action, change } = await aTemplate();
    const shown = fieldsOf((await app.as(office).get<string>(page)).text);
    await change('');
    const refused = await app.as(office).form(action, { ...shown, note: 'Tôi ghi' });
    expect(refused.text).toMatch(/id="form-note-now"[^>]*>Người khác vừa ghi: Họ ghi</);
    expect(fieldsOf(refused.text)).toMatchObject({ note: 'Tôi ghi' });
  });

  it('of a post is seen again before it is kept', async () => {
    const [post] = (await app.as(office).get<{ items: { id: string }[] }>(api('/posts'))).body.items;
    const path = `/posts/${post!.id}`;
    const shown = fieldsOf((await app.as(office).get<string>(path)).text);
    const tried = await app.as(office).form(path, { ...shown, citationVi: 'Tôi dẫn' });
    const theirs = fieldsOf((await app.as(other).form(path, { ...shown, nameEn: 'Theirs' })).text);
    expect((await app.as(other).form(path, theirs)).status).toBe(303);
    const refused = await app.as(office).form(path, fieldsOf(tried.text));
    expect(refused.status).toBe(412);
    const again = fieldsOf(refused.text);
    expect(again).toMatchObject({ nameEn: 'Theirs', citationVi: 'Tôi dẫn' });
    expect(again).not.toHaveProperty('seen');
    const seen = await app.as(office).form(path, again);
    expect((await app.as(office).form(path, fieldsOf(seen.text))).status).toBe(303);
    expect(fieldsOf((await app.as(office).get<string>(path)).text)).toMatchObject({
      nameEn: 'Theirs',
      citationVi: 'Tôi dẫn',
    });
  });
});
