import { SeatSettingsRequest } from '../../classes/classes.requests';
import type { SeatSettings } from '../../classes/training-class.entity';
import { Flag, Id, Text, WholeNumber } from '../../platform/request-fields';
import { PartList } from '../../platform/request-parts';
import { isEmptied, readRequest } from '../../platform/requests';
import type { SeatMove } from './moves';

/** What every move of seats may carry. */
class SeatMoveRequest {
  @Text({ optional: true, max: 500 })
  readonly reason?: string;

  @Flag({ description: 'Only say who would move up and who would be passed over; nothing is changed.' })
  readonly dryRun?: boolean;

  @Text({ optional: true, max: 64, description: 'The fingerprint of a dry run: do exactly that, or refuse.' })
  readonly expects?: string;
}

export class UnitSeatsRequest {
  @Id()
  readonly unitId: string;

  @WholeNumber({ min: 0, max: 10_000 })
  readonly seats: number;
}

export class AllocationRequest extends SeatMoveRequest {
  @PartList(() => UnitSeatsRequest, { max: 500 })
  readonly shares: UnitSeatsRequest[];
}

export class SeatsReturnRequest extends SeatMoveRequest {
  @Id()
  readonly unitId: string;

  @WholeNumber({ min: 1, max: 10_000 })
  readonly count: number;
}

export class SeatsLoanRequest extends SeatMoveRequest {
  @Id()
  readonly fromUnitId: string;

  @Id()
  readonly toUnitId: string;

  @WholeNumber({ min: 1, max: 10_000 })
  readonly count: number;
}

export class SeatsReleaseRequest extends SeatMoveRequest {}

export class CapacityRequest extends SeatMoveRequest {
  @WholeNumber({ min: 1, max: 10_000 })
  readonly capacity: number;
}

/** @throws InvalidInput */
export function readSeatSettings(sent: object): Partial<SeatSettings> {
  const emptied = (['releaseAfter', 'substituteUntil'] as const).filter((field) => isEmptied(sent, field));
  return { ...readRequest(SeatSettingsRequest, sent), ...Object.fromEntries(emptied.map((field) => [field, null])) };
}

export class SeatsPageQuery {
  @Flag({ description: 'Whether the allocation form comes filled with a fair share.' })
  readonly suggest?: boolean;
}

/** The moves by the names of the addresses that make them. */
export type SeatMoveForm = 'allocations' | 'loans' | 'releases' | 'returns' | 'capacity';

export const allocation = ({ shares }: AllocationRequest): SeatMove => ({ kind: 'allocated', shares });
export const loan = ({ fromUnitId, toUnitId, count }: SeatsLoanRequest): SeatMove => ({
  kind: 'lent',
  from: fromUnitId,
  to: toUnitId,
  count,
});
export const giveBack = ({ unitId, count }: SeatsReturnRequest): SeatMove => ({ kind: 'returned', unitId, count });
export const release = (): SeatMove => ({ kind: 'released' });
export const resize = ({ capacity }: CapacityRequest): SeatMove => ({ kind: 'resized', capacity });
