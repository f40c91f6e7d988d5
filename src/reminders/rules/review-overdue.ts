import { isHeadOfOffice } from './sql';
import { waitingNominations } from './waiting-nominations';

/** To whom the office names as its head; as long as it names nobody, to everybody of the office. */
export const reviewOverdue = waitingNominations({
  turn: 'office',
  told: 'training_officer',
  isTold: isHeadOfOffice,
  link: (classId) => `/classes/${classId}/nominations`,
  texts: {
    vi: {
      subject: 'Quá {after} ngày chưa xét {count}: {class}',
      body: `Có {count} cử học {class}, nhận ngày {received}, văn phòng đào tạo chưa xét sau hơn {after} ngày.
{when}
{where}

Việc cần làm: đôn đốc văn phòng đào tạo xét từng hồ sơ, hoặc phân công người xét thay.`,
    },
    en: {
      subject: '{count} not reviewed for more than {after} days, {class}',
      body: `{count} for {class} received on {received} still wait for the training office after more than {after} days.
{when}
{where}

What to do: see that the training office decides on each of them, or let somebody else do so.`,
    },
  },
});
