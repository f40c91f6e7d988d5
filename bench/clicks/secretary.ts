import { writeFileSync } from 'node:fs';
import type { Job } from './jobs';

const ofCall = (classId: string, part: string) => `main a[href^="/classes/${classId}/${part}"]`;

export const jobsOfSecretary: readonly Job[] = [
  {
    what: 'See the open call, and who is eligible',
    walk: async ({ hand, desks }) => hand.press(ofCall(desks.calledClass, 'candidates')),
  },
  {
    what: 'Nominate one person',
    walk: async ({ hand, desks, day }) => {
      await hand.press(ofCall(desks.calledClass, 'candidates'));
      await hand.tick('main [name=personIds] >> nth=0');
      await hand.type({ 'letter.number': '12-CV/ĐU', 'letter.date': day(0) });
      // The table has buttons of its own, which turn its page and find by name.
      await hand.press('main form[action$="/candidates"] button[type=submit]:not([name])');
    },
  },
  {
    what: 'Nominate from the Excel list',
    walk: async ({ hand, page, desks, list, day }) => {
      const href = await page.getAttribute(ofCall(desks.calledClass, 'list-imports'), 'href');
      const form = await page.request.get(new URL(href!.replace('list-imports', 'list-form'), page.url()).href);
      writeFileSync(list, await form.body());
      await hand.press(ofCall(desks.calledClass, 'list-imports'));
      await hand.choosesFile(list);
      await hand.send('$="/list-imports"');
      if (await page.isVisible('main [name="letter.number"]'))
        await hand.type({ 'letter.number': '13-CV/ĐU', 'letter.date': day(0) });
      if (await page.isVisible('main [name=acknowledged]')) await hand.tick('main [name=acknowledged]');
      await hand.send('$="/application"');
    },
  },
  {
    what: 'Follow a name: where it stands, and why',
    walk: async ({ hand }) => hand.press('main a[href^="/nominations/"]'),
  },
  {
    what: 'Withdraw somebody',
    walk: async ({ hand }) => {
      await hand.press('main a[href^="/nominations/"]');
      await hand.unfold('$="/withdrawal"');
      await hand.type({ reason: 'Đi công tác nước ngoài' }, 'main form[action$="/withdrawal"]');
      await hand.send('$="/withdrawal"');
    },
  },
];
