import { InvalidInput } from '../../platform/problems/refusals';
import { readRequest } from '../../platform/requests';
import { AllocationRequest } from './seats.requests';

/** In the form of an allocation each unit has a field of its own. */
export const seatsField = (unitId: string) => `seats.${unitId}`;

/**
 * Reads one number per unit into the request the API takes.
 * @throws InvalidInput naming the fields of the form, each with its unit
 */
export function readAllocation(
  body: unknown,
  units: readonly { readonly id: string; readonly code: string }[],
): AllocationRequest {
  const form = (body ?? {}) as Record<string, unknown>;
  const shares = units.map(({ id }) => ({ unitId: id, seats: form[seatsField(id)] }));
  try {
    const { reason, dryRun, expects } = form;
    return readRequest(AllocationRequest, { shares, reason, dryRun, expects });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(
      error.fields.map((wrong) => {
        const unit = units[Number(/^shares\.(\d+)\./.exec(wrong.field)?.[1] ?? -1)];
        return unit ? { ...wrong, field: seatsField(unit.id) } : wrong;
      }),
    );
  }
}
