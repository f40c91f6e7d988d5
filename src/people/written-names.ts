import type { Bilingual } from '../platform/messages/words';
import { foldLabel, tidyName, tidyText } from '../platform/names';
import { ratingWords, sexWords, tickSpellings } from './person.labels';

/** Before a name these are never part of it. */
const plainTitle =
  /^(?:đ\s?[/.]\s?c|đc|đồng chí|(?:pgs|gs|ts|ths|th\.\s?s|bs|ks|cn|kts|ds|ls)(?=[.:\s])|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|kỹ sư|cử nhân|bác sĩ)[.:\s]+/iu;
/** These are forms of address, and family names too: Bà Thị Lan, Ông Thị Mai; Ô. and B. may be initials of one. */
const perhapsTitle = /^(?:(?:ông|bà|anh|chị|cô|thầy)[.:]?\s+|[ôb]\.\s*)/iu;
/** Behind a family name, hardly ever one itself. */
const middleNames = /^(?:thị|văn)\s/iu;

/** The name without every title that may stand before it; null where none does. What is left may be nobody: see who bears it. */
export function withoutTitles(name: string): string | null {
  return stripped(name, (rest) => rest.replace(plainTitle, '').replace(perhapsTitle, ''));
}

/**
 * The name without what is certainly a title, for whom nobody is known by either; null where none is. Of Ông and Bà a title
 * is certain before a whole name, which begins with no middle name.
 */
export function withoutCertainTitles(name: string): string | null {
  return stripped(name, (rest) => {
    const plain = rest.replace(plainTitle, '');
    const behind = plain.replace(perhapsTitle, '');
    const isWhole = behind.split(' ').length >= 3 && !middleNames.test(behind);
    return isWhole ? behind : plain;
  });
}

function stripped(name: string, strip: (name: string) => string): string | null {
  const written = tidyName(name);
  let rest = written;
  for (let shorter = strip(rest); shorter !== rest && /\p{L}/u.test(shorter); shorter = strip(rest)) rest = shorter;
  return rest === written ? null : tidyName(rest);
}

/** What no given name is, wherever it stands. */
const certainPost =
  'giám đốc|quản đốc|trưởng (?:phòng|ban)|phó (?:phòng|ban|trưởng)|(?:tổ|đội) (?:trưởng|phó)|chuyên viên|bí thư|chủ tịch|kế toán trưởng|lái xe';
/** What is one behind a sign that ends the name; without it, Kế Toán and Công Nhân are given names as well. */
const perhapsPost =
  'trưởng (?:bộ phận|nhóm|ca|xưởng|kho|trạm|khoa|chi nhánh)|nhân viên|kế toán|cán bộ|công nhân|kỹ sư|kỹ thuật viên|thư ký|văn thư|thủ (?:kho|quỹ)|thợ|chánh văn phòng|(?:(?:đảng|chi) )?(?:ủy|uỷ) viên|p?gđ';
const beforePost = '(?:(?:quyền|nguyên|phó|tổng) ){0,3}';
const plannedPost = new RegExp(
  `^(?:${beforePost}(?:${certainPost}|${perhapsPost}|p?tp|ban (?:chấp hành|thường vụ)|cấp (?:ủy|uỷ)|bch|btv|đuv)(?!\\p{L})|(?!đang|dự kiến|đề nghị|xem xét|sắp).*(?<!\\p{L})(?:trưởng|phó)(?!\\p{L}))`,
  'iu',
);
const postBehind = new RegExp(
  `^(.+?)(?:\\s?[,(/;:]\\s?|\\s\\p{Pd}\\s)(${beforePost}(?:${certainPost}|${perhapsPost})(?!\\p{L}).*)$`,
  'iu',
);
const certainPostBehind = new RegExp(`^(.+?)\\s(${beforePost}(?:${certainPost})(?!\\p{L}).*)$`, 'iu');
const postOnly = new RegExp(`^${beforePost}(?:${certainPost})(?!\\p{L})`, 'iu');
/** A name may be wrapped within its cell; what goes on in small letters is none. */
const lineOfNoName = /^\p{Lu}\p{L}*\s(?:.*\s)?\p{Ll}/u;

/** Whether a plan for somebody names their post: "Phó Giám đốc", "PGĐ (2025–2030)", "Trạm trưởng". */
export const namesPost = (plan: string): boolean => plannedPost.test(tidyText(plan));

