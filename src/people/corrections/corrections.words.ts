import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';
import type { CorrectionState } from './correction-request.states';

export const correctionWords = words({
  help: {
    vi: 'Những điểm cán bộ báo là ghi sai trên hồ sơ. Mở từng báo cáo, so với giấy tờ gốc rồi sửa hoặc trả lời.',
    en: 'What people say is wrong on their record. Open each report, compare it with the papers, then correct it or answer.',
  },
  helpToReport: {
    vi: 'Chọn mục ghi sai trên hồ sơ của đồng chí. Mã số và đơn vị thì báo bí thư đơn vị hoặc văn phòng đào tạo.',
    en: 'Choose what is wrong on your record. For the code and the unit, tell the secretary of your unit or the training office.',
  },
  helpOfOne: {
    vi: 'Hồ sơ đang ghi gì và người này cho là phải ghi gì. Người báo đọc được câu trả lời.',
    en: 'What the record says, and what the person says it should be. They read your answer.',
  },
  helpToCorrect: {
    vi: 'Sửa hồ sơ theo điều cán bộ báo. Nếu giấy tờ gốc ghi khác, hãy ghi đúng như giấy tờ.',
    en: 'Correct the record as reported. If the papers say something else, enter what they say.',
  },
  title: { vi: 'Thông tin báo sai', en: 'Reported mistakes' },
  count: {
    vi: (count: number) => `Có ${count.toLocaleString('vi-VN')} đề nghị.`,
    en: (count: number) => (count === 1 ? '1 request.' : `${count.toLocaleString('en-GB')} requests.`),
  },
  report: { vi: 'Báo sai thông tin', en: 'Report a mistake' },
  stood: { vi: 'Hồ sơ đang ghi', en: 'The record says' },
  stoodThen: { vi: 'Hồ sơ lúc báo', en: 'The record said' },
  asked: { vi: 'Nội dung đúng', en: 'What is right' },
  blankHint: { vi: 'Để trống nếu mục này phải bỏ trống.', en: 'Leave it blank if nothing should stand here.' },
  note: { vi: 'Ghi chú cho người xem', en: 'Note for the reader' },
  noteHint: {
    vi: 'Ví dụ: theo quyết định nào, giấy tờ nào. Không ghi số giấy tờ tùy thân.',
    en: 'For example by which decision or paper. No numbers of identity papers.',
  },
  send: { vi: 'Gửi', en: 'Send' },
  sent: {
    vi: 'Đã gửi. Bí thư đơn vị hoặc văn phòng đào tạo sẽ trả lời. Đồng chí được báo khi có trả lời.',
    en: 'Sent. The secretary of your unit or the training office will answer, and you will be notified.',
  },
  otherFact: { vi: 'Chọn mục khác', en: 'Choose another fact' },
  of: { vi: (name: string) => `Báo sai thông tin: ${name}`, en: (name: string) => `Mistake reported by ${name}` },
  person: { vi: 'Họ và tên', en: 'Name' },
  code: { vi: 'Mã số', en: 'Code' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  fact: { vi: 'Mục', en: 'Fact' },
  state: { vi: 'Trạng thái', en: 'State' },
  askedAt: { vi: 'Báo lúc', en: 'Reported' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  answered: { vi: 'Người trả lời', en: 'Answered by' },
  answeredBy: {
    vi: (name: string, at: string) => `${name}, ${at}`,
    en: (name: string, at: string) => `${name}, ${at}`,
  },
  correct: { vi: 'Sửa hồ sơ', en: 'Correct the record' },
  corrected: { vi: 'Đã sửa hồ sơ và báo cho người đề nghị.', en: 'Corrected, and who reported it was told.' },
  reasonOfRequest: {
    vi: (label: string) => `Cán bộ báo sai: ${label}`,
    en: (label: string) => `Reported by the person: ${label}`,
  },
  reasonHint: {
    vi: 'Được ghi vào nhật ký, và người này đọc được như câu trả lời.',
    en: 'It is kept in the journal, and the person who reported it reads it as the answer.',
  },
  says: {
    vi: (label: string, asked: string) => `${label}: người này báo đúng ra là “${asked}”.`,
    en: (label: string, asked: string) => `${label}: they say that “${asked}” is right.`,
  },
  decline: { vi: 'Không sửa', en: 'Do not correct it' },
  declineHow: {
    vi: 'Hồ sơ giữ nguyên. Người đề nghị đọc được câu trả lời.',
    en: 'The record stays as it is. The person who reported it can read the answer.',
  },
  why: { vi: 'Vì sao không sửa', en: 'Why not' },
  declined: { vi: 'Đã trả lời.', en: 'Answered.' },
  allStates: { vi: 'Tất cả', en: 'All' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  none: { vi: 'Không có đề nghị nào', en: 'Nothing reported' },
  noneNext: {
    vi: 'Ai thấy hồ sơ của mình ghi sai thì báo ngay trên trang hồ sơ; đề nghị hiện ở đây.',
    en: 'People who find a mistake on their record report it there; the request appears here.',
  },
  number: { vi: 'TT', en: 'No.' },
  reportedHere: { vi: 'Thông tin đã báo sai', en: 'Reported mistakes' },
  details: { vi: 'Xem đề nghị', en: 'See the request' },
  becomes: {
    vi: (stood: string, asked: string) => `“${stood}” → “${asked}”`,
    en: (stood: string, asked: string) => `“${stood}” → “${asked}”`,
  },
});

export const correctionStateWords = words({
  open: { vi: 'Chờ trả lời', en: 'Open' },
  corrected: { vi: 'Đã sửa', en: 'Corrected' },
  declined: { vi: 'Không sửa', en: 'Declined' },
} satisfies Record<CorrectionState, { vi: string; en: string }>);

/** Mails and notices name nobody; the page of the request says what it is about. */
export const correctionAnswerWords = words({
  subject: { vi: 'Trả lời về thông tin đồng chí báo sai', en: 'An answer to the mistake you reported' },
  greeting: { vi: 'Kính gửi đồng chí,', en: 'Hello,' },
  corrected: {
    vi: 'Thông tin đồng chí báo sai đã được sửa trên hồ sơ.',
    en: 'The mistake you reported on your record was corrected.',
  },
  declined: {
    vi: (answer: string) => `Thông tin đồng chí báo sai được giữ nguyên. Trả lời: ${answer}`,
    en: (answer: string) => `What you reported stays as it is. The answer: ${answer}`,
  },
  see: {
    vi: (address: string) => `Xem nội dung và người trả lời tại:\n${address}`,
    en: (address: string) => `What was answered, and by whom:\n${address}`,
  },
  notice: {
    vi: 'Thông tin đồng chí báo sai trên hồ sơ đã có trả lời.',
    en: 'The mistake you reported on your record has an answer.',
  },
});

export const correctionActions = declareActions('correction_requests', {
  asked: { vi: 'đã báo sai thông tin của mình', en: 'reported a mistake on their record' },
  corrected: { vi: 'đã sửa thông tin được báo sai', en: 'corrected a reported mistake' },
  declined: { vi: 'đã trả lời không sửa thông tin được báo sai', en: 'declined to correct what was reported' },
  exported: { vi: 'đã tải danh sách thông tin báo sai', en: 'saved the list of reported mistakes' },
});
