import { readRoster, rosterTable } from '../../src/people/roster-sheet';
import { readTables } from '../../src/platform/sheets/tables';
import { caseFile } from './case-file';

/** What offices write beside the cells, and mean. */
describe('what is said beside the cells', () => {
  const roster = async (start: string) => readRoster(await readTables(caseFile(start), rosterTable));

  it('in a note on a cell is told at its cell, in its words', async () => {
    const { rows, read } = await roster('roster-28');
    expect(rows).toMatchObject([{ code: 'SVG-0992', position: 'Trưởng kho' }]);
    expect(read.unread).toEqual([
      { where: 'G2', what: 'comment', label: null, sample: 'Từ 01/3/2026 là Phó Trưởng phòng Vật tư', cells: 1 },
    ]);
  });
});
