/** Who the demo lets you sign in as. One password for all of them: this is a demo on invented people. */
export const demoPassword = 'nang-som-ben-song';

export const office = 'vanphong@khoi.example.vn';
export const groupOfficer = 'tochuc@tapdoan.example.vn';
export const classManager = 'chunhiem@khoi.example.vn';
/** Runs the class whose half-days fall together with another one of the first manager. */
export const otherClassManager = 'chunhiem.2@khoi.example.vn';
export const secretaryOf = (unitCode: string) => `bithu@${unitCode.toLowerCase()}.example.vn`;

/** A cadre of CSM whom the story takes from nomination to diploma. */
export const cadreCode = 'CSM-0015';
export const cadre = 'csm.0015@example.vn';

export interface UnitOfDemo {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly address: string;
}

export const units: readonly UnitOfDemo[] = [
  {
    code: 'PAC',
    nameVi: 'Đảng ủy Công ty CP Pin Ắc quy Miền Nam',
    nameEn: 'Southern Battery JSC',
    address: '321 Trần Hưng Đạo, Phường Cầu Ông Lãnh, TP. Hồ Chí Minh',
  },
  {
    code: 'SFG',
    nameVi: 'Đảng ủy Công ty CP Phân bón Miền Nam',
    nameEn: 'Southern Fertilizer JSC',
    address: '125B Cách Mạng Tháng Tám, Phường Bàn Cờ, TP. Hồ Chí Minh',
  },
  {
    code: 'VPS',
    nameVi: 'Đảng ủy Công ty CP Thuốc sát trùng Việt Nam',
    nameEn: 'Vietnam Pesticide JSC',
    address: '102 Nguyễn Đình Chiểu, Phường Tân Định, TP. Hồ Chí Minh',
  },
  {
    code: 'CSM',
    nameVi: 'Đảng ủy Công ty CP Công nghiệp Cao su Miền Nam',
    nameEn: 'Southern Rubber Industry JSC',
    address: '180 Nguyễn Thị Minh Khai, Phường Xuân Hòa, TP. Hồ Chí Minh',
  },
  {
    code: 'BFC',
    nameVi: 'Đảng ủy Công ty CP Phân bón Bình Điền',
    nameEn: 'Binh Dien Fertilizer JSC',
    address: 'C12/21 Quốc lộ 1A, TP. Hồ Chí Minh',
  },
  {
    code: 'SVG',
    nameVi: 'Đảng ủy Công ty CP Hơi kỹ nghệ Que hàn',
    nameEn: 'Industrial Gas and Welding Electrode JSC',
    address: '90 Hoàng Diệu, Phường Xóm Chiếu, TP. Hồ Chí Minh',
  },
  {
    code: 'LIX',
    nameVi: 'Đảng ủy Công ty CP Bột giặt LIX',
    nameEn: 'LIX Detergent JSC',
    address: '3 Khu phố 5, Phường Linh Xuân, TP. Hồ Chí Minh',
  },
  {
    code: 'CSV',
    nameVi: 'Đảng ủy Công ty CP Hóa chất Cơ bản Miền Nam',
    nameEn: 'South Basic Chemicals JSC',
    address: '22 Lý Tự Trọng, Phường Sài Gòn, TP. Hồ Chí Minh',
  },
];
