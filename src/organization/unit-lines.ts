import { InvalidInput } from '../platform/problems/refusals';
import { tidyText } from '../platform/names';
import { tooManyLines, unreadLine } from './organization.refusals';
import type { UnitKind } from './unit.entity';

/** A unit as a list gives it: below which one is said by a code, of the tree or of the list itself. */
export interface ListedUnit {
  readonly code: string;
  readonly kind: Exclude<UnitKind, 'bloc'>;
  readonly nameVi: string;
  readonly nameEn?: string | undefined;
  readonly parentCode: string;
}

/** More than a Bloc has; more would be a mistake of whoever pasted. */
export const mostUnits = 500;

const groupWords = ['tập đoàn', 'group'];

/**
 * Units as an office pastes them, one a line: code, name, code of the unit above, English name, kind. What stands between
 * is a semicolon, or the tab a sheet gives.
 * @param parentCode of the unit above for lines that name none
 * @throws InvalidInput for lines without code and name, and for too many
 */
export function readUnitLines(pasted: string, parentCode: string): ListedUnit[] {
  const lines = pasted
    .normalize('NFC')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const read = lines.map((line) => {
    const [code = '', nameVi = '', parent = '', nameEn = '', kind = ''] = line.split(/[;\t]/).map(tidyText);
    const isGroup = groupWords.includes(kind.toLocaleLowerCase('vi'));
    return {
      code,
      nameVi,
      nameEn: nameEn || undefined,
      parentCode: parent || parentCode,
      kind: isGroup ? ('group' as const) : ('base' as const),
    };
  });
  const unread = read.flatMap(({ code, nameVi }, index) => (code && nameVi ? [] : [unreadLine(index + 1)]));
  if (lines.length > mostUnits) throw new InvalidInput([tooManyLines(lines.length, mostUnits)]);
  if (unread.length > 0) throw new InvalidInput(unread);
  return read;
}
