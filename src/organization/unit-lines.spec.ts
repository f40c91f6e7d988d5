import { InvalidInput } from '../platform/problems/refusals';
import { readUnitLines } from './unit-lines';

describe('pasted units', () => {
  it('are read with semicolons or the tabs of a sheet, blank lines passed over', () => {
    expect(readUnitLines('SFG; Phân bón  Miền Nam ; TD\r\n\nLIX\tBột giặt LIX\t\tLIX Detergent\n', 'KHOI')).toEqual([
      { code: 'SFG', nameVi: 'Phân bón Miền Nam', nameEn: undefined, parentCode: 'TD', kind: 'base', line: 1 },
      { code: 'LIX', nameVi: 'Bột giặt LIX', nameEn: 'LIX Detergent', parentCode: 'KHOI', kind: 'base', line: 3 },
    ]);
  });

  it('keep the semicolons within the cells of a sheet, whose heading may be pasted along', () => {
    const [unit, ...others] = readUnitLines('Mã\tTên đơn vị\nA\tTên; dài', 'KHOI');
    expect([unit!.code, unit!.nameVi, others]).toEqual(['A', 'Tên; dài', []]);
  });

  it('may hold a Group, said in either language and however it is typed', () => {
    const kinds = readUnitLines('A;Tên;;;Tập Đoàn'.normalize('NFD') + '\nB;Tên;;;group\nC;Tên;;;', 'KHOI');
    expect(kinds.map(({ kind }) => kind)).toEqual(['group', 'group', 'base']);
  });

  it('are at most as many as a Bloc may have', () => {
    expect(() => readUnitLines('A;Tên\n'.repeat(501), 'KHOI')).toThrow(InvalidInput);
    expect(() => readUnitLines(`${'A'.repeat(41)};Tên`, 'KHOI')).toThrow(InvalidInput);
    expect(() => readUnitLines(`A;${'T'.repeat(201)}`, 'KHOI')).toThrow(InvalidInput);
    expect(readUnitLines('A;Tên\n'.repeat(500), 'KHOI')).toHaveLength(500);
  });

  it('need code and name, and say which line lacks them', () => {
    const refused = (): InvalidInput => {
      try {
        readUnitLines('A;Tên\nB;\n;Tên', 'KHOI');
      } catch (error) {
        if (error instanceof InvalidInput) return error;
      }
      throw new Error('They were read.');
    };
    expect(refused().fields.map(({ field, message }) => [field, message.en.split(':')[0]])).toEqual([
      ['units', 'Line 2'],
      ['units', 'Line 3'],
    ]);
  });
});
