import { momentInWords } from '../platform/clock';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

/** Free seats a unit may take: its own, and those of the class's pool. */
interface FreeSeats {
  readonly own: number;
  readonly pool: number;
}

export const candidateWords = words({
  help: {
    vi: 'Người của đơn vị có thể cử vào lớp này, ai cần học nhất xếp trên. Đánh dấu người cần cử, ghi số công văn rồi gửi.',
    en: 'The people of a unit who may be nominated, those in most need first. Tick people, enter the letter, and send.',
  },
  title: { vi: (name: string) => `Cử người đi học – ${name}`, en: (name: string) => `Nominate people – ${name}` },
  heading: { vi: (unit: string) => `Cử người đi học: ${unit}`, en: (unit: string) => `Nominate people of ${unit}` },
  chooseUnit: { vi: 'Đơn vị cử người', en: 'The nominating unit' },
  show: { vi: 'Xem người đủ điều kiện', en: 'Show who qualifies' },
  chooseUnitHint: {
    vi: 'Chọn đơn vị để xem ai đủ điều kiện và cần học lớp này nhất.',
    en: 'Choose a unit to see who qualifies and needs this class most.',
  },
  noUnit: { vi: 'Chưa chọn đơn vị', en: 'No unit chosen yet' },
  seatsLeft: {
    vi: ({ own, pool }: FreeSeats) =>
      `${[
        ...(own > 0 ? [`Đơn vị còn ${own} chỉ tiêu được giao`] : ['Chỉ tiêu giao cho đơn vị đã hết']),
        ...(pool > 0 ? [`nguồn chung của lớp còn ${pool} chỗ, đơn vị nào gửi trước được xếp trước`] : []),
      ].join('; ')}. Ai được chọn quá ${own + pool} người sẽ là dự phòng, theo thứ tự trong bảng.`,
    en: ({ own, pool }: FreeSeats) =>
      `${[
        own > 0 ? `The unit has ${many(own, 'free seat')} of its own` : 'The unit has no free seat of its own',
        ...(pool > 0
          ? [`the class has ${pool} more in its pool, where whichever unit sends first is seated first`]
          : []),
      ].join('; ')}. Anyone chosen beyond ${own + pool} becomes a reserve, in the order of the table.`,
  },
  noSeatsLeft: {
    vi: 'Đơn vị đã hết chỉ tiêu. Người được cử thêm sẽ là dự phòng, theo thứ tự trong bảng.',
    en: 'The unit’s seats are taken. Anyone nominated now becomes a reserve, in the order of the table.',
  },
  callUntil: {
    vi: (until: Date) => `Nhận danh sách đến ${momentInWords.vi(until)}.`,
    en: (until: Date) => `Lists are accepted until ${momentInWords.en(until)}.`,
  },
  callOpensAt: {
    vi: (from: Date) => `Chiêu sinh mở lúc ${momentInWords.vi(from)}; khi đó mới gửi được.`,
    en: (from: Date) => `The call opens at ${momentInWords.en(from)}; nothing can be sent before.`,
  },
  callOver: {
    vi: (until: Date) =>
      `Chiêu sinh đã hết hạn lúc ${momentInWords.vi(until)} nên không gửi được nữa. Nếu cần bổ sung, hãy liên hệ văn phòng đào tạo của Khối.`,
    en: (until: Date) =>
      `The call closed at ${momentInWords.en(until)}, so nothing can be sent any more. If somebody must be added, ask the training office of the Bloc.`,
  },
  callOverForOffice: {
    vi: (until: Date) =>
      `Chiêu sinh đã hết hạn lúc ${momentInWords.vi(until)}. Văn phòng có thể nhận bổ sung, kèm lý do.`,
    en: (until: Date) =>
      `The call closed at ${momentInWords.en(until)}. The office may take people late, with a reason.`,
  },
  notAnnounced: {
    vi: 'Lớp chưa thông báo chiêu sinh nên chưa nhận danh sách.',
    en: 'The call is not announced yet, so lists are not accepted yet.',
  },
  classOver: {
    vi: 'Lớp đã kết thúc hoặc đã hủy nên không nhận thêm người.',
    en: 'The class is closed or cancelled and takes no more people.',
  },

  eligible: { vi: (count: number) => `Đủ điều kiện (${count})`, en: (count: number) => `Qualify (${count})` },
  eligibleHint: {
    vi: 'Người cần học nhất đứng trên cùng; lý do ghi bên cạnh.',
    en: 'Those who need the class most come first; the reasons are beside the name.',
  },
  noneEligible: { vi: 'Không còn ai đủ điều kiện', en: 'No one else qualifies' },
  noneEligibleNext: {
    vi: 'Xem lý do từng người ở danh sách bên dưới. Nếu hồ sơ đã cũ, hãy cập nhật danh sách cán bộ của đơn vị trước.',
    en: 'The list below says why. If records are out of date, send the unit’s roster first.',
  },
  noneFound: { vi: 'Không tìm thấy ai', en: 'Nobody found' },
  search: { vi: 'Tìm theo tên hoặc mã', en: 'Search by name or code' },
  find: { vi: 'Tìm', en: 'Search' },
  tickedStay: {
    vi: 'Người đã chọn vẫn nằm trong bảng khi sang trang hoặc tìm, và được cử cùng lúc. Bản chụp công văn thì chọn sau cùng.',
    en: 'People you tick stay in the table when you turn the page or search, and are nominated together. Choose the scan of the letter last.',
  },
  choose: { vi: 'Chọn', en: 'Tick' },
  chooseRow: { vi: (name: string) => `Chọn ${name}`, en: (name: string) => `Tick ${name}` },
  name: { vi: 'Họ và tên', en: 'Name' },
  born: { vi: (day: string) => `Sinh ngày ${day}`, en: (day: string) => `Born on ${day}` },
  position: { vi: 'Chức vụ', en: 'Position' },
  need: { vi: 'Vì sao nên cử', en: 'Why' },
  toNote: { vi: 'Lưu ý', en: 'To note' },
  nothingToNote: { vi: 'Không', en: 'Nothing' },
  notEligible: {
    vi: (count: number) => `${count} người chưa đủ điều kiện: xem lý do`,
    en: (count: number) => `${count} do not qualify: see why`,
  },
  notEligibleCaption: { vi: 'Người chưa đủ điều kiện', en: 'People who do not qualify' },
  why: { vi: 'Lý do chưa đủ điều kiện', en: 'Why not' },

  letter: { vi: 'Công văn kèm theo', en: 'The letter it comes with' },
  lateReason: { vi: 'Lý do nhận bổ sung ngoài hạn', en: 'Reason for accepting it late' },
  send: { vi: 'Cử đi học những người đã chọn', en: 'Nominate the ticked people' },

  noneThisTime: { vi: 'Đơn vị không cử ai lần này', en: 'The unit nominates nobody this time' },
  noneConfirm: {
    vi: 'Văn phòng đào tạo sẽ biết đơn vị không có nhu cầu và không nhắc nữa. Trước hạn, đơn vị vẫn có thể cử người.',
    en: 'The training office learns that the unit has no need and stops reminding it. The unit may still nominate before the deadline.',
  },
  noneDo: { vi: 'Trả lời không cử ai', en: 'Answer “nobody this time”' },
  note: { vi: 'Ghi chú (nếu có)', en: 'A note, if any' },
  noneDone: { vi: 'Đã ghi nhận: đơn vị không cử ai lần này.', en: 'Noted: the unit nominates nobody this time.' },
  answeredNone: {
    vi: (at: string) =>
      `Đơn vị đã trả lời “không cử ai” lúc ${at}. Nếu thay đổi ý kiến, đơn vị cứ cử người như thường.`,
    en: (at: string) => `The unit answered “nobody this time” at ${at}. If that has changed, nominate people as usual.`,
  },

  results: { vi: 'Kết quả cử người', en: 'Results' },
  sentCount: { vi: (count: number) => `Đã gửi ${count} người.`, en: (count: number) => `${count} nominated.` },
  refusedCount: {
    vi: (count: number) => `${count} người chưa gửi được; lý do ở từng dòng.`,
    en: (count: number) => `${count} could not be nominated; each row says why.`,
  },
  result: { vi: 'Kết quả', en: 'Result' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  notSent: { vi: 'Chưa gửi được', en: 'Not sent' },
  gotSeat: {
    vi: (number: number) => `Được xếp chỉ tiêu số ${number}.`,
    en: (number: number) => `Holds seat ${number}.`,
  },
  gotRank: {
    vi: (rank: number) => `Dự phòng số ${rank} của đơn vị.`,
    en: (rank: number) => `Reserve number ${rank} of the unit.`,
  },
  toAcknowledge: {
    vi: (count: number) => `${count} người có điều cần lưu ý`,
    en: (count: number) => `Points to note about ${count}`,
  },
  toAcknowledgeHint: {
    vi: 'Đọc lưu ý ở dòng của từng người trong bảng trên. Nếu vẫn cử, bấm nút dưới đây; việc xác nhận được ghi lại cùng tên đồng chí.',
    en: 'Read the notes beside each of them above. To nominate them all the same, press the button; your confirmation is recorded with your name.',
  },
  acknowledgeAndSend: {
    vi: (count: number) => `Tôi đã đọc, vẫn cử ${count} người này`,
    en: (count: number) => `I have read it; nominate ${count === 1 ? 'this person' : `these ${count}`}`,
  },
  decisionKnown: { vi: 'Ghi quyết định cho phép ngoại lệ', en: 'Record a decision that allows it' },
  decisionKnownHint: {
    vi: 'Nếu cấp có thẩm quyền đã quyết định cho phép một người trong danh sách này, đề nghị Đảng ủy Tập đoàn hoặc văn phòng đào tạo ghi nhận quyết định; sau đó đơn vị cử như thường.',
    en: 'If the competent authority has decided to admit one of them, ask the Group committee or the training office to record the decision, then nominate as usual.',
  },
  unknownPerson: { vi: 'Không rõ', en: 'Unknown' },
  toList: { vi: 'Danh sách cử học', en: 'Nominations' },
  more: { vi: 'Cử thêm người', en: 'Nominate more people' },
});

export const urgencyWords = words({
  must: { vi: 'Phải học', en: 'Must' },
  should: { vi: 'Nên học', en: 'Should' },
  may: { vi: 'Có thể học', en: 'May' },
});
