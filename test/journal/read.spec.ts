import { Actor } from '../../src/platform/access/actor';
import { nominationActions } from '../../src/nominations/nominations.words';
import { Database } from '../../src/platform/database/database';
import type { Action } from '../../src/platform/journal/actions';
import { Journal, type JournalLine } from '../../src/platform/journal/journal';
import { reminderActions } from '../../src/reminders/reminders.words';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson, type BuiltUnit } from '../builders';

interface Items {
  readonly items: readonly { readonly action: string; readonly actorName: string; readonly reason: string | null }[];
  readonly next: string | null;
}

describe('reading the journal', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let person: BuiltPerson;
  let inClass: BuiltClass;

  const write = (name: string, line: JournalLine) =>
    app.get(Database).inTransaction((tx) => app.get(Journal).write(tx, Actor.service(name), line));

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit('CSM');
    person = await a.person({ in: unit, fullName: 'Lê Thị Hạnh' });
    inClass = await a.trainingClass({ name: 'Lớp Cao cấp K3' });
    await write('Trần Thị Lan', {
      action: nominationActions.returned,
      subject: { type: 'nomination', id: person.id },
      unitId: unit.id,
      classId: inClass.id,
      personId: person.id,
      reason: 'Thiếu bản nhận xét',
    });
    await write('reminders', {
      action: reminderActions.sent,
      subject: { type: 'class', id: inClass.id },
      classId: inClass.id,
    });
    await write('Trần Thị Lan', {
      action: 'something.unforeseen' as Action,
      subject: { type: 'unit', id: unit.id },
      unitId: unit.id,
    });
  });
  afterAll(() => app.stop());

  const readBy = async (account: BuiltAccount, query = '') =>
    (await app.as(account).get<Items>(`/api/v1/journal${query}`)).body.items.map(({ action }) => action);

  it('shows the office every line, and a unit’s officers the lines of their units', async () => {
    const { bloc } = await a.organization();
    for (const role of ['admin', 'training_officer', 'data_officer'] as const) {
      expect(await readBy(await a.account({ roles: [[role, bloc]] }))).toEqual([
        'something.unforeseen',
        'reminders.sent',
        'nominations.returned',
      ]);
    }
    const ofUnit = ['something.unforeseen', 'nominations.returned'];
    expect(await readBy(await a.secretaryOf(unit))).toEqual(ofUnit);
    expect(await readBy(await a.groupOfficer())).toEqual(ofUnit);
    expect(await readBy(await a.secretaryOf(await a.unit()))).toEqual([]);
    expect((await app.as(await a.account()).get('/api/v1/journal')).status).toBe(403);
    expect((await app.as(await a.account()).get('/journal')).status).toBe(403);
  });

  it('is narrowed by class, subject and the beginning of the action, page by page', async () => {
    const office = await a.office();
    expect(await readBy(office, `?classId=${inClass.id}`)).toEqual(['reminders.sent', 'nominations.returned']);
    expect(await readBy(office, `?subjectId=${unit.id}`)).toEqual(['something.unforeseen']);
    expect(await readBy(office, '?action=nominations.')).toEqual(['nominations.returned']);
    const first = await app.as(office).get<Items>('/api/v1/journal?limit=2');
    expect(await readBy(office, `?limit=2&after=${first.body.next}`)).toEqual(['nominations.returned']);
  });

  it('reads as sentences: who did what to whom, when and why', async () => {
    const page = await app.as(await a.secretaryOf(unit)).get<string>('/journal');
    const text = page.text.replace(/<[^>]+>/g, '');
    expect(text).toContain('Trần Thị Lan đã trả lại hồ sơ cử đi học để sửa: Lê Thị Hạnh, Lớp Cao cấp K3, Đơn vị CSM.');
    expect(text).toContain('Lý do: Thiếu bản nhận xét');
    expect(text).toContain('08:00 05/01/2026');
    expect(text).toContain('Trần Thị Lan something.unforeseen');
    expect(text).not.toContain('Hệ thống (nhắc việc)');
    const inEnglish = await app
      .as(await a.office())
      .with({ cookie: 'locale=en' })
      .get<string>('/journal');
    expect(inEnglish.text.replace(/<[^>]+>/g, '')).toContain(
      'Trần Thị Lan returned the nomination for correction: Lê Thị Hạnh, Lớp Cao cấp K3, Đơn vị CSM.',
    );
  });
});
