import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

describe('the page of a class’s results', () => {
  const open = async (inClass: { id: string }, query = '', account = office) =>
    app.as(account).get<string>(`/classes/${inClass.id}/completion${query}`);

  it('shows before closing who would complete and who would not, why, and what the button does; and writes nothing', async () => {
    const inClass = await given.class(await given.course({ raisesTo: 'elementary' }));
    const unit = await a.unit();
    const present = await a.person({ in: unit, fullName: 'Lê Văn Đủ' });
    const absent = await a.person({ in: unit, fullName: 'Trần Thị Thiếu' });
    await given.enrolled(inClass, { person: present });
    await given.enrolled(inClass, { person: absent, marks: ['unexcused', 'unmarked'] });

    const page = await open(inClass);
    expect(page.status).toBe(200);
    for (const said of [
      'Lê Văn Đủ',
      'Dự đủ 5 buổi.',
      'Trần Thị Thiếu',
      'Vắng 2 trên 5 buổi (40%): 0 có phép, 1 không phép, 1 chưa điểm danh được tính là vắng; quá mức 20%. Cần học bù ít nhất 1 buổi ở lớp khác cùng chương trình; hỏi chủ nhiệm lớp để đăng ký.',
      'nâng trình độ lý luận chính trị của người hoàn thành lên sơ cấp',
      '1 học viên hoàn thành, 1 học viên không hoàn thành.',
      '1 học viên còn buổi chưa điểm danh; các buổi đó được tính là vắng.',
      'Kết thúc lớp',
    ])
      expect(page.text).toContain(said);
    expect(await given.count('completions', inClass)).toBe(0);

    const filtered = await open(inClass, '?completed=false');
    expect(filtered.text).toContain('Trần Thị Thiếu');
    expect(filtered.text).not.toContain('Lê Văn Đủ');
    expect((await open(inClass, '?search=du')).text).not.toContain('Trần Thị Thiếu');

    const preview = await app.as(office).get(`/api/v1/classes/${inClass.id}/closing-preview`);
    expect(preview.body).toMatchObject({ completed: 1, notCompleted: 1, next: null });
  });

  it('says no share of what was missed where nothing was held, before closing and after', async () => {
    const days = { opensOn: '2025-12-15', closesOn: '2025-12-19' };
    const inClass = await a.trainingClass({ course: await given.course(), state: 'confirmed', ...days });
    await a.enrollment({ in: inClass });
    const absentIn = (html: string) => /data-label="Vắng"[^>]*><div>([^<]*)</.exec(html)?.[1];
    expect(absentIn((await open(inClass)).text)).toBe('–');
    await close(inClass);
    expect(absentIn((await open(inClass)).text)).toBe('–');
    const results = await app.as(office).get(`/api/v1/classes/${inClass.id}/completions?sort=-absentShare`);
    expect(results.body).toMatchObject({ items: [{ absentShare: null }] });
  });

  it('says from which day a class that still runs can be closed, and has no button', async () => {
    const inClass = await given.class(undefined, { closesOn: '2026-02-02' });
    await given.crowd(inClass, 1);
    const page = await open(inClass);
    expect(page.text).toContain('Kết thúc lớp được từ ngày bế giảng 02/02/2026.');
    expect(page.text).not.toContain('Đồng ý, kết thúc lớp');
    const refused = await app.as(office).form(`/classes/${inClass.id}/completion`, {});
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('nay chưa đến ngày đó');
  });

  it('shows how far the closing is, follows it without a reload, and then the results', async () => {
    const inClass = await given.class();
    await given.crowd(inClass, 3, 1);
    const asked = await app.as(office).form(`/classes/${inClass.id}/completion`, {});
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `/classes/${inClass.id}/completion`]);

    const [job] = await app.sql<{ id: string }>(`SELECT id FROM long_jobs WHERE subject_id = $1`, inClass.id);
    await app.get(ClosingRunsService).step(job!.id, 2);
    const running = await open(inClass);
    expect(running.text).toContain('Xét kết quả từng học viên');
    expect(running.text).toContain('2 trên 3');
    expect(running.text).toContain('Đã xong 0 trên 6');
    expect(running.text).toContain(`hx-get="/classes/${inClass.id}/completion/progress"`);
    expect(running.text).not.toContain('Đồng ý, kết thúc lớp');
    const part = await open(inClass, '/progress');
    expect(part.text).toMatch(/^<div class="progress-part"/);
    expect(part.headers.get('hx-refresh')).toBeNull();

    await app.get(ClosingRunsService).workOn(job!.id);
    const last = await open(inClass, '/progress');
    expect(last.headers.get('hx-refresh')).toBe('true');
    expect(last.text).not.toContain('hx-get');

    const results = await open(inClass);
    expect(results.text).toContain('001/2026/GCN-ĐUK');
    expect(results.text).toContain('Không hoàn thành');
    expect((await open(inClass, '?completed=false')).text).not.toContain('GCN-ĐUK');
  });

  it('takes a decision that somebody completes, keeps what was typed when it is refused, and takes it back', async () => {
    const inClass = await given.class();
    const [absent] = await given.crowd(inClass, 1, 1);
    const action = `/classes/${inClass.id}/completion/decisions/${absent!.id}`;
    const refused = await app.as(office).form(action, { decision: '12-QĐ/ĐUK', decidedOn: '2026-01-02', reason: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="12-QĐ/ĐUK"');

    await app.as(office).form(action, { decision: '12-QĐ/ĐUK', decidedOn: '2026-01-02', reason: 'Đã học bù' });
    expect((await open(inClass)).text).toContain('Theo quyết định 12-QĐ/ĐUK ngày 02/01/2026: Đã học bù');
    await app.as(office).form(`${action}/withdrawal`, {});
    expect((await open(inClass)).text).not.toContain('12-QĐ/ĐUK');
  });

  it('shows a unit its own people without the button', async () => {
    const inClass = await given.class();
    const unit = await a.unit();
    await given.enrolled(inClass, { person: await a.person({ in: unit, fullName: 'Lê Văn Mình' }) });
    await given.enrolled(inClass, { person: await a.person({ fullName: 'Trần Thị Người' }) });
    const secretary = await a.secretaryOf(unit);
    const page = await open(inClass, '', secretary);
    expect(page.text).toContain('Lê Văn Mình');
    expect(page.text).not.toContain('Trần Thị Người');
    expect(page.text).not.toContain('Đồng ý, kết thúc lớp');
    expect((await app.as(secretary).form(`/classes/${inClass.id}/completion`, {})).status).toBe(403);
  });

  it('warns when no completion rule was in force', async () => {
    const inClass = await given.class(await a.course({ award: 'none' }));
    await given.crowd(inClass, 1, 1);
    expect((await open(inClass)).text).toContain('mọi học viên đều được tính là hoàn thành');
  });

  it('has nothing to judge in a class that is not confirmed or was cancelled', async () => {
    const announced = await given.class(undefined, { state: 'announced' });
    expect((await open(announced)).text).toContain('Lớp chưa có quyết định mở');
    const cancelled = await given.class(undefined, { state: 'cancelled' });
    expect((await open(cancelled)).text).toContain('Lớp đã hủy');
    const draft = await given.class(undefined, { state: 'draft', announcedAt: null });
    expect((await open(draft, '', await a.secretaryOf(await a.unit()))).status).toBe(404);
  });
});
