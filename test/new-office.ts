import { join } from 'node:path';

/** Whom and what a new office begins with, whichever door it comes by. */
export const officePeople = {
  office: { name: 'Lê Thị Thanh', email: 'quan-tri@khoi.example.vn', password: 'con đường làng mùa gặt' },
  planner: { name: 'Hồ Minh Tâm', email: 'daotao@khoi.example.vn', password: 'hàng tre xanh đầu ngõ vắng' },
  group: { name: 'Nguyễn Quốc Hưng', email: 'tochuc@tapdoan.example.vn', password: 'bến nước cây đa sân đình' },
  secretary: { name: 'Đặng Văn Lộc', email: 'bithu@csm.example.vn', password: 'khung cửa tím dế mèn trượt dài' },
  manager: { name: 'Phạm Thị Hồng Vân', email: 'chunhiem@khoi.example.vn', password: 'tiếng trống trường đầu thu' },
};
export const blocName = 'Đảng ủy Khối cơ sở Bộ Công Thương tại TP. Hồ Chí Minh';
export const room = { name: 'Hội trường A', address: '12 Nguyễn Thị Minh Khai', capacity: 60 };
export const lecturer = { fullName: 'Nguyễn Văn Thành', workplace: 'Trường Chính trị Thành phố' };
export const firstClass = { name: 'Bồi dưỡng lý luận chính trị khóa 1', code: 'BD-01', capacity: 10 };
/** 260 people of the unit CSM. */
export const rosterFile = join(__dirname, '../demo/data/rosters/danh-sach-can-bo-CSM.xlsx');
