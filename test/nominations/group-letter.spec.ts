import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import {
  a,
  accept,
  aClass,
  aPerson,
  app,
  group,
  journalOf,
  nominate,
  office,
  returnUntil,
  secretary,
  show,
  submit,
  unit,
  beginNominating,
} from './nominating';

beginNominating();

const groupLetter = { number: '208-CV/ĐUTĐ', date: '2026-01-05' };
interface Result {
  readonly id: string;
  readonly done: boolean;
  readonly problem: { readonly code: string } | null;
}
interface Named {
  readonly id: string;
  readonly state: string;
  readonly groupLetter: { readonly id: string; readonly number: string; readonly date: string } | null;
}

describe('the Group’s word and its letter', () => {
  const waiting = async (count: number, of = unit) => {
    const inClass = await aClass(count, {
      course: await a.course({ approvalSteps: ['group', 'bloc'] }),
      allocations: [[of, count]],
    });
    const nominations: { id: string }[] = [];
    for (let n = 0; n < count; n += 1) nominations.push((await nominate(inClass, await aPerson())).body);
    return { inClass, nominations };
  };
  const endorse = (id: string, body: object) =>
    app.as(group).post<Named>(`/api/v1/nominations/${id}/endorsement`, body);
  const review = (ids: readonly string[], letter: object | undefined, as = group) =>
    app.as(as).post<{ results: Result[] }>('/api/v1/nominations/reviews', {
      decisions: ids.map((nominationId) => ({ nominationId, decision: 'endorse', letter })),
    });
  const record = (nominationIds: readonly string[], letter: object, as = group) =>
    app.as(as).post<{ results: Result[]; errors?: { field: string }[] }>('/api/v1/nominations/group-letters', {
      nominationIds,
      letter,
    });
  const named = async ({ id }: { readonly id: string }) => (await show({ id })) as unknown as Named;

  it('endorses one with the letter, which the nomination and the journal name', async () => {
    const { nominations } = await waiting(1);
    const { body } = await endorse(nominations[0]!.id, { letter: groupLetter });
    expect(body).toMatchObject({ state: 'endorsed', groupLetter });
    expect(await journalOf(nominations[0]!, 'nominations.endorsed')).toMatchObject([
      { facts: { letter: groupLetter.number, of: groupLetter.date } },
    ]);
  });

  it('endorses many with one letter, which is entered once, however it is spaced', async () => {
    const { nominations } = await waiting(3);
    const [one, two, three] = nominations.map(({ id }) => id);
    await review([one!, two!], groupLetter);
    await review([three!], { ...groupLetter, number: '208 - cv/đutđ' });
    const letters = await Promise.all(nominations.map(async (one) => (await named(one)).groupLetter));
    expect(new Set(letters.map((letter) => letter?.id)).size).toBe(1);
    expect(letters[2]).toMatchObject(groupLetter);
  });

  it('is endorsed without a letter, which is recorded for many afterwards, and corrected', async () => {
    const { nominations } = await waiting(2);
    const ids = nominations.map(({ id }) => id);
    await review(ids, undefined);
    expect((await named(nominations[0]!)).groupLetter).toBeNull();
    await accept(nominations[1]!);

    expect((await record(ids, groupLetter)).body.results.map(({ done }) => done)).toEqual([true, true]);
    expect(await named(nominations[1]!)).toMatchObject({ state: 'accepted', groupLetter });

    await record(ids.slice(0, 1), { ...groupLetter, number: '209-CV/ĐUTĐ' }, office);
    expect(await named(nominations[0]!)).toMatchObject({ groupLetter: { number: '209-CV/ĐUTĐ' } });
    expect(await journalOf(nominations[0]!, 'nominations.group_letter_recorded')).toHaveLength(2);
  });

  it('records no letter of what the Group has not endorsed, nor of a day to come, nor for a unit', async () => {
    const { nominations } = await waiting(1);
    const ids = nominations.map(({ id }) => id);
    expect((await record(ids, groupLetter)).body.results[0]!.problem?.code).toBe('not_endorsed_yet');
    expect((await record(ids, { ...groupLetter, date: '2026-01-06' })).body).toMatchObject({
      status: 422,
      errors: [{ field: 'letter.date' }],
    });
    expect((await record(ids, groupLetter, secretary)).status).toBe(403);
    expect((await endorse(ids[0]!, { letter: { number: '208-CV/ĐUTĐ' } })).body).toMatchObject({
      errors: [{ field: 'letter.date' }],
    });
  });

  it('forgets the letter of a nomination that is sent again, which needs a new word', async () => {
    const { nominations } = await waiting(1);
    await endorse(nominations[0]!.id, { letter: groupLetter });
    await returnUntil('2026-01-20', nominations[0]!);
    await submit(nominations[0]!);
    expect(await named(nominations[0]!)).toMatchObject({ state: 'submitted', groupLetter: null });
  });

  it('leaves the own row to others as it records a letter for many', async () => {
    const { nominations, inClass } = await waiting(1);
    const me = await aPerson();
    const own = (await nominate(inClass, me)).body;
    await review([nominations[0]!.id, own.id], undefined);
    const officer = await a.account({ person: me, roles: [['group_officer', (await a.organization()).group]] });
    const { body } = await record([nominations[0]!.id, own.id], groupLetter, officer);
    expect(body.results.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'about_oneself']);
  });

  it('stands beside whom it names on the roster, in the list the unit sent and in the list of letters, as workbooks', async () => {
    const rowsOf = async (path: string, as = office) => {
      const { content } = await app.as(as).download(path);
      const { rows } = await readWorkbook({ name: 'a.xlsx', content });
      return rows.map((row) => row.map(cellText).filter(Boolean).join('|'));
    };
    const { inClass, nominations } = await waiting(1);
    await a.person({ in: unit, fullName: 'Lê Văn An', birthDate: '1980-05-12' });
    const content = Buffer.from(
      '(Kèm theo Công văn số 12-CV/ĐU ngày 05/01/2026 của Đảng ủy)\nTT;Họ và tên;Ngày sinh\n1;Lê Văn An;12/05/1980',
    );
    const sent = await app
      .as(secretary)
      .upload<{ id: string }>(`/api/v1/classes/${inClass.id}/list-imports`, { name: 'a.csv', content });
    const list = await app
      .as(secretary)
      .post(`/api/v1/list-imports/${sent.body.id}/application`, { acknowledged: true });
    expect(list.status).toBe(200);
    const [listed] = await app.sql<{ id: string }>(
      'SELECT id FROM nominations WHERE class_id = $1 AND id <> $2',
      ...[inClass.id, nominations[0]!.id],
    );
    const api = `/api/v1/classes/${inClass.id}`;
    await review([nominations[0]!.id, listed!.id], undefined);
    await accept(nominations[0]!);
    expect((await rowsOf(`${api}/printouts/roster?format=xlsx`)).join()).not.toContain('Công văn của Tập đoàn');
    await record([nominations[0]!.id, listed!.id], groupLetter);
    const told = '208-CV/ĐUTĐ, 05/01/2026';
    expect((await rowsOf(`${api}/printouts/roster?format=xlsx`)).filter((row) => row.includes(told))).toHaveLength(1);
    const back = await app.as(secretary).download(`/api/v1/list-imports/${sent.body.id}/workbook`);
    expect(back.content.toString()).toContain(told);

    const letters = await rowsOf(`${api}/letters/workbook?sort=unit`);
    expect(letters.slice(2)).toHaveLength(3);
    expect(letters.slice(2).join()).toContain('208-CV/ĐUTĐ|05/01/2026|Tập đoàn đồng ý');
    expect(await rowsOf(`/classes/${inClass.id}/letters/workbook?unitId=${unit.id}`, secretary)).toHaveLength(5);
  });

  it('is typed once for all ticked rows on the page, and shown on the list', async () => {
    const { nominations, inClass } = await waiting(2);
    const path = `/classes/${inClass.id}/nominations`;
    const form = new URLSearchParams({ decision: 'endorse', 'letter.number': groupLetter.number, 'letter.date': '' });
    for (const { id } of nominations) form.append('nominationIds', id);
    const send = async () => {
      const answer = await fetch(`${app.url}${path}/reviews`, {
        method: 'POST',
        body: form,
        headers: { authorization: `Bearer ${group.token}`, 'accept-language': 'vi' },
        redirect: 'manual',
      });
      return { status: answer.status, text: await answer.text() };
    };
    const half = await send();
    expect(half.status).toBe(422);
    expect(half.text).toContain('value="208-CV/ĐUTĐ"');

    form.set('letter.date', groupLetter.date);
    expect((await send()).status).toBe(303);
    const list = (await app.as(group).get<string>(path)).text;
    expect(list.match(/Công văn Tập đoàn 208-CV\/ĐUTĐ, 05\/01\/2026/g)).toHaveLength(2);
    const one = (await app.as(secretary).get<string>(`/nominations/${nominations[0]!.id}`)).text;
    expect(one).toContain('Số 208-CV/ĐUTĐ ngày 05/01/2026');
  });
});
