import { words } from '../../platform/messages/words';

export const cancellationWords = words({
  help: {
    vi: 'Hủy lớp theo quyết định; những người đã được cử đều được báo. Hãy đọc phần ai bị ảnh hưởng trước khi hủy.',
    en: 'Cancel the class by decision; everyone nominated is told. Read who is affected before you do.',
  },
  title: { vi: (name: string) => `Hủy lớp – ${name}`, en: (name: string) => `Cancel – ${name}` },
  heading: { vi: 'Hủy lớp này', en: 'Cancel this class' },
  backToClass: { vi: 'Về trang của lớp', en: 'Back to the class' },
  whatHappens: { vi: 'Khi hủy lớp', en: 'What cancelling does' },
  ends: {
    vi: (count: number) =>
      count === 0
        ? 'Chưa có ai được cử vào lớp, nên không có đề nghị nào kết thúc.'
        : `${count} đề nghị cử học kết thúc, với lý do đồng chí ghi dưới đây.`,
    en: (count: number) =>
      count === 0
        ? 'Nobody is nominated, so no nomination ends.'
        : `${count} nominations end, with the reason you give below.`,
  },
  leaves: {
    vi: (count: number) => `Trong đó ${count} học viên ra khỏi danh sách lớp; các buổi học không còn giữ giờ của họ.`,
    en: (count: number) => `${count} enrolled people leave the roster; their hours are free again.`,
  },
  waits: {
    vi: (count: number) => `Trong đó ${count} người dự phòng cũng kết thúc; không ai được xếp lên thay.`,
    en: (count: number) => `${count} reserves end too; nobody moves up.`,
  },
  noUndo: {
    vi: 'Hủy nhầm thì bỏ việc hủy được ở trang của lớp cho đến ngày bế giảng; ai đã học lớp khác, phòng nào đã giao lớp khác thì không trở lại.',
    en: 'A cancellation can be undone on the page of the class until its closing day; people who have joined another class by then, and rooms given to another class, do not come back.',
  },
  keeps: { vi: 'Nhật ký và các công văn vẫn được giữ.', en: 'The journal and the letters are kept.' },
  reason: { vi: 'Lý do hủy lớp', en: 'Why the class is cancelled' },
  reasonHint: { vi: 'Mọi đơn vị và người được cử đều đọc được lý do này.', en: 'Every unit and nominee can read it.' },
  cancel: { vi: 'Hủy lớp', en: 'Cancel the class' },
  keep: { vi: 'Không hủy', en: 'Do not cancel' },
  done: { vi: 'Đã hủy lớp.', en: 'The class is cancelled.' },
  alreadyOver: {
    vi: 'Lớp đã kết thúc hoặc đã hủy nên không còn gì để hủy.',
    en: 'The class is closed or cancelled already.',
  },
});
