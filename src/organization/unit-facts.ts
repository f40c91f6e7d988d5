/** `outside` is a body outside the Bloc that sent somebody to a class: it nominates nobody itself and has no seats. */
export type UnitKind = 'bloc' | 'group' | 'base' | 'outside';

/** What is added to the tree; the Bloc is there from the beginning. */
export const addedKinds = ['base', 'group'] as const satisfies readonly UnitKind[];

/** How many characters a code and a name may have, however they are entered. */
export const longestCode = 40;
export const longestName = 200;
