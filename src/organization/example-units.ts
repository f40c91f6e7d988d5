import type { UnitToday } from './organization.queries';

/** The eight organisations of the Group in the city that the agreement names, as an office may enter them. */
const exampleGroup = {
  code: 'TAPDOAN',
  nameVi: 'Đảng ủy Tập đoàn Hóa chất Việt Nam',
  nameEn: 'Group committee of the Vietnam National Chemical Group',
};

const exampleUnits = [
  { code: 'PAC', nameVi: 'Đảng ủy Công ty CP Pin Ắc quy Miền Nam', nameEn: 'Southern Battery JSC' },
  { code: 'SFG', nameVi: 'Đảng ủy Công ty CP Phân bón Miền Nam', nameEn: 'Southern Fertilizer JSC' },
  { code: 'VPS', nameVi: 'Đảng ủy Công ty CP Thuốc sát trùng Việt Nam', nameEn: 'Vietnam Pesticide JSC' },
  { code: 'CSM', nameVi: 'Đảng ủy Công ty CP Công nghiệp Cao su Miền Nam', nameEn: 'Southern Rubber Industry JSC' },
  { code: 'BFC', nameVi: 'Đảng ủy Công ty CP Phân bón Bình Điền', nameEn: 'Binh Dien Fertilizer JSC' },
  {
    code: 'SVG',
    nameVi: 'Đảng ủy Công ty CP Hơi kỹ nghệ Que hàn',
    nameEn: 'Industrial Gas and Welding Electrode JSC',
  },
  { code: 'LIX', nameVi: 'Đảng ủy Công ty CP Bột giặt LIX', nameEn: 'LIX Detergent JSC' },
  { code: 'CSV', nameVi: 'Đảng ủy Công ty CP Hóa chất Cơ bản Miền Nam', nameEn: 'South Basic Chemicals JSC' },
] as const;

/** The same as the lines somebody would paste: what the tree has already is left out, and a Group of its own goes before ours. */
export function exampleLines(tree: readonly Pick<UnitToday, 'code' | 'kind'>[]): string {
  const bloc = tree.find(({ kind }) => kind === 'bloc')!;
  const group = tree.find(({ kind }) => kind === 'group');
  const groupLine = [exampleGroup.code, exampleGroup.nameVi, bloc.code, exampleGroup.nameEn, 'tập đoàn'];
  const missing = exampleUnits.filter((unit) => !tree.some(({ code }) => code === unit.code));
  const unitLines = missing.map(({ code, nameVi, nameEn }) => [code, nameVi, (group ?? exampleGroup).code, nameEn]);
  return [...(group ? [] : [groupLine]), ...unitLines].map((cells) => cells.join('; ')).join('\n');
}
