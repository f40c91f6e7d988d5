import type { Tx } from '../../platform/database/database';
import { InvalidInput } from '../../platform/problems/refusals';

/** Numbers of the groups named that the class does not have are refused by name. @throws InvalidInput */
export async function assertGroupsKnown(tx: Tx, classId: string, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  const known = await tx.rows<{ number: number }>(`SELECT number FROM class_groups WHERE class_id = $1 FOR KEY SHARE`, [
    classId,
  ]);
  const unknown = [...new Set(numbers)].filter((number) => !known.some((group) => group.number === number));
  if (unknown.length > 0) throw noSuchGroups(unknown);
}

const noSuchGroups = (numbers: readonly number[]) =>
  InvalidInput.field('groupNumbers', 'no_such_group', {
    vi: `Lớp chưa có tổ ${numbers.join(', ')}. Hãy chia tổ trước, hoặc chọn tổ khác.`,
    en: `The class has no group ${numbers.join(', ')}. Divide it first, or choose another group.`,
  });
