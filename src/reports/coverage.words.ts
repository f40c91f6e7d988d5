import { declareActions } from '../platform/journal/actions';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';
import type { NeedKind } from './training-needs';

const kinds = {
  new_member: { vi: 'Bồi dưỡng đảng viên mới', en: 'New-member class' },
  theory_level: { vi: 'Trình độ lý luận chính trị', en: 'Theory level' },
  certificate: { vi: 'Giấy chứng nhận hết giá trị', en: 'Expiring certificate' },
  study: { vi: 'Học tập nghị quyết', en: 'Resolution study' },
} satisfies Record<NeedKind, { vi: string; en: string }>;

export const coverageWords = words({
  help: {
    vi: 'Cán bộ chủ chốt nào đã đạt trình độ, ai còn thiếu gì. Bấm vào một con số để thấy tên những người cần cử học.',
    en: 'Which key cadres have the level they need, and what others lack. Press a number to see whom to nominate.',
  },
  helpOfMine: {
    vi: 'Theo chức vụ và hồ sơ, đồng chí còn cần học gì và trước ngày nào. Hồ sơ ghi chưa đúng thì báo ngay tại đây.',
    en: 'What you still need by your post and your record, and by when. If the record is wrong, report it from here.',
  },
  helpOfPerson: {
    vi: 'Theo chức vụ và hồ sơ, người này còn cần học gì và trước ngày nào. Lớp nào đang chiêu sinh thì cử từ trang của lớp.',
    en: 'What this person still needs by post and record, and by when. Nominate them on the page of a class with an open call.',
  },
  ...kinds,
  title: { vi: 'Trình độ và nhu cầu đào tạo', en: 'Levels and training needs' },
  subtitle: {
    vi: (day: string) => `Theo danh sách và quá trình đào tạo đến ngày ${day}. Bấm vào số để xem tên.`,
    en: (day: string) => `From rosters and training records as of ${day}. Each number leads to the names.`,
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  kind: { vi: 'Còn thiếu gì', en: 'What is missing' },
  allKinds: { vi: 'Tất cả', en: 'Everything' },
  months: { vi: 'Giấy chứng nhận hết giá trị trong vòng', en: 'Certificates expiring within' },
  monthsOf: {
    vi: (months: number) => `${months} tháng tới`,
    en: (months: number) => many(months, 'month'),
  },
  matrix: { vi: 'Cán bộ chủ chốt theo trình độ lý luận chính trị', en: 'Key cadres by theory level' },
  keyCadres: { vi: 'Cán bộ chủ chốt', en: 'Key cadres' },
  lacking: { vi: 'Số người còn thiếu, theo loại', en: 'People who lack something, by kind' },
  names: { vi: 'Ai còn thiếu gì, hạn khi nào', en: 'Who lacks what, and by when' },
  person: { vi: 'Họ và tên', en: 'Name' },
  position: { vi: 'Chức vụ', en: 'Position' },
  what: { vi: 'Còn thiếu', en: 'Missing' },
  deadline: { vi: 'Hạn', en: 'Deadline' },
  noDeadline: { vi: 'Không ấn định', en: 'None set' },
  overdue: { vi: (day: string) => `Quá hạn ${day}`, en: (day: string) => `Was due ${day}` },
  citation: { vi: 'Căn cứ:', en: 'Source:' },
  unverified: { vi: 'chưa xác minh', en: 'unverified' },
  nobody: { vi: 'Không ai còn thiếu gì theo điều kiện đã chọn', en: 'No one lacks anything under the chosen filters' },
  nobodyNext: {
    vi: 'Bỏ bớt điều kiện lọc để xem rộng hơn. Nếu đơn vị chưa gửi danh sách cán bộ, hãy gửi danh sách trước.',
    en: 'Remove some of the filters to see more. If a unit has not sent its roster yet, send the roster first.',
  },
  noUnits: { vi: 'Chưa có đơn vị nào.', en: 'There is no unit yet.' },
  mine: { vi: 'Tôi còn thiếu gì?', en: 'What is still missing for me?' },
  ofPerson: { vi: 'Còn thiếu về đào tạo, bồi dưỡng', en: 'Training still missing' },
  backToRecord: { vi: 'Quá trình đào tạo, bồi dưỡng', en: 'Training record' },
  nothingMissing: { vi: 'Hiện không còn thiếu gì', en: 'Nothing is missing' },
  nothingMissingNext: {
    vi: 'Theo danh sách và quá trình đào tạo đang có.',
    en: 'According to the roster and the training record.',
  },
  nothingMissingOfMine: {
    vi: 'Theo hồ sơ và quá trình đào tạo đang có. Nếu hồ sơ ghi chưa đúng, đồng chí báo ngay tại đây; thiếu lớp đã học thì báo bí thư đơn vị hoặc văn phòng đào tạo.',
    en: 'According to your record and your training. If your record is wrong, report it here. If a class you attended is missing, tell the secretary of your unit or the training office.',
  },
  byWhen: { vi: (day: string) => `Hạn: ${day}`, en: (day: string) => `Deadline: ${day}` },
  openCall: {
    vi: (moment: string) => `đang chiêu sinh đến ${moment}`,
    en: (moment: string) => `open for nominations until ${moment}`,
  },
  noOpenCall: {
    vi: 'Chưa có lớp nào đang chiêu sinh. Khi có, đơn vị sẽ được thông báo.',
    en: 'No class is open for nominations now. The unit will be told when one opens.',
  },
  askSecretary: { vi: 'Đề nghị bí thư đơn vị cử vào lớp:', en: 'Ask the secretary of your unit to nominate you for:' },
});

export const reportActions = declareActions('reports', {
  scorecard_printed: { vi: 'đã in phiếu đơn vị', en: 'printed the scorecard of a unit' },
  coverage_downloaded: {
    vi: 'đã tải danh sách còn thiếu về đào tạo',
    en: 'downloaded the list of training needs',
  },
});

export const needActions = declareActions('training_records', {
  needs_read: { vi: 'đã xem nhu cầu đào tạo', en: 'viewed training needs' },
});
