import type { Desk, Job } from './jobs';

export const jobsOfOffice: readonly Job[] = [
  { what: 'Announce a class with half-days and seats of units', walk: announce },
  { what: 'Review thirty letters of four classes', walk: reviewLetters },
  { what: 'Record attendance of a half-day: everybody came', walk: recordAttendance },
  {
    what: 'Close a class',
    walk: async ({ hand, page, desks }) => {
      await hand.press(`main a[href="/classes/${desks.classToClose}/completion"]`);
      await hand.unfold('$="/completion"');
      await hand.send('$="/completion"][method=post');
      // The page follows the work and shows what came of it.
      await page.waitForSelector('main a[href^="/certificates?classId="]');
    },
  },
  {
    what: 'Print the certificates of a class',
    walk: async ({ hand, desks }) => {
      await hand.menu('/classes');
      await hand.press(`main a[href="/classes/${desks.classToClose}"]`);
      await hand.press(`main a[href="/classes/${desks.classToClose}/completion"]`);
      await hand.press('main a[href^="/certificates?classId="]');
      await hand.download('main a[href$="/certificates/pdf"]');
    },
  },
];

async function announce({ hand, page, day }: Desk): Promise<void> {
  await hand.press('main a[href="/classes/new"]');
  await hand.choose('main form[action="/classes"] [name=courseId]', { index: 3 });
  await hand.type({ name: 'Bồi dưỡng lý luận chính trị', code: 'BD-MOI', capacity: '40' });
  await hand.type({ opensOn: day(60), closesOn: day(61) });
  await hand.choose('main [name=roomId]', { index: 1 });
  await hand.send('="/classes"');
  const { pathname: ofClass } = new URL(page.url());
  await hand.press(`main a[href="${ofClass}/timetable"]`);
  await hand.send(`="${ofClass}/timetable"`);
  await hand.press(`main form[action="${ofClass}/half-days"] button[type=submit] >> nth=0`);
  await hand.press(`main a[href="${ofClass}"]`);
  await hand.press(`main a[href="${ofClass}/seats"]`);
  await hand.press(`main a[href^="${ofClass}/seats?suggest=true"]`);
  await hand.type({ reason: 'Phân bổ đợt đầu' }, 'form[action$="/allocations"]');
  await hand.press('form[action$="/allocations"] button[type=submit] >> nth=1');
  await hand.press(`main a[href="${ofClass}"]`);
  await hand.unfold('$="/announcement"');
  await hand.send('$="/announcement"');
}

/** Everybody on them is accepted; each letter is on the screen when it is decided on. */
async function reviewLetters({ hand, page }: Desk): Promise<void> {
  await hand.press('main a[href="/waiting-letters"]');
  await hand.press('.page-heading .btn-primary');
  for (let letter = 1; letter <= 30; letter += 1) await hand.press('.save-bar button');
  if (new URL(page.url()).pathname !== '/waiting-letters') throw new Error('There are other than thirty letters.');
}

async function recordAttendance({ hand }: Desk): Promise<void> {
  await hand.press('main a[href^="/half-days/"][href$="/attendance"]');
  await hand.press('main button[name=do][value=fill]');
  await hand.press('main .save-bar button[name=do][value=save]');
}
