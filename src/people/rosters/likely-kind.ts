import { foldLabel } from '../../platform/names';
import { largest } from '../../platform/lists';

/** Columns that only rosters have; one of them alone may stand in a list as well. */
const ofRosters = ['tinh trang', 'can bo chu chot', 'chi bo'];
/** And those of nomination lists alone. */
const ofLists = ['hinh thuc hoc', 'he hoc', 'hinh thuc dao tao', 'he dao tao'];
/** “Cán bộ đề nghị cử học lớp Trung cấp”. */
const nominates = /\b(cu|dang ky) (\w+ ){0,4}?(hoc|dao tao|boi duong|tham gia (lop|khoa)|du (lop|khoa))\b/;

/**
 * Whether a file is a unit's roster or a list of whom it nominates, by what stands above the people, its headings among
 * it; null where it may be either.
 * @param above the rows, each with its texts put together by “ · ”
 */
export function likelyKind(above: readonly string[]): 'roster' | 'list' | null {
  const rows = above.map((row) => row.split(' · ').map((text) => foldLabel(text)));
  const most = (columns: readonly string[]) =>
    Math.max(0, largest(rows.map((row) => columns.filter((column) => row.includes(column)).length)));
  if (most(ofRosters) > 1) return 'roster';
  return most(ofLists) > 0 || rows.flat().some((text) => nominates.test(text)) ? 'list' : null;
}
