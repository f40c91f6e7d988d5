import type { Job } from './jobs';

export const jobsOfGroup: readonly Job[] = [
  { what: 'See what waits for the Group', walk: async ({ hand }) => hand.press('main a[href="/endorsements"]') },
  {
    what: 'Endorse what a class waits for',
    walk: async ({ hand, desks }) => {
      await hand.press(`main a.btn[href^="/classes/${desks.calledClass}/nominations"]`);
      await hand.press('main a[href*="ticked=true"]');
      await hand.tick('main [name=decision][value=endorse]');
      await hand.send('*="/nominations/reviews"');
    },
  },
  { what: 'Read the joint report', walk: async ({ hand }) => hand.press('main a[href^="/reports/joint"]') },
  {
    what: 'Take the report along as Excel',
    walk: async ({ hand }) => {
      await hand.press('main a[href^="/reports/joint"]');
      await hand.press('main a[href^="/papers"]');
      await hand.download('main a[href*="xlsx"] >> nth=0');
    },
  },
  {
    what: 'Follow one unit: its numbers, and who stands behind one',
    walk: async ({ hand }) => {
      await hand.press('main a[href^="/reports/joint"]');
      await hand.press('main a[href^="/reports/unit"] >> nth=0');
      await hand.press('main a[href^="/reports/behind"] >> nth=0');
    },
  },
];
