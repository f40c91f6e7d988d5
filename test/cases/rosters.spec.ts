import { TestApp } from '../app';
import { type BuiltAccount, type BuiltUnit, Builders } from '../builders';
import type { DryRun } from '../people/rosters';
import { caseFile } from './case-file';
import { plainRoster } from './eight';

let app: TestApp;
let a: Builders;
let unit: BuiltUnit;
let secretary: BuiltAccount;

beforeAll(async () => {
  app = await TestApp.start();
  a = new Builders(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  unit = await a.unit();
  secretary = await a.secretaryOf(unit);
});

const path = '/api/v1/roster-imports';
const send = async (file: { name: string; content: Buffer }) =>
  (await app.as(secretary).upload<DryRun>(path, file, { unitId: unit.id })).body;
const apply = async (id: string) => app.as(secretary).post(`${path}/${id}/application`);
/** What is stored of a unit's people, apart from how they are reached, which differs from file to file. */
const stored = async ({ id } = unit) =>
  app.sql(
    `SELECT full_name, sex, birth_date, cell, position, party_position, key_cadre, standing, joined_on, official_on, education,
       theory_level, planned, ratings FROM persons WHERE unit_id = $1 ORDER BY code`,
    id,
  );

describe('a roster of the same eight people', () => {
  let right: unknown;

  beforeAll(async () => {
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    await apply((await send(plainRoster('PLAIN'))).id);
    right = await stored();
  });

  it.each([
    ['roster-00', 'T01'],
    ['roster-08', 'T52'],
    ['roster-09', 'T59'],
    ['roster-11', 'T63'],
    ['roster-13', 'T206'],
    ['roster-14', 'T79'],
    ['roster-15', 'T80'],
    ['roster-16', 'T120'],
    ['roster-17', 'T121'],
    ['roster-18', 'T202'],
    ['roster-19', 'T164'],
  ])('%s says what the plain one says, of new people and over known ones', async (start, codes) => {
    const tried = await send(caseFile(start));
    expect(tried.summary).toEqual({ new: 8, changed: 0, same: 0, refused: 0, notInFile: 0 });
    await apply(tried.id);
    expect(await stored()).toEqual(right);

    await app.sql(`UPDATE persons SET code = 'gone ' || code WHERE unit_id = $1`, unit.id);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    await apply((await send(plainRoster(codes))).id);
    const again = await send(caseFile(start));
    expect(again.summary).toMatchObject({ new: 0, refused: 0, notInFile: 0 });
    await apply(again.id);
    expect(await stored()).toEqual(right);
  });
});
