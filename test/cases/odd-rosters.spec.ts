import type { Choice } from '../../src/platform/sheets/choice';
import { readTables } from '../../src/platform/sheets/tables';
import { readRoster, type RosterRow, rosterTable } from '../../src/people/rosters/sheet';
import { caseFile } from './case-file';

const read = async (start: string, columns: Choice['columns'], facts: readonly (keyof RosterRow)[]) =>
  readRoster(await readTables(caseFile(start), rosterTable, { columns })).rows.map((row) =>
    facts.map((fact) => row[fact]),
  );

describe('an odd roster', () => {
  it('roster-32: of two facts in one cell both are read, where somebody says what the columns are', async () => {
    expect(
      await read('roster-32', { '1:1!G': 'education', '1:1!I': 'contacts' }, [
        'education',
        'theoryLevel',
        'phone',
        'email',
      ]),
    ).toEqual([
      ['university', 'intermediate', '0918001101', 'binh.doan@example.vn'],
      ['master', 'elementary', '0918001102', 'nga.phi@example.vn'],
      ['university', 'none', '0918001103', null],
      ['university', 'intermediate', '0918001104', 'hien.ong@example.vn'],
    ]);
  });

  it('roster-37: a tick under “Nữ đánh dấu x” is a woman, a blank cell a man', async () => {
    const said = { '1:6!C': 'fullName', '1:6!D': 'sex', '1:6!E': 'birthDate' };
    expect(await read('roster-37', said, ['sex', 'birthDate', 'education'])).toEqual([
      ['female', '1984-03-17', 'university'],
      ['male', '1979-11-02', 'college'],
      ['female', '1990-07-30', 'master'],
    ]);
  });

  it('roster-38: of the men and the women beside each other “NAM” and “NỮ” say who is which', async () => {
    const sexes = await read('roster-38', {}, ['sex', 'education']);
    expect(sexes.toSorted()).toEqual(
      [
        ['female', 'college'],
        ['female', 'university'],
        ['male', 'university'],
        ['male', 'university'],
        ['male', 'upper_secondary'],
      ].toSorted(),
    );
    const halves = { '1:4!C': 'birthMale', '1:4:H!J': 'birthFemale' };
    expect((await read('roster-38', halves, ['sex', 'education'])).toSorted()).toEqual(sexes.toSorted());
  });
});
