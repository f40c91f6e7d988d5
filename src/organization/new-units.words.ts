import { words } from '../platform/messages/words';

export const newUnitWords = words({
  helpToAdd: {
    vi: 'Thêm một đơn vị dưới Tập đoàn. Đơn vị ngoài Tập đoàn thì chọn Khối làm cấp trên.',
    en: 'Add a unit below the Group. A unit outside the Group stands directly below the Bloc.',
  },
  helpToPaste: {
    vi: 'Thêm nhiều đơn vị từ tệp Excel, hoặc dán từng dòng. Xem lại rồi mới lưu.',
    en: 'Add many units from an Excel file, or by pasting lines. They are previewed before being saved.',
  },
  add: { vi: 'Thêm đơn vị', en: 'Add a unit' },
  added: { vi: 'Đã thêm đơn vị.', en: 'The unit is added.' },
  code: { vi: 'Mã', en: 'Code' },
  codeHint: { vi: 'Ngắn, không trùng đơn vị khác, ví dụ: SFG.', en: 'Short and unique, for example SFG.' },
  kind: { vi: 'Loại', en: 'Kind' },
  base: { vi: 'Tổ chức cơ sở đảng', en: 'Base unit' },
  group: { vi: 'Tập đoàn', en: 'Group' },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  nameEnHint: { vi: 'Để trống thì dùng tên tiếng Việt.', en: 'Left empty, the Vietnamese name is used.' },
  parent: { vi: 'Cấp trên', en: 'The unit above' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  since: { vi: 'Tên và cấp trên có từ ngày', en: 'Name and place hold since' },
  sinceHint: {
    vi: 'Để trống thì tính từ 01/10/2020, để hồ sơ của những năm trước có tên đơn vị.',
    en: 'Left empty, since 01/10/2020, so that what is entered of earlier years finds the name.',
  },
  paste: { vi: 'Thêm nhiều đơn vị', en: 'Add many units' },
  pasteHint: {
    vi: 'Mỗi dòng một đơn vị: mã; tên; mã cấp trên; tên tiếng Anh; loại. Chỉ mã và tên là bắt buộc. Có thể chép thẳng từ bảng tính.',
    en: 'One unit a line: code; name; code of the unit above; name in English; kind. Only code and name are needed. Rows copied from a sheet are read too.',
  },
  kindHint: {
    vi: 'Loại để trống là tổ chức cơ sở đảng; ghi “tập đoàn” cho Tập đoàn. Sai một dòng thì không lưu dòng nào.',
    en: 'Without a kind it is a base unit; write “group” for the Group. If one line is wrong, none is saved.',
  },
  lines: { vi: 'Danh sách đơn vị', en: 'Units' },
  usualParent: { vi: 'Cấp trên của các dòng không ghi cấp trên', en: 'The unit above, where a line names none' },
  example: { vi: 'Thêm ví dụ', en: 'Fill in an example' },
  exampleHint: {
    vi: 'Ví dụ gồm Tập đoàn và tám đơn vị trong quy chế phối hợp ngày 01/10/2020. Hãy sửa cho đúng rồi mới lưu.',
    en: 'The example is the Group and the eight units of the agreement of 01/10/2020; correct it before you store it.',
  },
  fromSheet: { vi: 'Từ tệp Excel', en: 'From a sheet' },
  asLines: { vi: 'Dán danh sách', en: 'Pasted lines' },
  file: { vi: 'Tệp danh sách đơn vị', en: 'File with the units' },
  fileHint: {
    vi: 'Tệp .xlsx, .xls, .ods hoặc .csv, không quá 10 MB. Dòng tiêu đề cần có Mã, Tên; có thể thêm Mã cấp trên, Tên tiếng Anh, Loại. Đọc xong, danh sách hiện ở khung “Danh sách đơn vị” để xem và sửa trước khi lưu.',
    en: 'An .xlsx, .xls, .ods or .csv file of at most 10 MB. Its heading row needs Mã and Tên (code, name); Mã cấp trên, Tên tiếng Anh and Loại (code of the unit above, name in English, kind) may follow. What is read stands in the field “Units”, to be looked at and corrected before you store it.',
  },
  readSheet: { vi: 'Đọc tệp', en: 'Read the file' },
  tryOut: { vi: 'Kiểm tra, chưa lưu', en: 'Check without storing' },
  tried: { vi: 'Các đơn vị sẽ được thêm', en: 'Units that would be added' },
  triedHeading: {
    vi: (count: number) => `${count} đơn vị, không có lỗi. Chưa lưu.`,
    en: (count: number) => `${count === 1 ? 'One unit' : `${count} units`}, nothing wrong. Not stored yet.`,
  },
  triedNext: {
    vi: 'Xem lại bảng dưới đây, rồi bấm “Lưu” dưới danh sách.',
    en: 'Look through the table below, then press “Save” under the lines.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  pasted: {
    vi: (count: number) => `Đã thêm ${count} đơn vị.`,
    en: (count: number) => (count === 1 ? 'One unit is added.' : `${count} units are added.`),
  },
});
