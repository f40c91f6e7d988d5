import { waitingNominations } from './waiting-nominations';

export const endorsementWaiting = waitingNominations({
  turn: 'group',
  told: 'group_officer',
  link: () => '/endorsements',
  texts: {
    vi: {
      subject: '{count} chờ Tập đoàn cho ý kiến quá {after} ngày: {class}',
      body: `Có {count} cử học {class}, nhận ngày {received}, đang chờ ý kiến của Tập đoàn; Khối chỉ xét được sau khi có ý kiến.
{when}
{where}

Việc cần làm: mở trang dưới đây và cho ý kiến, trả lại hoặc từ chối từng hồ sơ, để đơn vị kịp chuẩn bị.`,
    },
    en: {
      subject: '{count} waiting for the Group’s word for more than {after} days, {class}',
      body: `{count} for {class} received on {received} wait for the word of the Group; the Bloc can review them only after it.
{when}
{where}

What to do: open the page below and endorse, return or reject each of them, so that the units can prepare.`,
    },
  },
});
