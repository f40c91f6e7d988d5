import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';

export const seatWords = words({
  help: {
    vi: 'Chỉ tiêu của lớp chia cho từng đơn vị, mỗi lần chuyển đều ghi ai và vì sao. Hãy phân bổ trước khi thông báo chiêu sinh.',
    en: 'The seats of the class by unit; each move says by whom and why. Share them out before you announce the class.',
  },
  ofClass: { vi: (name: string) => `Chỉ tiêu – ${name}`, en: (name: string) => `Seats – ${name}` },
  seats: { vi: 'Ai giữ chỉ tiêu', en: 'Who holds the seats' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  pool: { vi: 'Chỉ tiêu dùng chung', en: 'The common pool' },
  poolOpen: {
    vi: 'Đơn vị nào hết chỉ tiêu riêng thì lấy ở đây.',
    en: 'Units with no free seat of their own take one from here.',
  },
  poolShut: { vi: 'Lớp này không cho đơn vị tự lấy.', en: 'Units may not take from it in this class.' },
  allocated: { vi: 'Được phân bổ', en: 'Allocated' },
  held: { vi: 'Đã có người', en: 'Held' },
  free: { vi: 'Còn trống', en: 'Free' },
  reserves: { vi: 'Dự phòng đang chờ', en: 'Reserves waiting' },
  fromPool: { vi: 'Lấy từ dùng chung', en: 'Taken from the pool' },
  capacity: {
    vi: (count: number) => `Quy mô lớp: ${count} chỉ tiêu.`,
    en: (count: number) => `The class has ${count} seats.`,
  },
  none: { vi: 'Lớp chưa có chỉ tiêu', en: 'The class has no seats' },

  bySeat: { vi: (count: number) => `Xem từng chỉ tiêu (${count})`, en: (count: number) => `Seat by seat (${count})` },
  bySeatCaption: { vi: 'Từng chỉ tiêu', en: 'Seat by seat' },
  number: { vi: 'Số', en: 'Number' },
  owner: { vi: 'Của', en: 'Belongs to' },
  holder: { vi: 'Người giữ', en: 'Held by' },
  nobody: { vi: 'Còn trống', en: 'Free' },
  otherUnit: { vi: 'Người của đơn vị khác', en: 'Somebody of another unit' },

  allocate: { vi: 'Phân bổ chỉ tiêu', en: 'Share the seats out' },
  allocateHint: {
    vi: 'Ghi số chỉ tiêu mỗi đơn vị được có. Phần chênh lệch lấy từ, hoặc trả về, chỉ tiêu dùng chung; chỉ tiêu đã có người không bị chuyển đi.',
    en: 'Enter the number of seats for each unit. The difference comes from the common pool or goes back to it; a seat already held is never moved.',
  },
  suggest: { vi: 'Gợi ý theo số người đủ điều kiện', en: 'Suggest by who qualifies' },
  suggested: {
    vi: 'Đã điền sẵn theo tỷ lệ người đủ điều kiện của từng đơn vị, mỗi đơn vị có người đều được ít nhất một. Chưa có gì được lưu. Đồng chí sửa lại nếu cần rồi bấm “Lưu phân bổ”.',
    en: 'Filled in by each unit’s share of people who qualify, at least one for each unit that has any. Nothing is stored yet; change what you like, then save.',
  },
  saveAllocation: { vi: 'Lưu phân bổ', en: 'Save the allocation' },
  now: {
    vi: (seats: number, held: number) => `Hiện có ${seats}, đã có người ${held}`,
    en: (seats: number, held: number) => `Now ${seats}, held ${held}`,
  },
  reason: { vi: 'Lý do hoặc căn cứ', en: 'Reason or document' },
  reasonHint: {
    vi: 'Ghi vào nhật ký để sau này giải thích được, ví dụ: Công văn 12-CV/ĐUK.',
    en: 'Kept in the journal so that it can be explained later.',
  },

  moves: { vi: 'Điều chỉnh khác', en: 'Other moves' },
  lend: { vi: 'Chuyển chỉ tiêu giữa hai đơn vị', en: 'Move seats between two units' },
  lendConfirm: {
    vi: 'Chỉ chuyển chỉ tiêu chưa có người. Người dự phòng của đơn vị nhận được xếp ngay.',
    en: 'Only free seats move. Reserves of the receiving unit get them at once.',
  },
  lendDo: { vi: 'Chuyển', en: 'Move' },
  from: { vi: 'Từ đơn vị', en: 'From' },
  to: { vi: 'Sang đơn vị', en: 'To' },
  count: { vi: 'Số chỉ tiêu', en: 'How many seats' },
  freeAt: {
    vi: (unit: string, free: number) => `${unit} (trống ${free})`,
    en: (unit: string, free: number) => `${unit} (${free} free)`,
  },

  release: { vi: 'Thu hồi chỉ tiêu chưa dùng', en: 'Take back unused seats' },
  releaseConfirm: {
    vi: (count: number, units: string) =>
      `${count} chỉ tiêu chưa có người (${units}) chuyển về dùng chung. Nếu lớp cho lấy ở đó, người dự phòng của các đơn vị được xếp ngay theo thứ tự gửi.`,
    en: (count: number, units: string) =>
      `${count} free seats (${units}) go to the pool. Where the class allows, reserves get them at once, in the order in which they were sent.`,
  },
  releaseDo: { vi: (count: number) => `Thu hồi ${count} chỉ tiêu`, en: (count: number) => `Take ${count} back` },
  nothingToRelease: {
    vi: 'Không đơn vị nào còn chỉ tiêu trống để thu hồi.',
    en: 'No unit has a free seat to take back.',
  },

  resize: { vi: 'Đổi quy mô lớp', en: 'Change the size of the class' },
  resizeConfirm: {
    vi: (held: number) =>
      `Tăng: chỉ tiêu mới vào phần dùng chung, người dự phòng được xếp ngay. Giảm: bớt chỉ tiêu còn trống; không giảm xuống dưới ${held} vì đã có ${held} người giữ chỗ.`,
    en: (held: number) =>
      `Raised: new seats go to the pool and reserves move up at once. Lowered: free seats go; not below ${held}, which are held.`,
  },
  resizeDo: { vi: 'Lưu quy mô', en: 'Save the size' },
  newCapacity: { vi: 'Quy mô mới', en: 'New size' },

  giveBack: { vi: 'Trả lại chỉ tiêu không dùng', en: 'Give back seats' },
  giveBackOf: {
    vi: (unit: string) => `Trả lại chỉ tiêu của ${unit}`,
    en: (unit: string) => `Give back seats of ${unit}`,
  },
  giveBackConfirm: {
    vi: (free: number) =>
      `Đơn vị đang còn ${free} chỉ tiêu trống. Chỉ tiêu trả lại chuyển về dùng chung và có thể có đơn vị khác lấy ngay.`,
    en: (free: number) =>
      `The unit has ${many(free, 'free seat')}. What is given back goes to the pool, where another unit may take it at once.`,
  },
  giveBackDo: { vi: 'Trả lại', en: 'Give back' },

  settings: { vi: 'Quy định về chỉ tiêu của lớp', en: 'Rules for the seats of this class' },
  saveSettings: { vi: 'Lưu quy định', en: 'Save' },
  settingsSaved: { vi: 'Đã lưu quy định về chỉ tiêu.', en: 'Saved.' },
  tryOut: { vi: 'Xem trước kết quả', en: 'See what would happen' },
  trial: { vi: 'Nếu thực hiện ngay bây giờ', en: 'If this were done now' },
  trialNothingStored: {
    vi: 'Chưa có gì được lưu. Bấm “Thực hiện đúng như trên” thì kết quả đúng như dưới đây; nếu từ giờ đến lúc bấm có thay đổi, hệ thống sẽ báo lại chứ không làm khác đi.',
    en: 'Nothing is stored yet. “Do exactly this” produces the result shown below; if anything changes in the meantime, you are told instead.',
  },
  doExactly: { vi: 'Thực hiện đúng như trên', en: 'Do exactly this' },
  nobodyMoves: { vi: 'Không ai được chuyển từ dự phòng lên.', en: 'No reserve moves up.' },
  moveUp: {
    vi: (count: number) => `${count} người từ dự phòng được xếp chỉ tiêu`,
    en: (count: number) => `${many(count, 'reserve')} would move up`,
  },
  getsSeat: {
    vi: (unit: string, name: string, seat: number) => `${unit} – ${name}: chỉ tiêu số ${seat}`,
    en: (unit: string, name: string, seat: number) => `${unit} – ${name}: seat ${seat}`,
  },
  somebody: { vi: 'một người', en: 'somebody' },
  skipped: {
    vi: (count: number) => `${count} người bị bỏ qua`,
    en: (count: number) => `${count} would be passed over`,
  },
  skippedBecause: {
    vi: (unit: string, name: string, why: string) => `${unit} – ${name}: ${why}`,
    en: (unit: string, name: string, why: string) => `${unit} – ${name}: ${why}`,
  },
  before: { vi: 'Hiện nay', en: 'Now' },
  after: { vi: 'Sau đó', en: 'Then' },
  freeAfter: { vi: 'Còn trống sau đó', en: 'Free then' },
  reservesAfter: { vi: 'Dự phòng sau đó', en: 'Reserves then' },
  noChange: { vi: 'Số chỉ tiêu của các đơn vị không đổi.', en: 'No unit’s seats change.' },
  movedUp: {
    vi: (count: number) => `${count} người dự phòng được xếp ngay.`,
    en: (count: number) => `${many(count, 'reserve')} moved up at once.`,
  },

  history: { vi: 'Các lần điều chỉnh', en: 'Moves so far' },
  olderMoves: { vi: 'Các lần trước nữa, trong nhật ký', en: 'Older ones, in the journal' },
  noHistory: { vi: 'Chưa có lần điều chỉnh nào.', en: 'No moves so far.' },
  moveAllocated: { vi: (shares: string) => `Phân bổ: ${shares}`, en: (shares: string) => `Shared out: ${shares}` },
  moveLent: {
    vi: (count: number, from: string, to: string) => `Chuyển ${count} chỉ tiêu từ ${from} sang ${to}`,
    en: (count: number, from: string, to: string) => `Moved ${count} from ${from} to ${to}`,
  },
  moveReturned: {
    vi: (count: number, unit: string) => `${unit} trả lại ${count} chỉ tiêu`,
    en: (count: number, unit: string) => `${unit} gave back ${count}`,
  },
  moveReleased: {
    vi: (count: number) => `Thu hồi ${count} chỉ tiêu chưa dùng về dùng chung`,
    en: (count: number) => `Took ${count} unused seats back to the pool`,
  },
  movePassedOn: {
    vi: (unit: string) => `Chỉ tiêu ${unit} vừa trống, không còn dự phòng: chuyển về dùng chung cho người đang chờ`,
    en: (unit: string) => `A seat ${unit} just freed and has no reserve for went to the pool, where somebody waits`,
  },
  moveResized: {
    vi: (capacity: number) => `Quy mô lớp thành ${capacity}`,
    en: (capacity: number) => `Class size became ${capacity}`,
  },
  plotFree: {
    vi: (free: number, all: number, where: string, most: number, its: number) =>
      `Còn ${free}/${all} chỗ chưa có người; nhiều nhất: ${where}, ${most}/${its}`,
    en: (free: number, all: number, where: string, most: number, its: number) =>
      `${free} of ${all} seats are free; most: ${where}, ${most} of ${its}`,
  },
  mostUnsettledDrawn: {
    vi: (drawn: number, all: number) =>
      `Biểu đồ vẽ ${drawn} dòng còn nhiều chỗ trống và dự phòng nhất, bảng dưới đây ghi đủ ${all} dòng.`,
    en: (drawn: number, all: number) =>
      `The plot shows the ${drawn} lines with most free seats and reserves; the table below has all ${all}.`,
  },
  plotFull: {
    vi: (all: number) => `Cả ${all} chỗ đều đã có người`,
    en: (all: number) => `All ${all} seats are taken`,
  },
});

/** What was done, by the kind of move; the count is of seats moved, for another size the size itself. */
export const moveDoneWords = words({
  allocated: { vi: () => 'Đã phân bổ chỉ tiêu.', en: () => 'The seats are shared out.' },
  lent: { vi: (count: number) => `Đã chuyển ${count} chỉ tiêu.`, en: (count: number) => `${count} moved.` },
  returned: { vi: (count: number) => `Đã trả lại ${count} chỉ tiêu.`, en: (count: number) => `${count} given back.` },
  released: {
    vi: (count: number) => `Đã thu hồi ${count} chỉ tiêu về dùng chung.`,
    en: (count: number) => `${count} seats went to the pool.`,
  },
  resized: {
    vi: (capacity: number) => `Quy mô lớp nay là ${capacity}.`,
    en: (capacity: number) => `The class now has ${capacity} seats.`,
  },
});
