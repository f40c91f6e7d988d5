/** Who is on a roster and no longer of the unit that sent them, while nobody has said what becomes of it: known above. */
export abstract class Leavers {
  /** @returns ids of people */
  abstract openIn(classId: string): Promise<ReadonlySet<string>>;
}
