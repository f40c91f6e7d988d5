import { momentAt } from '../../clock';
import type { Locale } from '../../messages/words';
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
export function valueOfCell(text: string, isNumber: boolean, locale: Locale): Written {
  const asDay = day.exec(text);
  if (asDay) return { day: `${asDay[3]}-${asDay[2]}-${asDay[1]}` };
  const asMoment = moment.exec(text);
  if (asMoment) return { moment: momentAt(`${asMoment[4]}-${asMoment[3]}-${asMoment[2]}`, asMoment[1]) };
  return (isNumber ? numberIn(text, locale) : null) ?? text;
}

/** 1.234 and 7,5 in Vietnamese are 1,234 and 7.5 in English; null for what is no number. */
export function numberIn(text: string, locale: Locale): number | null {
  const [thousands, decimal] = locale === 'vi' ? ['.', ','] : [',', '.'];
  const plain = text.replaceAll(thousands!, '').replace(decimal!, '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const collator = new Intl.Collator('vi', { numeric: true });
const dayInText = /(?:(\d\d:\d\d) )?(\d\d)\/(\d\d)\/(\d{4})/g;

/** Days in the order of time, numbers by size, names as Vietnamese lists have them; what is empty comes last either way. */
export function inOrder(one: string | number, other: string | number, direction: 1 | -1): number {
  if (one === '' || other === '') return Number(one === '') - Number(other === '');
  if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
  return direction * collator.compare(comparable(String(one)), comparable(String(other)));
}

const comparable = (text: string) => text.replace(dayInText, '$4-$3-$2 $1');
