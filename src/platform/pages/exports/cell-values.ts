import { momentAt } from '../../clock';
import type { Written } from '../../sheets/xlsx/written-cell';

const leftOut = /<(svg|button|form|summary|script)\b[\s\S]*?<\/\1>|<span class="visually-hidden">[\s\S]*?<\/span>/g;
const newLine = /<br\b[^>]*>|<\/?(?:div|p|li|dd|dt|small)\b[^>]*>/g;
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** What a reader sees of a cell, line by line, without what is only pressed. */
export function textOfCell(html: string): string {
  return html
    .replace(leftOut, '')
    .replace(newLine, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => entities[entity]!)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

const day = /^(\d\d)\/(\d\d)\/(\d{4})$/;
const moment = /^(\d\d:\d\d) (\d\d)\/(\d\d)\/(\d{4})$/;

/** A day, a moment or a number stays one in the sheet. */
export function valueOfCell(text: string, isNumber: boolean): Written {
  const asDay = day.exec(text);
  if (asDay) return { day: `${asDay[3]}-${asDay[2]}-${asDay[1]}` };
  const asMoment = moment.exec(text);
  if (asMoment) return { moment: momentAt(`${asMoment[4]}-${asMoment[3]}-${asMoment[2]}`, asMoment[1]) };
  return isNumber && /^-?\d+(?:,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}

const collator = new Intl.Collator('vi', { numeric: true });
const dayInText = /(?:(\d\d:\d\d) )?(\d\d)\/(\d\d)\/(\d{4})/g;

/** Days in the order of time, numbers by size, names as Vietnamese lists have them; what is empty comes last either way. */
export function inOrder(one: string, other: string, direction: 1 | -1): number {
  if (one === '' || other === '') return Number(one === '') - Number(other === '');
  return direction * collator.compare(comparable(one), comparable(other));
}

const comparable = (text: string) => text.replace(dayInText, '$4-$3-$2 $1');
