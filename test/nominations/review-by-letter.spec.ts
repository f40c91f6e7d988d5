import type { BuiltClass, BuiltPerson } from '../builders';
import { a, aClass, aPerson, app, beginNominating, nominate, office, secretary, show, unit } from './nominating';

beginNominating();

interface Letter {
  readonly classId: string;
  readonly paperId: string;
  readonly number: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly waiting: number;
  readonly noted: number;
}

const numbered = (number: string, date = '2026-01-05') => ({ letter: { number, date } });
const sent = async (inClass: BuiltClass, number: string, count: number) => {
  const people: BuiltPerson[] = [];
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    people.push(await aPerson());
    ids.push((await nominate(inClass, people.at(-1)!, numbered(number))).body.id);
  }
  return { people, ids };
};
const waiting = async (query = '') =>
  (await app.as(office).get<{ items: Letter[] }>(`/api/v1/waiting-letters?unitId=${unit.id}${query}`)).body.items;
const pathOf = ({ classId, paperId }: Letter) => `/classes/${classId}/letters/${paperId}/review`;
const ofUnit = () => `?unitId=${unit.id}`;
const each = (ids: readonly string[], said: string) => Object.fromEntries(ids.map((id) => [`decision.${id}`, said]));
const decide = (letter: Letter, form: Record<string, string>, query = ofUnit()) =>
  app.as(office).form(pathOf(letter) + query, form);
const saidOf = (answer: { readonly headers: Headers }) => {
  const kept = /flash=([^;]+)/.exec(answer.headers.getSetCookie().join())![1]!;
  return (JSON.parse(Buffer.from(kept, 'base64url').toString()) as { text: string }).text;
};

