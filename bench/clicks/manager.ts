import type { Job } from './jobs';

export const jobsOfManager: readonly Job[] = [
  {
    what: 'Take attendance at the door, one tap a person',
    walk: async ({ hand, page }) => {
      await hand.press('main a[href^="/half-days/"][href$="/attendance"] >> nth=1');
      await hand.press('main a[href$="/check-ins"]');
      const people = await page.locator('main .tap[value=in]').count();
      for (let nth = 0; nth < people; nth += 1) await hand.tap('main .tap[value=in]');
    },
  },
  {
    what: 'Enter the marks of nine people',
    walk: async ({ hand, page, desks }) => {
      await hand.press(`main a[href="/classes/${desks.classWithMarks}"]`);
      await hand.press(`main a[href="/classes/${desks.classWithMarks}/marks"]`);
      const cells = await page.locator('main table input[type=text][name$=".1"]').all();
      for (const cell of cells) await hand.type({ [(await cell.getAttribute('name'))!]: '7,5' });
      await hand.press('main .save-bar button');
    },
  },
  {
    what: 'Print the roster',
    walk: async ({ hand, desks }) => {
      await hand.press(`main a[href="/classes/${desks.classWithMarks}"]`);
      await hand.press(`main a[href="/classes/${desks.classWithMarks}/printouts"]`);
      await hand.download('main form#roster button[value=pdf]');
    },
  },
  {
    what: 'Grant a leave',
    walk: async ({ hand }) => {
      await hand.press('main a[href^="/leave-requests?state=asked"]');
      await hand.press('main tbody a[href^="/leave-requests/"]');
      await hand.send('$="/approval"');
    },
  },
  {
    what: 'See who was absent how often, excused and not',
    walk: async ({ hand }) => {
      await hand.press('main a[href$="/roster"]');
    },
  },
];
