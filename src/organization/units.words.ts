import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

export const unitWords = words({
  help: {
    vi: 'Các đơn vị của Khối và Tập đoàn theo cấp trên, cấp dưới. Mở một đơn vị để đổi tên, chuyển hoặc cho rời.',
    en: 'The units of the Bloc and the Group, each below its superior. Open one to rename, move or end it.',
  },
  helpOfOne: {
    vi: 'Tên, cấp trên và các lần đổi của một đơn vị. Văn bản cũ giữ tên của ngày đó.',
    en: 'One unit: its name, its superior and their changes. Earlier papers keep the name of their day.',
  },
  title: { vi: 'Đơn vị', en: 'Units' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  kind: { vi: 'Loại', en: 'Kind' },
  bloc: { vi: 'Khối', en: 'Bloc' },
  group: { vi: 'Tập đoàn', en: 'Group' },
  base: { vi: 'Cơ sở', en: 'Base unit' },
  outside: { vi: 'Ngoài Khối (khách mời)', en: 'Outside the Bloc' },
  merged: { vi: (name: string) => `Đã hợp nhất vào ${name}`, en: (name: string) => `Merged into ${name}` },
  noMore: { vi: 'Không còn trong Khối', en: 'No longer in the Bloc' },
  leftOn: { vi: (day: string) => `Đã rời Khối từ ${day}`, en: (day: string) => `Left the Bloc on ${day}` },
  onlyBloc: { vi: 'Chưa có đơn vị nào ngoài Khối.', en: 'There is no unit besides the Bloc yet.' },
  onlyBlocNext: {
    vi: 'Thêm từng đơn vị, hoặc cả danh sách từ tệp Excel hay bằng cách dán; có sẵn một ví dụ để sửa.',
    en: 'Add them one by one, or many from a sheet or by pasting; there is an example to correct.',
  },
  parents: { vi: 'Các cấp trên', en: 'Units above' },
  move: { vi: 'Chuyển sang cấp trên khác', en: 'Move below another unit' },
  moveWhat: {
    vi: 'Cả các đơn vị trực thuộc cùng chuyển theo. Cán bộ, quyền và chỉ tiêu của đơn vị giữ nguyên; cấp trên mới xem được từ ngày hiệu lực.',
    en: 'What is below it moves with it. Its people, roles and seats stay; the unit above sees it from that day on.',
  },
  doMove: { vi: 'Ghi cấp trên mới', en: 'Record the new parent unit' },
  moved: { vi: 'Đã ghi cấp trên mới của đơn vị.', en: 'The new parent unit is recorded.' },
  letIn: { vi: 'Giao chỉ tiêu, triệu tập', en: 'Give seats and call' },
  end: { vi: 'Rời Khối', en: 'Leave the Bloc' },
  comeBack: { vi: 'Ghi đơn vị trở lại', en: 'Record that the unit returns' },
  comeBackWhat: {
    vi: 'Đơn vị lại thuộc Khối, ở vị trí cũ. Cán bộ và quyền được ghi lại sau.',
    en: 'The unit belongs to the Bloc again, in its earlier place. People and roles are entered again afterwards.',
  },
  cameBack: { vi: 'Đơn vị lại thuộc Khối.', en: 'The unit belongs to the Bloc again.' },
  saveAddress: { vi: 'Lưu địa chỉ', en: 'Save the address' },
  addressSaved: { vi: 'Đã lưu địa chỉ.', en: 'The address is saved.' },
  noUnits: { vi: 'Chưa có đơn vị nào.', en: 'There is no unit yet.' },
  merge: { vi: 'Hợp nhất đơn vị', en: 'Merge units' },
  names: { vi: 'Các tên đã mang', en: 'Names over time' },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  since: { vi: 'Từ ngày', en: 'Since' },
  until: { vi: 'Đến ngày', en: 'Until' },
  open: { vi: 'Đến nay', en: 'Now' },
  rename: { vi: 'Đổi tên', en: 'Rename' },
  renameWhat: {
    vi: 'Từ ngày hiệu lực, các trang và văn bản mới ghi tên mới. Quá trình đào tạo, giấy chứng nhận và báo cáo của những ngày trước giữ tên cũ.',
    en: 'From its first day on, pages and new documents bear the new name. Records, certificates and reports of earlier days keep the old one.',
  },
  effective: { vi: 'Có hiệu lực từ ngày', en: 'In force from' },
  reason: { vi: 'Quyết định, lý do', en: 'Decision or reason' },
  doRename: { vi: 'Ghi tên mới', en: 'Record the new name' },
  renamed: { vi: 'Đã ghi tên mới của đơn vị.', en: 'The new name is recorded.' },
});

export const unitActions = declareActions('units', {
  address_changed: { vi: 'đã sửa địa chỉ đơn vị', en: 'changed the address of the unit' },
  came_back: { vi: 'đã ghi đơn vị trở lại Khối', en: 'let the unit come back' },
  left: { vi: 'đã ghi đơn vị rời Khối', en: 'let the unit leave the Bloc' },
  moved: { vi: 'đã chuyển đơn vị sang cấp trên khác', en: 'moved the unit below another' },
  renamed: { vi: 'đã đổi tên đơn vị', en: 'renamed the unit' },
  established: { vi: 'đã lập đơn vị', en: 'established the unit' },
});
