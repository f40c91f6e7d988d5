import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { failures } from './crowd';

const takingNoTime = `CREATE OR REPLACE FUNCTION lay_hours_of_exam(exam uuid) RETURNS void LANGUAGE sql AS $$ SELECT $$`;

describe('a race of examinations and half-days for rooms', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let rooms: { roomId: string; classes: readonly BuiltClass[] }[];

  /** Ten rooms, each wanted by a half-day and two examinations of three classes. */
  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    rooms = [];
    for (let n = 0; n < 10; n += 1) {
      const classes = await Promise.all([1, 2, 3].map(() => a.trainingClass({ state: 'confirmed' })));
      rooms.push({ roomId: await a.room(), classes });
    }
  });
  afterEach(() => app.stop());

  const times = { day: '2026-02-20', startTime: '18:00', endTime: '20:00' };
  const race = () =>
    Promise.all(
      rooms.map(({ roomId, classes: [one, two, three] }) =>
        Promise.all([
          app.as(office).post(`/api/v1/classes/${one!.id}/exams`, { ...times, rooms: [{ roomId }] }),
          app.as(office).post(`/api/v1/classes/${two!.id}/half-days`, { ...times, part: 'evening', roomId }),
          app.as(office).post(`/api/v1/classes/${three!.id}/exams`, { ...times, rooms: [{ roomId }] }),
        ]),
      ),
    );

  it('has one holder of each', async () => {
    const answers = await race();
    expect(answers.map((of) => of.map(({ status }) => status).toSorted())).toEqual(
      Array<number[]>(10).fill([201, 409, 409]),
    );
  });

  it('has several when an examination takes no time', async () => {
    await app.sql(takingNoTime);
    const answers = await race();
    expect(failures(answers.flat())).toEqual([]);
    expect(answers.flat().filter(({ status }) => status === 201).length).toBeGreaterThan(10);
  });
});
