/** Grants are on classes too, which stand above: who has them answers by what name they go. */
export abstract class ClassNames {
  abstract namesOf(classIds: readonly string[]): Promise<Readonly<Record<string, string>>>;
}
