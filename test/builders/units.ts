import type { Rows } from './rows';

export interface BuiltUnit {
  readonly id: string;
  readonly code: string;
}

interface UnitWords {
  readonly code: string;
  readonly kind: 'bloc' | 'group' | 'base';
  readonly below?: { readonly id: string };
  readonly mergedInto?: { readonly id: string };
  readonly name?: { readonly vi: string; readonly en: string };
}

const always = '[2000-01-01,)';

export async function buildUnit(rows: Rows, { code, kind, below, mergedInto, name }: UnitWords): Promise<BuiltUnit> {
  const merged = mergedInto ? { mergedIntoId: mergedInto.id, mergedOn: '2025-01-01' } : {};
  const id = await rows.insert('units', { code, kind, ...merged });
  const { vi, en } = name ?? { vi: `Đơn vị ${code}`, en: `Đơn vị ${code}` };
  await rows.insert('unit_names', { unitId: id, nameVi: vi, nameEn: en, valid: always });
  if (below) await rows.insert('unit_parents', { unitId: id, parentId: below.id, valid: always });
  return { id, code };
}