describe('reviewing letter by letter', () => {
  it('lists letters that wait class by class, unit by unit, the oldest first', async () => {
    const [late, soon] = [await aClass(4, { opensOn: '2026-03-02', closesOn: '2026-03-20' }), await aClass(4)];
    await sent(late, '3-CV/ĐU', 1);
    await nominate(soon, await aPerson(), numbered('2-CV/ĐU', '2026-01-04'));
    await sent(soon, '1-CV/ĐU', 2);
    const letters = await waiting();
    expect(letters.map(({ classId, number, waiting: count }) => [classId, number, count])).toEqual([
      [soon.id, '2-CV/ĐU', 1],
      [soon.id, '1-CV/ĐU', 2],
      [late.id, '3-CV/ĐU', 1],
    ]);
    expect((await waiting(`&classId=${late.id}`)).map(({ number }) => number)).toEqual(['3-CV/ĐU']);
    const { body } = await app.as(office).get<string>(`/waiting-letters${ofUnit()}`);
    expect(body.match(/-CV\/ĐU/g)).toHaveLength(3);
    expect(body).toContain(`${pathOf(letters[0]!)}?unitId=${unit.id}`);
  });

  it('accepts a whole letter but for exceptions and leads to the next one, in the same part of the queue', async () => {
    const inClass = await aClass(9);
    const { ids } = await sent(inClass, '1-CV/ĐU', 4);
    await sent(inClass, '2-CV/ĐU', 1);
    const [letter, next] = await waiting();
    const answer = await decide(letter!, {
      ...each(ids, 'accept'),
      [`decision.${ids[1]}`]: 'return',
      [`reason.${ids[1]}`]: 'Thiếu ngày chính thức',
      [`decision.${ids[2]}`]: 'reject',
      [`reason.${ids[2]}`]: 'Chưa đủ tuổi',
      [`decision.${ids[3]}`]: 'later',
      correctBy: '20/01/2026',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, pathOf(next!) + ofUnit()]);
    expect(saidOf(answer)).toBe(
      `Công văn 1-CV/ĐU ngày 05/01/2026 (${letter!.unitCode}): đã duyệt 1 người, trả lại 1 người, không duyệt 1 người, để 1 người xét sau.`,
    );
    const states: string[] = [];
    for (const id of ids) states.push((await show({ id })).state);
    expect(states).toEqual(['accepted', 'returned', 'rejected', 'submitted']);
  });

  it('goes round to what was left, and to the queue when nothing waits', async () => {
    const inClass = await aClass(3);
    const [first, last] = [await sent(inClass, '1-CV/ĐU', 1), await sent(inClass, '2-CV/ĐU', 1)];
    const [one, other] = await waiting();
    const round = await decide(other!, each(last.ids, 'accept'));
    expect(round.headers.get('location')).toBe(pathOf(one!) + ofUnit());
    const done = await decide(one!, each(first.ids, 'accept'));
    expect(done.headers.get('location')).toBe(`/waiting-letters${ofUnit()}`);
    expect(await waiting()).toEqual([]);
  });

  it('leads to the letters before and after, and back to the place in the queue', async () => {
    const inClass = await aClass(3);
    for (const number of ['1-CV/ĐU', '2-CV/ĐU', '3-CV/ĐU']) await sent(inClass, number, 1);
    const [one, two, three] = await waiting();
    const { body } = await app.as(office).get<string>(pathOf(two!) + ofUnit());
    for (const letter of [one!, three!]) expect(body).toContain(`href="${pathOf(letter)}${ofUnit()}"`);
    expect(body).toContain(`href="/waiting-letters${ofUnit()}#letter-${two!.paperId}-`);
    expect(body).toContain('Công văn thứ 2 trong 3 công văn chờ duyệt');
  });

  it('keeps what was typed when a reason is missing, and does nothing', async () => {
    const { ids } = await sent(await aClass(3), '1-CV/ĐU', 2);
    const [letter] = await waiting();
    const { status, body } = await decide(letter!, {
      ...each(ids, 'reject'),
      [`reason.${ids[0]}`]: 'Chưa đủ tuổi',
      correctBy: '20/01/2026',
    });
    expect(status).toBe(422);
    expect(body).toContain('value="Chưa đủ tuổi"');
    expect(body).toMatch(new RegExp(`name="decision.${ids[1]}" value="reject" checked`));
    expect(body).toContain(`href="#letter-reason-${ids[1]}"`);
    expect((await show({ id: ids[0]! })).state).toBe('submitted');
  });

  it('names whoever could not be decided on and keeps what was typed of them', async () => {
    const { ids } = await sent(await aClass(3), '1-CV/ĐU', 2);
    const [letter] = await waiting();
    const answer = await decide(letter!, {
      [`decision.${ids[0]}`]: 'accept',
      [`decision.${ids[1]}`]: 'return',
      [`reason.${ids[1]}`]: 'Thiếu ngày chính thức',
      correctBy: '31/12/2027',
    });
    expect(saidOf(answer)).toBe(`Công văn 1-CV/ĐU ngày 05/01/2026 (${letter!.unitCode}): đã duyệt 1 người.`);
    expect(answer.headers.get('location')).toMatch(`${pathOf(letter!)}${ofUnit()}&outcome=`);
    const { body } = await app.as(office).get<string>(answer.headers.get('location')!);
    expect(body).toContain('1 người chưa thực hiện được');
    expect(body).toContain('value="Thiếu ngày chính thức"');
    expect((await show({ id: ids[0]! })).state).toBe('accepted');
  });

  it('accepts nobody its reader has not seen in the letter', async () => {
    const inClass = await aClass(3);
    const { ids } = await sent(inClass, '1-CV/ĐU', 1);
    const [letter] = await waiting();
    await nominate(inClass, await aPerson(), numbered('1-CV/ĐU'));
    expect((await decide(letter!, each(ids, 'accept'))).status).toBe(422);
    expect((await decide(letter!, each(ids, 'later'))).status).toBe(422);
    expect((await show({ id: ids[0]! })).state).toBe('submitted');
  });

  it('is for the office alone, and knows no letter that is none', async () => {
    const inClass = await aClass(3);
    await sent(inClass, '1-CV/ĐU', 1);
    const [letter] = await waiting();
    expect((await app.as(secretary).get('/waiting-letters')).status).toBe(403);
    expect((await app.as(secretary).get(pathOf(letter!))).status).toBe(403);
    expect((await app.as(office).get(pathOf({ ...letter!, paperId: inClass.id }))).status).toBe(404);
  });

  it('asks nobody about themselves', async () => {
    const inClass = await aClass(3);
    const person = await aPerson();
    const { bloc } = await a.organization();
    const self = await a.account({ person, roles: [['training_officer', bloc]] });
    await nominate(inClass, person, numbered('1-CV/ĐU'));
    const { body } = await app.as(self).get<{ items: Letter[] }>(`/api/v1/waiting-letters?classId=${inClass.id}`);
    expect(body.items).toEqual([]);
  });
});