/** The name in print, and the post that stands behind it in its cell; null where none certainly does. */
export function nameAndPost(written: string): { readonly name: string; readonly post: string | null } {
  const [first = '', ...others] = written.trim().split('\n');
  const wrapped = others.map((line) => (lineOfNoName.test(line.trim()) ? ` - ${line}` : ` ${line}`));
  const text = tidyName([first, ...wrapped].join(''));
  const [, name, post] = postBehind.exec(text) ?? certainPostBehind.exec(text) ?? [];
  if (!name || !post || isOneWord(name) || whyNoName(name)) return { name: text, post: null };
  const isBracketed = post.endsWith(')') && !/^[^()]*(?:\([^()]*\)[^()]*)*$/.test(post);
  return { name: tidyName(name), post: isBracketed ? post.slice(0, -1) : post };
}

/** What other columns hold, as it is written there; its marks tell "Cao đẳng" from Cao Đăng. */
const valuesElsewhere: ReadonlySet<string> = new Set(
  [...Object.values(tickSpellings).flat(), ...Object.values(ratingWords.vi), ...Object.values(sexWords.vi)].map(
    (value) => value.toLowerCase(),
  ),
);
const headingElsewhere =
  /^(?:trình độ|chức (?:vụ|danh)|(?:ngày|năm) (?:sinh|vào|chính thức|kết nạp)|xếp loại|quy hoạch|ghi chú|số (?:điện thoại|tt|thứ tự)|điện thoại|lý luận chính trị|chuyên môn|giới tính|tình trạng|đơn vị)(?!\p{L})/iu;
/** Words of sentences. In capitals Được, Của and Nghỉ are given names, and one alone may be a name typed in small letters. */
const wordsOfSentences = /(?<!\p{L})(?:này|của|được|những|đã|nghỉ|theo|kèm|thay|cho|trên|từ|là)(?!\p{L})/gu;

/** Whether a text tells the reader something, and is nobody's name: it opens with a sign, or is a sentence. */
export function isNote(written: string): boolean {
  const text = withoutTitles(written) ?? tidyName(written);
  if (/^(?:[→*(]|(?:ghi chú|lưu ý)\s?:)/iu.test(text)) return text.split(' ').length > 2;
  return /(?<!\p{L})đồng chí(?!\p{L})/iu.test(text) || (text.match(wordsOfSentences) ?? []).length > 1;
}

/** What stands in the column of names and is none; null for a name. Words of a language are nobody's only in that column. */
export function whyNoName(written: string): Bilingual | null {
  const text = withoutTitles(written) ?? tidyName(written);
  if (text === '') return null;
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 2 || /[\d=?#@*_<>{}[\]\\|→]/.test(text)) return noName(text);
  if (valuesElsewhere.has(text.toLowerCase()) || headingElsewhere.test(text) || isNote(text) || postOnly.test(text))
    return noName(text);
  if (['ho va ten', 'ho ten', 'full name', 'ho va ten khai sinh'].includes(foldLabel(text))) return noName(text);
  if (/[;/&+\n]|\s(?:và|hoặc)\s/iu.test(text)) return twoNames(text);
  return /[,(:]|\s\p{Pd}\s/u.test(text) || certainPostBehind.test(text) ? moreThanName(text) : null;
}

/** A name of one word: rather half of one than a whole. */
export const isOneWord = (name: string): boolean => !/[\s'-]/.test(tidyName(name));

const noName = (text: string): Bilingual => ({
  vi: `“${text}” ở cột họ tên không phải là tên người. Hãy ghi đủ họ và tên.`,
  en: `“${text}” in the column of names is nobody’s name. Write the full name.`,
});

const moreThanName = (text: string): Bilingual => ({
  vi: `“${text}” ở cột họ tên có cả điều khác. Hãy chỉ ghi họ và tên; chức vụ ghi ở cột chức vụ.`,
  en: `“${text}” in the column of names says more than a name. Write the name alone, and a post in the column of posts.`,
});

const twoNames = (text: string): Bilingual => ({
  vi: `“${text}” có vẻ là tên của hơn một người. Mỗi người một dòng: hãy tách ra.`,
  en: `“${text}” seems to name more than one person. Give each a row of their own.`,
});
