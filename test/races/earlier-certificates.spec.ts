import { EarlierCertificatesService } from '../../src/training-records/earlier-certificates.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltPerson } from '../builders';
import { without } from './crowd';

describe('a race of one number of an earlier certificate', () => {
  const number = '1/2022/GCN';
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let courseId: string;
  let people: readonly BuiltPerson[];
  let held: string[];

  /** Twenty people; half of them hold a certificate of another number. */
  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    courseId = (await a.course()).id;
    const unit = await a.unit();
    people = await Promise.all(Array.from({ length: 20 }, () => a.person({ in: unit })));
    held = [];
    for (const [index, person] of people.slice(10).entries()) held.push((await enter(person, `${index}-cũ`)).body.id);
  });
  afterEach(() => app.stop());

  const enter = ({ id }: BuiltPerson, as = number) =>
    app.as(office).post<{ id: string }>(`/api/v1/people/${id}/training-record/certificates`, {
      ...{ courseId, number: as, issuedOn: '2022-06-30', issuedBy: 'Đảng ủy Khối', lasts: true },
    });
  const correct = (recordId: string) =>
    app.as(office).post(`/api/v1/training-records/${recordId}/corrections`, { number, reason: 'Ghi nhầm số' });
  const race = async () =>
    (await Promise.all([...people.slice(0, 10).map((person) => enter(person)), ...held.map(correct)])).map(
      ({ status }) => status,
    );
  const holders = () => app.sql('SELECT FROM training_records_in_force WHERE award_number = $1', number);

  it('has one holder, whichever door they come by', async () => {
    expect((await race()).toSorted()).toEqual([201, ...Array<number>(19).fill(409)]);
    expect(await holders()).toHaveLength(1);
  });

  it('has many when those who come together do not wait for each other', async () => {
    let go = () => {};
    const together = new Promise<void>((resolve) => (go = resolve));
    let come = 0;
    const meet = async () => {
      if ((come += 1) === 2) go();
      await together;
    };
    await without(app.get(EarlierCertificatesService), 'holdNumbers', meet, async () => {
      await race();
      expect((await holders()).length).toBeGreaterThan(1);
    });
  });
});
