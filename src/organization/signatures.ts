import type { FormOfAddress } from '../platform/messages/address';

/** The kinds of papers the Bloc signs: decisions, certificates, lists and sheets, extracts of a record. */
export const signedPapers = ['decision', 'certificate', 'list', 'record'] as const;
export type SignedPaper = (typeof signedPapers)[number];

/** Who signs, line by line as it is printed. */
export interface SignatureBlock {
  /** "T/M BAN THƯỜNG VỤ", "T/L BAN THƯỜNG VỤ". */
  readonly onBehalf: string;
  /** "K/T BÍ THƯ"; null for whoever signs in their own office. */
  readonly inPlaceOf: string | null;
  /** "PHÓ BÍ THƯ". */
  readonly title: string | null;
  /** Null leaves room for it. */
  readonly name: string | null;
}

/** The capacity of who signs: a line each for the body, whom they stand in for, and their own office. */
export const capacityOf = ({ onBehalf, inPlaceOf, title }: SignatureBlock): string =>
  [onBehalf, inPlaceOf, title].filter((line) => line !== null).join('\n');

/** How papers, mails and pages may call who is not in the Party. */
export const formsForNonMembers = ['ong_ba', 'anh_chi'] as const satisfies readonly FormOfAddress[];
export type FormForNonMembers = (typeof formsForNonMembers)[number];
