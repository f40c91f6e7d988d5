import { waitingNominations } from './waiting-nominations';

export const reviewWaiting = waitingNominations({
  turn: 'office',
  told: 'training_officer',
  link: (classId) => `/classes/${classId}/nominations`,
  texts: {
    vi: {
      subject: '{count} chờ xét quá {after} ngày: {class}',
      body: `Có {count} cử học {class}, nhận ngày {received}, đến nay chưa được xét.
{when}
{where}

Việc cần làm: mở trang dưới đây và duyệt, trả lại hoặc từ chối từng hồ sơ, để đơn vị kịp chuẩn bị.`,
    },
    en: {
      subject: '{count} waiting for more than {after} days, {class}',
      body: `{count} for {class} received on {received} still wait for a decision.
{when}
{where}

What to do: open the page below and accept, return or reject each of them, so that the units can prepare.`,
    },
  },
});
