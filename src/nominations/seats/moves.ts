import { InvalidInput } from '../../platform/problems/refusals';

/** How many seats a unit has, or is to have. */
export interface UnitSeats {
  readonly unitId: string;
  readonly seats: number;
}

/** What the office, or a unit with its own seats, may ask for. */
export type SeatMove =
  | { readonly kind: 'allocated'; readonly shares: readonly UnitSeats[] }
  | { readonly kind: 'lent'; readonly from: string; readonly to: string; readonly count: number }
  | { readonly kind: 'returned'; readonly unitId: string; readonly count: number }
  | { readonly kind: 'released' }
  | { readonly kind: 'resized'; readonly capacity: number };

/**
 * Whether a move names units that nominate, each once.
 * @param units ids of the base units
 * @throws InvalidInput
 */
export function assertMakesSense(move: SeatMove, units: readonly string[]): void {
  for (const [field, unitId] of unitsNamed(move)) if (!units.includes(unitId)) throw notAUnit(field);
  if (move.kind === 'lent' && move.from === move.to) throw lentToItself();
  if (move.kind === 'allocated' && new Set(move.shares.map(({ unitId }) => unitId)).size < move.shares.length)
    throw namedTwice();
}

function unitsNamed(move: SeatMove): readonly (readonly [string, string])[] {
  if (move.kind === 'allocated') return move.shares.map(({ unitId }, index) => [`shares.${index}.unitId`, unitId]);
  if (move.kind === 'returned') return [['unitId', move.unitId]];
  if (move.kind !== 'lent') return [];
  return [
    ['fromUnitId', move.from],
    ['toUnitId', move.to],
  ];
}

const notAUnit = (field: string) =>
  InvalidInput.field(field, 'not_a_unit', {
    vi: 'Chỉ phân bổ cho tổ chức cơ sở đảng. Hãy chọn một đơn vị trong danh sách.',
    en: 'Only base units have seats. Choose one from the list.',
  });

const lentToItself = () =>
  InvalidInput.field('toUnitId', 'same_unit', {
    vi: 'Hai đơn vị giống nhau. Hãy chọn đơn vị nhận khác.',
    en: 'Both units are the same. Choose another to receive the seats.',
  });

const namedTwice = () =>
  InvalidInput.field('shares', 'named_twice', {
    vi: 'Có đơn vị được ghi hai lần. Hãy ghi mỗi đơn vị một dòng.',
    en: 'A unit is named twice. Name each once.',
  });
