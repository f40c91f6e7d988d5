import type { Job } from './jobs';

export const jobsOfCadre: readonly Job[] = [
  { what: 'See one’s record', walk: async ({ hand }) => hand.press('main a[href="/my-training-record"]') },
  {
    what: 'Add the timetable to one’s phone calendar',
    walk: async ({ hand }) => {
      await hand.press('main a[href="/me/calendar"]');
      await hand.send('="/me/calendar"');
    },
  },
  {
    what: 'Ask for leave from a half-day',
    walk: async ({ hand }) => {
      await hand.press('main a[href="/leave-requests"]');
      await hand.press('main a[href="/leave-requests/new"]');
      await hand.tick('main [name=halfDayIds] >> nth=0');
      await hand.type({ reason: 'Đi khám bệnh theo lịch hẹn' });
      await hand.send('="/leave-requests"');
    },
  },
  {
    what: 'See one’s certificate',
    walk: async ({ hand }) => hand.menu('/certificates'),
  },
  {
    what: 'Get reminders by mail one by one, not once a day',
    walk: async ({ hand }) => {
      await hand.menu('/notices');
      await hand.press('main a[href="/me/reminders"]');
      await hand.tick('main [name=rhythm][value=each]');
      await hand.send('="/me/reminders"');
    },
  },
];
