import { foldLabel } from '../../platform/names';

const leaving = '(?:chuyen di|chuyen sinh hoat|chuyen cong tac|nghi huu|tu tran|xoa ten|khai tru|thoi viec|nghi viec)';
const title = new RegExp(`\\b(?:danh sach|tong hop|thong ke)\\b.*\\b(?:${leaving}|ra khoi dang)\\b`);
const column = new RegExp(`\\b${leaving}\\b`);
/** Whoever came is here, and what is planned has not happened. */
const otherwise = /\b(?:den|du kien|sap|se|khong|chua)\b/;

const isOf = (words: RegExp) => (text: string) => words.test(foldLabel(text)) && !otherwise.test(foldLabel(text));
const isTitle = isOf(title);
const isColumn = isOf(column);

/**
 * Whether a roster rather is of people who have left: “DANH SÁCH ĐẢNG VIÊN CHUYỂN ĐI”, or “Chuyển đi ngày” with something below it.
 * @param titles the rows above the headings
 * @param headings of columns that are not read and hold something of somebody
 */
export const isOfPeopleWhoLeft = (titles: readonly string[], headings: readonly string[]): boolean =>
  titles.some(isTitle) || headings.some(isColumn);
