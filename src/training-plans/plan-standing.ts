/** A committee that confirms lines: the Bloc's, and that of each Group below it. */
export interface PlanBody {
  readonly id: string;
  readonly kind: 'bloc' | 'group';
  readonly nameVi: string;
  readonly nameEn: string;
}

/** That a committee confirmed a line, as it stood in that version. */
export interface Confirmation {
  readonly bodyId: string;
  readonly version: number;
  readonly confirmedAt: string;
}

/** How the committees stand to a line as it is now; `changed` was confirmed by all of them as it was before. */
export type PlanStanding = 'unconfirmed' | 'partly' | 'confirmed' | 'changed';

export function standingOf(
  version: number,
  bodies: readonly PlanBody[],
  confirmations: readonly Confirmation[],
): PlanStanding {
  const byAll = (of: number) =>
    bodies.length > 0 && bodies.every(({ id }) => confirmations.some((one) => one.bodyId === id && one.version === of));
  if (byAll(version)) return 'confirmed';
  if (confirmations.some((one) => byAll(one.version))) return 'changed';
  return confirmations.some((one) => one.version === version) ? 'partly' : 'unconfirmed';
}
