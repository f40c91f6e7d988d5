import { readWorkbook } from '../../src/platform/sheets/workbook';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltPerson } from '../builders';
import { Situations } from '../reminders/situations';

describe('how people are spoken to', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let office: BuiltAccount;
  let guest: BuiltPerson;
  let member: BuiltPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Situations(app, a);
    office = await a.office();
    const unit = await a.unit();
    guest = await a.person({ in: unit, standing: 'non_member', email: 'khach@example.vn' });
    member = await a.person({ in: unit, standing: 'probationary', email: 'dang@example.vn' });
  });
  afterAll(() => app.stop());

  const main = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  const desk = async (account: BuiltAccount) => (await app.as(account).get<string>('/')).text;

  it('is comrade in the Party, and what the office says outside it, on pages', async () => {
    const [outside, inside] = [await a.account({ person: guest }), await a.account({ person: member })];
    expect(await desk(outside)).toContain('Hiện ông/bà chưa được cử học lớp nào');
    expect((await desk(outside)).match(/.{40}đồng chí.{20}/gi)).toBeNull();
    expect(await desk(inside)).toContain('Hiện đồng chí chưa được cử học lớp nào');

    const letterhead = { superior: 'THÀNH ỦY', body: 'ĐẢNG ỦY', place: 'TP.HCM', signerCapacity: 'T/M BAN THƯỜNG VỤ' };
    const set = await app.as(office).form('/letterhead', { ...letterhead, nonMembers: 'anh_chi' });
    expect(set.status).toBe(303);
    expect(await desk(outside)).toContain('Hiện anh/chị chưa được cử học lớp nào');
    expect((await app.as(office).get<string>('/letterhead')).text).toMatch(/value="anh_chi"[^>]*checked/);
  });

  it('is the same where something is refused, with a whole page', async () => {
    const outside = await a.account({ person: await a.person({ standing: 'non_member' }) });
    const page = await app.as(outside).get<string>('/classes/00000000-0000-4000-8000-000000000000');
    expect(page.status).toBe(404);
    expect(main(page.text)).toContain('hoặc anh/chị không được xem');
    expect(main(page.text)).not.toMatch(/đồng chí/i);
    const told = await app.as(outside).get<{ detail: string }>('/api/v1/classes/00000000-0000-4000-8000-000000000000');
    expect(told.body.detail).toContain('hoặc anh/chị không được xem');
  });

  it('is nobody’s in mails about others, whatever they are', async () => {
    const unit = await a.unit();
    const secretary = await a.secretaryOf(unit);
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    for (const seat of [1, undefined]) {
      const person = await a.person({ in: unit, standing: 'non_member' });
      await a.nomination({
        in: inClass,
        of: unit,
        person,
        state: seat ? 'accepted' : 'submitted',
        seat,
        ...(!seat && { rank: 1 }),
      });
    }
    await app.get(RemindersService).plan();
    await app.get(RemindersService).send();
    const told = await app.sql<{ body: string }>(
      `SELECT body FROM mail_messages WHERE to_address = $1`,
      secretary.email,
    );
    const body = told.map((mail) => mail.body).join();
    expect(body).toContain('dự phòng thứ 1, không có ai ở trước');
    expect(body).not.toContain('các đồng chí');
  });

  it('is the same in mails, which leave alone what people wrote', async () => {
    const inClass = await a.trainingClass({ name: 'Lớp của đồng chí Bình' });
    for (const person of [guest, member]) await given.enroll(person, inClass);
    given.goTo('2026-01-31');
    await app.get(RemindersService).plan();
    await app.get(RemindersService).send();
    const mails = await given.messages(inClass);
    const of = ({ fullName }: BuiltPerson) => mails.find(({ body }) => body.includes(fullName))!.body;
    expect(of(guest)).toContain(`Kính gửi anh/chị ${guest.fullName}`);
    expect(of(guest)).toContain('Lớp của đồng chí Bình');
    expect(of(member)).toContain(`Kính gửi đồng chí ${member.fullName}`);
  });

  it('is as learners on a paper that names somebody outside the Party', async () => {
    const inClass = await a.trainingClass({ state: 'confirmed' });
    const roster = async () =>
      (await app.as(office).download(`/classes/${inClass.id}/printouts/roster?format=xlsx`)).content;
    await a.enrollment({ in: inClass, person: member });
    const texts = async () => JSON.stringify(await readWorkbook({ name: 'x.xlsx', content: await roster() }));
    expect(await texts()).toContain('Danh sách có 1 đồng chí');
    await a.enrollment({ in: inClass, person: guest });
    expect(await texts()).toContain('Danh sách có 2 học viên');
  });
});
