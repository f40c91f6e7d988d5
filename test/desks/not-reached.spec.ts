import { Mailbox } from '../../bench/mailbox';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';

describe('an invitation that came back', () => {
  const mailbox = new Mailbox({
    before: ({ to }) => {
      if (to.startsWith('sai')) throw new Error('550 5.1.1 no such user');
    },
  });
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let admin: BuiltAccount;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open() });
    a = new Builders(app);
    unit = await a.unit();
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    secretary = await a.secretaryOf(unit);
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });

  const desk = async (of: BuiltAccount) => (await app.as(of).get<string>('/')).text;
  const told = 'thư mời bị trả lại';
  /** Opened and invited, with the mail gone. */
  async function invited(by: BuiltAccount, given: object): Promise<{ id: string }> {
    const { status, body } = await app.signedIn(by).post<{ id: string }>('/api/v1/accounts', given);
    expect(status).toBe(201);
    await app.get(MailDeliveries).deliver();
    return body;
  }

  it('stands on the desk of the unit whose secretary sent it, and on no other, until who was invited came', async () => {
    const person = await a.person({ in: unit, fullName: 'Trần Thị Ánh', email: 'sai1@donvi.example.vn' });
    const account = await invited(secretary, { personId: person.id });
    const shown = await desk(secretary);
    expect(shown).toContain(`1 ${told}`);
    expect(shown).toContain(`<a href="/accounts/${account.id}">Trần Thị Ánh</a>`);
    for (const other of [admin, await a.secretaryOf(await a.unit()), await a.office()])
      expect(await desk(other)).not.toContain(told);
    await a.change('accounts', { id: account.id }, { acceptedAt: app.clock.now() });
    expect(await desk(secretary)).not.toContain(told);
  });

  it('stands on the desk of the administrators where it went to somebody of no roster, until the address is corrected', async () => {
    const role = { name: 'Lê Văn An', email: 'sai2@donvi.example.vn', role: 'unit_secretary', unitId: unit.id };
    const account = await invited(admin, role);
    const other = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    for (const one of [admin, other]) expect(await desk(one)).toContain(`/accounts/${account.id}">Lê Văn An</a>`);
    expect(await desk(secretary)).not.toContain(told);
    await app.signedIn(admin).post(`/api/v1/accounts/${account.id}/address`, { email: 'dung2@donvi.example.vn' });
    await app.get(MailDeliveries).deliver();
    expect(await desk(admin)).not.toContain(told);
  });
});
