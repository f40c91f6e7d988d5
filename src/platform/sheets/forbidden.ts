import { foldLabel } from '../names';

/**
 * What this service takes of nobody, as it is named in headings: identity papers and numbers, ethnicity, religion, dossiers.
 * Case, marks and punctuation do not matter; a heading that has one of them among its words is meant.
 */
const forbiddenData = [
  ...['Dân tộc', 'Tôn giáo', 'Tín ngưỡng', 'Ethnicity', 'Religion'],
  ...['CCCD', 'CMND', 'CMTND', 'CMT', 'CMTQĐ', 'Căn cước', 'Chứng minh nhân dân', 'Chứng minh thư'],
  ...['Số chứng minh', 'Giấy chứng minh', 'Giấy tờ tùy thân', 'Định danh', 'ĐDCN', 'Hộ chiếu', 'Passport'],
  ...['Số thẻ', 'Thẻ đảng viên', 'Số lý lịch', 'Số lí lịch', 'SLL', 'Số LL', 'Lý lịch đảng viên', 'Số hồ sơ'],
  ...['BHXH', 'BHYT', 'Bảo hiểm xã hội', 'Bảo hiểm y tế', 'Mã số thuế'],
].map((words) => ` ${foldLabel(words)} `);

/** Whether a heading names what is left out wherever it stands, and told by its heading alone. */
export function isForbidden(heading: string): boolean {
  const folded = ` ${foldLabel(heading)} `;
  return forbiddenData.some((words) => folded.includes(words));
}
