import { declareActions } from '../platform/journal/actions';
import { many, people } from '../platform/messages/counted';
import { words } from '../platform/messages/words';
import { classNamed } from '../classes/classes.labels';

export const studyWords = words({
  helpToPlan: {
    vi: 'Những đơn vị phải học, các điểm cầu và sức chứa. Hãy chọn đơn vị trước, rồi xếp mỗi đơn vị về một điểm cầu.',
    en: 'The units called, the sites and their places. Choose the units first, then give each of them a site.',
  },
  help: {
    vi: 'Tài liệu, điểm cầu và việc đăng ký dự của từng đơn vị. Đơn vị hãy đăng ký số người dự trước hạn.',
    en: 'Documents, sites and the registration of each unit. Units register how many come before the deadline.',
  },
  study: { vi: 'Học tập nghị quyết', en: 'Resolution study' },
  classes: { vi: 'Lớp học', en: 'Classes' },
  documents: { vi: 'Tài liệu học tập', en: 'Documents to study' },
  noDocuments: { vi: 'Chưa có tài liệu.', en: 'There are no documents yet.' },
  sites: { vi: 'Điểm cầu', en: 'Sites' },
  site: { vi: 'Điểm cầu', en: 'Site' },
  noSites: { vi: 'Chưa có điểm cầu.', en: 'There are no sites yet.' },
  noUnits: { vi: 'Chưa có đơn vị nào được triệu tập.', en: 'No unit has been called yet.' },
  planNext: {
    vi: 'Văn phòng đào tạo bổ sung ở mục “Chuẩn bị hội nghị”.',
    en: 'The training office adds them under “Prepare the study”.',
  },
  central: { vi: 'Trung tâm', en: 'Central' },
  hostUnit: { vi: 'Đơn vị chủ trì', en: 'Host unit' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  capacity: { vi: 'Sức chứa', en: 'Capacity' },
  registered: { vi: 'Đã đăng ký', en: 'Registered' },
  participation: { vi: 'Tham gia của các đơn vị', en: 'How the units take part' },
  participationExplained: {
    vi: 'Tỷ lệ dự = đảng viên phải dự có mặt đủ các buổi đã học trên tổng số phải dự (đảng viên trong danh sách trừ người được miễn). Người được miễn, quần chúng và người ngoài danh sách tính riêng.',
    en: 'Participation is the share of obliged members who were present at every half-day held so far. Obliged are all members on the roll except those exempt. Exempt members, non-members and people outside the roll are counted separately.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  members: { vi: 'Đảng viên', en: 'Members' },
  rollTaken: { vi: (day: string) => `chốt ${day}`, en: (day: string) => `as of ${day}` },
  rollNotTaken: { vi: 'chưa chốt', en: 'not frozen' },
  rollsTaken: {
    vi: (day: string) => `Danh sách đảng viên đã chốt ngày ${day}.`,
    en: (day: string) => `The rolls were frozen on ${day}.`,
  },
  rollsNotTaken: {
    vi: 'Danh sách chưa chốt: số đảng viên đang tính theo danh sách hôm nay.',
    en: 'The rolls are not frozen yet: members are counted from today’s rosters.',
  },
  exempt: { vi: 'Miễn', en: 'Exempt' },
  obliged: { vi: 'Phải dự', en: 'Obliged' },
  attendedMembers: { vi: 'Đã dự', en: 'Attended' },
  byUnit: { vi: 'Tham gia theo đơn vị', en: 'Participation by unit' },
  fits: {
    vi: 'Đủ chỗ cho ai thì đăng ký người đó (theo thứ tự tên)',
    en: 'Register as many as there is room for (by given name)',
  },
  rate: { vi: 'Tỷ lệ dự', en: 'Participation' },
  nonMembers: { vi: 'Quần chúng dự', en: 'Non-members attending' },
  ofNonMembers: {
    vi: (attended: number, all: number) => `${attended} / ${all}`,
    en: (attended: number, all: number) => `${attended} of ${all}`,
  },
  outsideRoll: { vi: 'Ngoài danh sách', en: 'Outside the roll' },
  essays: { vi: 'Bài thu hoạch', en: 'Essays' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  done: { vi: 'Đã học', en: 'Done' },
  notDone: { vi: 'Chưa học', en: 'Not done' },
  notHeldYet: { vi: 'Chưa tổ chức', en: 'Not held yet' },
  unitsDone: {
    vi: (done: number, all: number) => `${done} / ${all} đã học`,
    en: (done: number, all: number) => `${done} of ${all} done`,
  },
  register: { vi: 'Đăng ký', en: 'Register' },
  registerFor: {
    vi: (unit: string) => `Đăng ký người dự cho ${unit}`,
    en: (unit: string) => `Register people of ${unit}`,
  },
  registerPeople: { vi: 'Đăng ký người dự', en: 'Register people' },
  registrationSite: {
    vi: (site: string, free: number) => `Dự tại: ${site}, còn ${free} chỗ.`,
    en: (site: string, free: number) => `They will attend at ${site}, which has room for ${free} more.`,
  },
  notAnnounced: {
    vi: 'Hội nghị chưa được thông báo. Đơn vị đăng ký người dự được ngay khi văn phòng đào tạo thông báo.',
    en: 'The study is not announced yet. Units can register people as soon as the training office announces it.',
  },
  whoAttends: { vi: 'Ai dự học?', en: 'Who attends?' },
  allMembers: {
    vi: (count: number) => `Tất cả đảng viên phải dự chưa đăng ký (${count} đồng chí)`,
    en: (count: number) => `All obliged members not registered yet (${count})`,
  },
  chosen: { vi: 'Những người được đánh dấu trong danh sách dưới đây', en: 'The people ticked in the list below' },
  chosenHint: {
    vi: 'Tìm theo tên rồi đánh dấu; đăng ký xong mới tìm người khác.',
    en: 'Search by name and tick the people. Register them before you search for others.',
  },
  people: { vi: (unit: string) => `Người của ${unit}`, en: (unit: string) => `People of ${unit}` },
  firstPeople: {
    vi: (shown: number) => `Hiển thị ${shown} người đầu danh sách. Hãy tìm theo tên để thấy người khác.`,
    en: (shown: number) => `These are the first ${shown} people. Search by name to see others.`,
  },
  search: { vi: 'Tên hoặc mã', en: 'Name or code' },
  name: { vi: 'Họ và tên', en: 'Name' },
  cell: { vi: 'Chi bộ', en: 'Cell' },
  position: { vi: 'Chức vụ', en: 'Position' },
  standing: { vi: 'Đối tượng', en: 'Standing' },
  state: { vi: 'Tình trạng', en: 'State' },
  isRegistered: { vi: 'Đã đăng ký', en: 'Registered' },
  isBusy: {
    vi: (halfDay: string, className: string) => `Trùng buổi ${halfDay} của ${classNamed(className)}`,
    en: (halfDay: string, className: string) => `Busy ${halfDay}: ${className}`,
  },
  choose: { vi: 'Chọn', en: 'Choose' },
  chooseOne: { vi: (name: string) => `Chọn ${name}`, en: (name: string) => `Choose ${name}` },
  nobodyFound: { vi: 'Không tìm thấy ai.', en: 'Nobody was found.' },
  nobodyFoundNext: {
    vi: 'Hãy thử một phần của tên, hoặc bỏ tìm để xem cả danh sách.',
    en: 'Try a part of the name, or clear the search to see everybody.',
  },
  wasRegistered: {
    vi: (registered: number, already: number, busy: number, noRoom: number) =>
      [
        registered > 0 ? `Đã đăng ký ${registered} người.` : 'Không có ai cần đăng ký thêm.',
        already > 0 && `${already} người đã có tên từ trước.`,
        busy > 0 && `${busy} người chưa đăng ký được vì trùng giờ lớp khác; xem cột “Tình trạng”.`,
        noRoom > 0 && `${noRoom} người chưa đăng ký được vì điểm cầu hết chỗ.`,
      ]
        .filter(Boolean)
        .join(' '),
    en: (registered: number, already: number, busy: number, noRoom: number) =>
      [
        registered > 0 ? `${people(registered)} registered.` : 'There was nobody left to register.',
        already > 0 && `${people(already)} already registered.`,
        busy > 0 && `${people(busy)} could not be registered: in another class at that time. See the column “State”.`,
        noRoom > 0 && `${people(noRoom)} could not be registered: the site is full.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  takeRoll: { vi: 'Chốt danh sách đảng viên', en: 'Freeze the rolls' },
  takeRollMeans: {
    vi: 'Hệ thống ghi lại đảng viên, người được miễn và quần chúng của từng đơn vị như hôm nay. Từ đó tỷ lệ dự luôn tính trên danh sách này, dù sau đó có người chuyển đi, chuyển đến hay được kết nạp. Danh sách đã chốt không thay được, chỉ điều chỉnh từng người. Đầu ngày học hệ thống tự chốt.',
    en: 'The members, exempt members and non-members of each unit are recorded as they are today. From then on, participation is measured against these rolls, even if people move, join or are admitted later. A frozen roll cannot be replaced; only single entries can be corrected. Rolls freeze by themselves at the start of the first day.',
  },
  rollReason: { vi: 'Lý do chốt trước ngày học', en: 'Reason for freezing before the first day' },
  rollReasonHint: { vi: 'Từ ngày học trở đi không cần ghi.', en: 'Not needed from the first day on.' },
  rollWasTaken: {
    vi: (units: number, members: number, exempt: number, nonMembers: number) =>
      `Đã chốt danh sách ${units} đơn vị: ${members} đảng viên (trong đó miễn ${exempt}), ${nonMembers} quần chúng.`,
    en: (units: number, members: number, exempt: number, nonMembers: number) =>
      `The rolls of ${many(units, 'unit')} are frozen: ${many(members, 'member')} (${exempt} exempt) and ${many(nonMembers, 'non-member')}.`,
  },
  plan: { vi: 'Chuẩn bị hội nghị', en: 'Prepare the study' },
  backToStudy: { vi: 'Về trang hội nghị', en: 'Back to the study' },
  addDocument: { vi: 'Thêm tài liệu', en: 'Add a document' },
  title: { vi: 'Tên tài liệu', en: 'Title' },
  titleHint: {
    vi: 'Ví dụ: Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị',
    en: 'For example: Resolution 57-NQ/TW of 22/12/2024 of the Politburo',
  },
  documentAdded: { vi: 'Đã thêm tài liệu.', en: 'The document is added.' },
  addSite: { vi: 'Thêm điểm cầu', en: 'Add a site' },
  siteName: { vi: 'Tên điểm cầu', en: 'Name of the site' },
  siteNameHint: { vi: 'Ví dụ: Hội trường tầng 5, Điểm cầu LIX', en: 'For example: Hall on floor 5, Site LIX' },
  isCentral: { vi: 'Đây là điểm cầu trung tâm', en: 'This is the central site' },
  siteAdded: { vi: 'Đã thêm điểm cầu.', en: 'The site is added.' },
  changeSite: { vi: 'Sửa điểm cầu', en: 'Change a site' },
  changeSiteHint: { vi: 'Ô nào để trống thì giữ như cũ.', en: 'Fields left empty are not changed.' },
  newName: { vi: 'Tên mới', en: 'New name' },
  newAddress: { vi: 'Địa chỉ mới', en: 'New address' },
  newCapacity: { vi: 'Sức chứa mới', en: 'New capacity' },
  siteChanged: { vi: 'Đã sửa điểm cầu.', en: 'The site is changed.' },
  save: { vi: 'Lưu', en: 'Save' },
  callUnit: { vi: 'Triệu tập đơn vị', en: 'Call a unit' },
  callUnitHint: {
    vi: 'Chọn lại đơn vị đã triệu tập để chuyển sang điểm cầu khác.',
    en: 'To move a unit to another site, choose a unit that has already been called.',
  },
  call: { vi: 'Triệu tập', en: 'Call' },
  unitCalled: { vi: 'Đã ghi đơn vị và điểm cầu.', en: 'The unit and its site are saved.' },
  plotCame: { vi: 'Đã dự', en: 'Attended' },
  plotMissed: { vi: 'Chưa dự', en: 'Did not' },
  plotMissing: {
    vi: (came: number, obliged: number, unit: string, lack: number, its: number) =>
      `${came}/${obliged} đảng viên phải dự đã dự; ${unit} còn ${lack}/${its} chưa dự, nhiều nhất`,
    en: (came: number, obliged: number, unit: string, lack: number, its: number) =>
      `${came} of ${obliged} obliged members attended; the most absences are in ${unit}: ${lack} of ${its}`,
  },
  plotAllCame: {
    vi: (obliged: number) => `Cả ${obliged} đảng viên phải dự đều đã dự`,
    en: (obliged: number) => `All ${obliged} obliged members attended`,
  },
  openingToCome: {
    vi: (units: number, obliged: number) =>
      `Hội nghị chưa diễn ra; triệu tập ${obliged} đảng viên của ${units} đơn vị.`,
    en: (units: number, obliged: number) =>
      `The study session is still to come: ${many(obliged, 'member')} of ${many(units, 'unit')} called.`,
  },
  openingRegistered: {
    vi: (count: number) => `Đã đăng ký ${count} người.`,
    en: (count: number) => `${people(count)} registered so far.`,
  },
  openingNobodyRegistered: { vi: 'Chưa đơn vị nào đăng ký người dự.', en: 'No unit has registered anybody yet.' },
  openingRegister: {
    vi: 'Việc cần làm: các đơn vị đăng ký người dự trước ngày học.',
    en: 'To do: units register their people before the day.',
  },
  openingHeld: {
    vi: (came: number, obliged: number, rate: string, done: number, units: number) =>
      `${came}/${obliged} đảng viên phải dự đã dự (${rate}); ${done}/${units} đơn vị đã học.`,
    en: (came: number, obliged: number, rate: string, done: number, units: number) =>
      `${came} of ${obliged} obliged members attended (${rate}); ${done} of ${units} units have completed it.`,
  },
  openingLowest: {
    vi: (unit: string, rate: string) => `Tỷ lệ dự thấp nhất ở ${unit}: ${rate}.`,
    en: (unit: string, rate: string) => `Lowest participation: ${unit}, ${rate}.`,
  },
  openingCalm: { vi: 'Không có đơn vị nào ở mức phải chú ý.', en: 'No unit needs attention.' },
  openingMakeUp: {
    vi: (absent: number) => `Việc cần làm: bố trí học bù cho ${absent} đảng viên chưa dự.`,
    en: (absent: number) => `To do: arrange a make-up session for ${many(absent, 'member')} who did not attend.`,
  },
  openingNothing: { vi: 'Hiện không có việc gì phải làm thêm.', en: 'There is nothing more to do now.' },
});

export const studyActions = declareActions('study_sessions', {
  call_carried: {
    vi: 'đã chuyển triệu tập và danh sách của đơn vị hợp nhất sang đơn vị nhận',
    en: 'moved the call and roll of merged units to the receiving unit',
  },
  call_ended: { vi: 'đã thôi triệu tập đơn vị rời Khối', en: 'ended the call of a unit that left' },
  document_added: { vi: 'đã thêm văn bản học tập', en: 'added a document to study' },
  exempted: { vi: 'đã ghi miễn dự học', en: 'exempted a member from the study' },
  exemption_lifted: { vi: 'đã bỏ miễn dự học', en: 'lifted an exemption from the study' },
  people_registered: { vi: 'đã đăng ký người dự học tập', en: 'registered people for the study' },
  roll_corrected: { vi: 'đã điều chỉnh danh sách đã chốt', en: 'corrected a frozen roll' },
  roll_downloaded: { vi: 'đã tải danh sách dự học của đơn vị', en: 'downloaded the roll of a unit' },
  roll_taken: { vi: 'đã chốt danh sách phải dự', en: 'froze the roll' },
  scheduled: { vi: 'đã lập hội nghị học tập', en: 'scheduled the study session' },
  site_added: { vi: 'đã thêm điểm cầu', en: 'added a site' },
  site_changed: { vi: 'đã sửa điểm cầu', en: 'changed a site' },
  unit_called: { vi: 'đã triệu tập đơn vị', en: 'called a unit' },
  unit_moved: { vi: 'đã chuyển đơn vị sang điểm cầu khác', en: 'moved a unit to another site' },
});
