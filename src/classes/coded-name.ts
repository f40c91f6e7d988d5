/** A class told apart from its namesakes of other years. */
export const codedName = ({ name, code }: { readonly name: string; readonly code: string }): string =>
  `${name} (${code})`;
