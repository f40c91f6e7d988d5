import type { Effort } from './hand';
import type { Role } from './jobs';

interface Before extends Omit<Effort, 'typed'> {
  /** Where the way was another one. */
  readonly differs?: string;
}

const lettersBefore =
  'in the list of each class the nominations of each unit that sent a letter were filtered for, all of them ticked, a decision chosen and sent';

const counted = (pages: number, clicks: number, fields: number, differs?: string): Before => ({
  pages,
  clicks,
  fields,
  ...(differs && { differs }),
});

/** Counted once, at the commit the page of times names. */
export const before: Readonly<Record<Role, readonly Before[]>> = {
  secretary: [counted(2, 1, 0), counted(3, 3, 2), counted(4, 7, 2), counted(2, 1, 0), counted(3, 3, 1)],
  office: [
    counted(12, 16, 6),
    counted(98, 187, 0, lettersBefore),
    counted(4, 3, 0),
    counted(3, 3, 0),
    counted(5, 5, 0),
  ],
  manager: [counted(3, 35, 0), counted(4, 3, 9), counted(3, 3, 0), counted(4, 3, 0), counted(2, 1, 0)],
  cadre: [counted(2, 1, 0), counted(3, 2, 0), counted(4, 4, 1), counted(2, 2, 0), counted(4, 4, 0)],
  group: [counted(2, 1, 0), counted(4, 4, 0), counted(2, 1, 0), counted(3, 3, 0), counted(4, 3, 0)],
};
