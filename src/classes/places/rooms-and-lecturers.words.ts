import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const roomAndLecturerWords = words({
  helpOfRooms: {
    vi: 'Phòng, hội trường dùng cho lớp; mỗi phòng chỉ nhận một lớp trong một buổi. Hãy thêm phòng với sức chứa thật để được báo khi lớp quá đông.',
    en: 'The rooms of classes; each is used by one class at a time. Add a room with its real capacity, so that you are told when a class is too large.',
  },
  helpOfLecturers: {
    vi: 'Giảng viên được mời giảng, xếp theo tên; một người không thể dạy hai lớp cùng lúc. Hãy ghi địa chỉ thư để lịch giảng tự gửi đến.',
    en: 'The lecturers, by given name; nobody can teach two classes at once. Enter an e-mail address, and timetables are sent to it.',
  },
  helpToChangeLecturer: {
    vi: 'Sửa họ tên, nơi công tác và cách liên hệ của một giảng viên. Lịch giảng sắp tới được gửi đến địa chỉ mới.',
    en: 'Change the name, workplace and contacts of a lecturer. What is still to come is sent to the new address.',
  },
  rooms: { vi: 'Phòng, hội trường', en: 'Rooms' },
  roomsToday: { vi: 'Phòng học hôm nay', en: 'Rooms today' },
  noRooms: { vi: 'Chưa có phòng nào.', en: 'There is no room yet.' },
  officeAdds: {
    vi: 'Văn phòng đào tạo của Khối thêm vào danh sách này.',
    en: 'The training office of the Bloc adds to this list.',
  },
  noRoomsNext: { vi: 'Thêm phòng ở biểu mẫu bên dưới.', en: 'Add one with the form below.' },
  roomName: { vi: 'Tên phòng', en: 'Name' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  seats: { vi: 'Số chỗ', en: 'Seats' },
  addRoom: { vi: 'Thêm phòng', en: 'Add a room' },
  roomAdded: { vi: 'Đã thêm phòng.', en: 'The room is added.' },
  host: { vi: 'Đơn vị chủ nhà', en: 'Hosting unit' },
  noHost: { vi: 'Không có', en: 'None' },
  hostHint: {
    vi: 'Bí thư đơn vị chủ nhà được điểm danh các buổi học ở phòng này, ngoài ra không làm được gì khác trong lớp. Với hội nghị có điểm cầu, đơn vị chủ nhà ghi ở từng điểm cầu.',
    en: 'The secretary of the hosting unit may take attendance of half-days in this room, and nothing else in the class. For studies with several sites, the host is set for each site.',
  },
  setHost: { vi: 'Lưu đơn vị chủ nhà', en: 'Save the hosting unit' },
  hostSaved: { vi: 'Đã lưu đơn vị chủ nhà.', en: 'The hosting unit is saved.' },
  room: { vi: 'Phòng', en: 'Room' },
  times: { vi: 'Giờ học', en: 'Times' },
  usualTimes: { vi: 'Giờ học thường lệ', en: 'Usual times of half-days' },
  usualTimesHint: {
    vi: 'Mỗi buổi 5 tiết; giờ học ngắn hơn số phút cần thì hệ thống báo, không chặn. Lịch học xếp từ nay về sau theo giờ này; các buổi đã xếp giữ nguyên giờ.',
    en: 'Five periods each; times that are too short are pointed out, not refused. Timetables planned from now on use these times; half-days already planned keep theirs.',
  },
  timesAt: { vi: 'Nơi học', en: 'Place' },
  everywhere: { vi: 'Mọi nơi chưa có giờ riêng', en: 'Everywhere without its own times' },
  timesFrom: { vi: (part: string) => `${part} từ`, en: (part: string) => `${part} from` },
  timesTo: { vi: (part: string) => `${part} đến`, en: (part: string) => `${part} to` },
  periodMinutes: { vi: 'Một tiết (phút)', en: 'One period (minutes)' },
  breakMinutes: { vi: 'Giải lao cả buổi (phút)', en: 'All breaks of a half-day (minutes)' },
  changeTimes: { vi: 'Sửa giờ', en: 'Change' },
  saveTimes: { vi: 'Lưu giờ học', en: 'Save the times' },
  timesSaved: { vi: 'Đã lưu giờ học thường lệ.', en: 'The usual times are saved.' },
  lecturers: { vi: 'Giảng viên, báo cáo viên', en: 'Lecturers' },
  noLecturers: { vi: 'Chưa có giảng viên nào.', en: 'There is no lecturer yet.' },
  noLecturersNext: { vi: 'Thêm giảng viên ở biểu mẫu bên dưới.', en: 'Add one with the form below.' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  workplace: { vi: 'Nơi công tác', en: 'Workplace' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  emailHint: {
    vi: 'Giảng viên nhận lịch giảng và mọi thay đổi tại đây; nếu để trống, văn phòng phải gọi điện.',
    en: 'The lecturer receives half-days and changes here; without an address the office has to call.',
  },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  toCall: { vi: 'Giảng viên cần gọi điện', en: 'Lecturers to call' },
  noEmail: { vi: 'Chưa có, phải gọi điện', en: 'None, to be called' },
  editLecturer: { vi: 'Sửa', en: 'Change' },
  changeLecturer: { vi: 'Sửa giảng viên', en: 'Change the lecturer' },
  saveLecturer: { vi: 'Lưu', en: 'Save' },
  lecturerChanged: { vi: 'Đã sửa giảng viên.', en: 'The lecturer is changed.' },
  addLecturer: { vi: 'Thêm giảng viên', en: 'Add a lecturer' },
  lecturerAdded: { vi: 'Đã thêm giảng viên.', en: 'The lecturer is added.' },
});

export const lecturerActions = declareActions('lecturers', {
  added: { vi: 'đã thêm giảng viên', en: 'added a lecturer' },
  changed: { vi: 'đã sửa giảng viên', en: 'changed a lecturer' },
});

export const roomActions = declareActions('rooms', {
  added: { vi: 'đã thêm phòng học', en: 'added a room' },
  host_changed: { vi: 'đã ghi đơn vị chủ nhà của phòng', en: 'set the hosting unit of a room' },
  times_changed: { vi: 'đã sửa giờ học thường lệ', en: 'changed the usual times' },
});
