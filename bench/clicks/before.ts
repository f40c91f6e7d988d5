import type { Effort } from './hand';
import type { Role } from './jobs';

interface Before extends Omit<Effort, 'typed'> {
  /** Where the way was another one. */
  readonly differs?: string;
}

const lettersBefore =
  'in the list of each class the nominations of each unit that sent a letter were filtered for, all of them ticked, a decision chosen and sent';

/** Counted once, at the commit the page of times names. */
export const before: Readonly<Record<Role, readonly Before[]>> = {
  secretary: [
    { pages: 2, clicks: 1, fields: 0 },
    { pages: 3, clicks: 3, fields: 2 },
    { pages: 4, clicks: 7, fields: 2 },
    { pages: 2, clicks: 1, fields: 0 },
    { pages: 3, clicks: 3, fields: 1 },
  ],
  office: [
    { pages: 12, clicks: 16, fields: 6 },
    { pages: 98, clicks: 187, fields: 0, differs: lettersBefore },
    { pages: 4, clicks: 3, fields: 0 },
    { pages: 3, clicks: 3, fields: 0 },
    { pages: 5, clicks: 5, fields: 0 },
  ],
  manager: [
    { pages: 3, clicks: 35, fields: 0 },
    { pages: 4, clicks: 3, fields: 9 },
    { pages: 3, clicks: 3, fields: 0 },
    { pages: 4, clicks: 3, fields: 0 },
    { pages: 2, clicks: 1, fields: 0 },
  ],
  cadre: [
    { pages: 2, clicks: 1, fields: 0 },
    { pages: 3, clicks: 2, fields: 0 },
    { pages: 4, clicks: 4, fields: 1 },
    { pages: 2, clicks: 2, fields: 0 },
    { pages: 4, clicks: 4, fields: 0 },
  ],
  group: [
    { pages: 2, clicks: 1, fields: 0 },
    { pages: 4, clicks: 4, fields: 0 },
    { pages: 2, clicks: 1, fields: 0 },
    { pages: 3, clicks: 3, fields: 0 },
    { pages: 4, clicks: 3, fields: 0 },
  ],
};
