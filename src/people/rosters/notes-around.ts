import { foldName, tidyText } from '../../platform/names';
import { isLegend } from '../../platform/sheets/row-colours';
import { namesPost, withoutTitles } from '../written-names';

/** Whether a line beside the people tells something, and heads nobody: “* Đ/c Lê Văn An xin rút.”, “Chữ đỏ: dự phòng.” */
export function isRemark(written: string): boolean {
  const text = tidyText(written);
  if (isLegend(text)) return true;
  if (/:$|^\P{L}*(?:các|những|danh sách|số)\s/iu.test(text)) return false;
  const opens =
    /^(?:[→*]|(?:ghi chú|lưu ý|chú thích)\s?:)/iu.test(text) || /^[Đđ](?:\s?[/.]\s?c|ồng chí)[.:\s]+\p{Lu}/u.test(text);
  return opens && text.split(' ').length > 3;
}

const noRemarks = /^(?:kinh gui|lien he|nguoi (?:lien he|lap|ky|nhan)|dau moi|noi nhan|dien thoai)(?!\p{L})/u;
const titles: ReadonlySet<string> = new Set(['d', 'c', 'dc', 'dong', 'chi', 'ong', 'ba']);
const longestName = 7;
const longestLine = 2_000;

/** The people, by their folded names, of whom a line says more than who they are or signs as. */
export function saidOf(line: string, names: ReadonlySet<string>): readonly string[] {
  const text = tidyText(line.slice(0, longestLine));
  if (noRemarks.test(foldName(text))) return [];
  const words = foldedWords(text);
  const said: string[] = [];
  for (let at = 0; at < words.length; at++)
    for (let length = Math.min(longestName, words.length - at); length > 1; length--) {
      const name = words.slice(at, at + length).join(' ');
      if (!names.has(name)) continue;
      const others = words.toSpliced(at, length).filter((word) => !titles.has(word));
      const isSigned = at + length === words.length && namesPost(text);
      if (others.length > 1 && !isSigned) said.push(name);
      at += length - 1;
      break;
    }
  return said;
}

/** As {@link saidOf} takes it; of one word nobody is told apart. */
export const nameToFind = (name: string): string => foldedWords(withoutTitles(name) ?? name).join(' ');

const foldedWords = (text: string): readonly string[] =>
  foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
