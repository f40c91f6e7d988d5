import { words } from '../platform/messages/words';

export const roomAndLecturerWords = words({
  rooms: { vi: 'Phòng, hội trường', en: 'Rooms' },
  roomsHint: {
    vi: 'Mỗi phòng chỉ nhận một lớp trong một buổi; lịch bị trùng sẽ được báo khi xếp.',
    en: 'A room takes one class at a time; the timetable points out what clashes.',
  },
  roomsToday: { vi: 'Phòng học hôm nay', en: 'Rooms today' },
  noRooms: { vi: 'Chưa có phòng nào.', en: 'There is no room yet.' },
  noRoomsNext: { vi: 'Thêm phòng ở biểu mẫu bên dưới.', en: 'Add one with the form below.' },
  roomName: { vi: 'Tên phòng', en: 'Name' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  seats: { vi: 'Số chỗ', en: 'Seats' },
  addRoom: { vi: 'Thêm phòng', en: 'Add a room' },
  roomAdded: { vi: 'Đã thêm phòng.', en: 'The room is added.' },
  lecturers: { vi: 'Giảng viên, báo cáo viên', en: 'Lecturers' },
  lecturersHint: {
    vi: 'Xếp theo tên. Một giảng viên không thể dạy hai lớp cùng lúc.',
    en: 'By given name. Nobody teaches two classes at once.',
  },
  noLecturers: { vi: 'Chưa có giảng viên nào.', en: 'There is no lecturer yet.' },
  noLecturersNext: { vi: 'Thêm giảng viên ở biểu mẫu bên dưới.', en: 'Add one with the form below.' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  workplace: { vi: 'Nơi công tác', en: 'Workplace' },
  addLecturer: { vi: 'Thêm giảng viên', en: 'Add a lecturer' },
  lecturerAdded: { vi: 'Đã thêm giảng viên.', en: 'The lecturer is added.' },
});
