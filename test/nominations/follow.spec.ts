import { momentAt } from '../../src/platform/clock';
import {
  a,
  accept,
  aClass,
  aPerson,
  app,
  endorse,
  noLetter,
  nominate,
  nominated,
  office,
  secretary,
  show,
  submit,
  unit,
  withdraw,
  beginNominating,
} from './nominating';

beginNominating();

describe('following a nomination', () => {
  it('says who acts next and by when', async () => {
    const course = await a.course({ approvalSteps: ['group', 'bloc'] });
    const inClass = await a.trainingClass({ course, allocations: [[unit, 1]] });
    const draft = await nominate(inClass, await aPerson(), noLetter);
    expect(draft.body.nextStep).toEqual({ who: 'unit', by: '2026-01-20' });
    const sent = await submit(draft.body);
    expect(sent.body.nextStep).toEqual({ who: 'group', by: '2026-02-06' });
    const endorsed = await endorse(draft.body);
    expect(endorsed.body.nextStep).toEqual({ who: 'office', by: '2026-02-06' });
    const accepted = await accept(draft.body);
    expect(accepted.body.nextStep).toEqual({ who: 'nominee', by: '2026-02-07' });
  });

  it('says of what nobody decided on that its class was closed', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    const one = await nominated(inClass);
    await inClass.isClosed(app.clock.now());
    const left = await show(one);
    expect(left.sentence.vi).toContain('Lớp đã kết thúc khi đề nghị này chưa được duyệt');
    expect(left.nextStep).toEqual({ who: 'nobody', by: null });
  });

  it('a list of nominations can be sorted by name and by sending, page by page', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 3]] });
    for (const [minute, fullName] of [
      ['01', 'Trần Văn Bình'],
      ['02', 'Lê Thị An'],
      ['03', 'Võ Văn Cường'],
    ]) {
      app.clock.moveTo(momentAt('2026-01-05', `09:${minute}`));
      await nominate(inClass, await aPerson({ fullName }));
    }
    const names = async (sort: string) => {
      const seen: string[] = [];
      let after = '';
      do {
        const { body } = await app
          .as(secretary)
          .get<{ items: { fullName: string }[]; next: string | null }>(
            `/api/v1/nominations?classId=${inClass.id}&sort=${sort}&limit=2${after}`,
          );
        seen.push(...body.items.map(({ fullName }) => fullName));
        after = body.next ? `&after=${body.next}` : '';
      } while (after);
      return seen;
    };
    expect(await names('name')).toEqual(['Lê Thị An', 'Trần Văn Bình', 'Võ Văn Cường']);
    expect(await names('submittedAt')).toEqual(['Trần Văn Bình', 'Lê Thị An', 'Võ Văn Cường']);
    expect(await names('-submittedAt')).toEqual(['Võ Văn Cường', 'Lê Thị An', 'Trần Văn Bình']);
  });

  it('hides a unit’s nominations from other units', async () => {
    const one = await nominated(await aClass(1));
    const stranger = await a.secretaryOf(await a.unit());
    expect((await app.as(stranger).get(`/api/v1/nominations/${one.id}`)).status).toBe(404);
    expect((await withdraw(one, 'x', stranger)).status).toBe(404);
    expect((await app.as(stranger).get<{ items: unknown[] }>('/api/v1/nominations')).body.items).toEqual([]);
  });

  it('ends with its class: nobody is left nominated or enrolled', async () => {
    const inClass = await aClass(2);
    await a.halfDay(inClass, '2026-02-07');
    const person = await aPerson();
    const { body } = await nominate(inClass, person);
    await accept(body);

    expect(
      (await app.as(office).post(`/api/v1/classes/${inClass.id}/cancellation`, { reason: 'Không đủ sĩ số' })).status,
    ).toBe(204);

    expect(await show(body)).toMatchObject({
      state: 'class_cancelled',
      seat: null,
      sentence: { vi: 'Lớp bị hủy. Lý do: Không đủ sĩ số', en: 'The class was cancelled. Reason: Không đủ sĩ số' },
    });
    expect(await app.sql('SELECT live FROM attendance_lines WHERE person_id = $1', person.id)).toEqual([
      { live: false },
    ]);
  });
});
