/** Who lacks what is known above: how many people of these units need each course, by its id. */
export abstract class NeedsOfUnits {
  abstract byCourse(unitIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
