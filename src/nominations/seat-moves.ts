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
