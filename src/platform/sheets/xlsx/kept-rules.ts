import { type XmlToken, xmlEvents, xmlTokens } from './xml';
import { editTags, escapeXml, withAttributes } from './xml-edit';

/** What may be typed into cells, and how they look by what stands in them: each a list of rules. */
const lists: Readonly<Record<string, string>> = { dataValidations: 'dataValidation', conditionalFormatting: 'cfRule' };
const formulas = new Set(['formula', 'formula1', 'formula2']);

/** These look at what stands in cells and do nothing else; none takes an address as a text. */
const harmlessFunctions = new Set(
  `ABS AND AVERAGE COLUMN COLUMNS COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DAY EXACT FIND IF IFERROR INDEX INT ISBLANK
   ISERROR ISNUMBER ISTEXT LEFT LEN LOWER MATCH MAX MID MIN MOD MONTH NOT OFFSET OR PROPER RIGHT ROUND ROW ROWS SEARCH SUM
   SUMPRODUCT TEXT TODAY TRIM UPPER VALUE VLOOKUP WEEKDAY YEAR`
    .trim()
    .split(/\s+/),
);
const addresses = /^([A-Z]{1,3}\d{1,7}|TRUE|FALSE)$/i;
const wholeColumns = /\b[A-Z]{1,3}:[A-Z]{1,3}\b/gi;

/** A name for cells of the workbook itself; any other may hold a formula. */
export const isOwnRange = (text: string): boolean =>
  /^('[^'[\]]+'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$/u.test(text);

/** The sheet with the rules that look at cells of the workbook itself, those kept beside the others for newer programs too. */
export function withHarmlessRules(xml: string, names: ReadonlySet<string>): string {
  const isHarmless = (formula: string) => reachesNothing(formula, names);
  const dropped = rulesThatReach(xml, isHarmless);
  const kept = editTags(xml, (token, tag) => {
    if (token.kind !== 'close' && dropped.has(token.from)) return null;
    return token.name === 'dataValidations' && token.kind === 'open' ? withAttributes(tag, { count: null }) : tag;
  });
  const newer = newerValidations(xml)
    .filter((rule) => rule.formulas.every(isHarmless))
    .map(({ tag }) => tag);
  return newer.length > 0 ? withValidations(kept, newer.join('')) : kept;
}

function reachesNothing(formula: string, names: ReadonlySet<string>): boolean {
  const bare = formula.replace(/"[^"]*"/g, ' ');
  // Another file, or a program.
  if (/[[\]|{}#\\]/.test(bare)) return false;
  const words = bare
    .replace(/'[^']*'!/g, ' ')
    .replaceAll('$', '')
    .replace(wholeColumns, ' ')
    .matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\s*([(!]?)/gu);
  return [...words].every(([, word = '', behind]) => {
    if (behind === '(') return harmlessFunctions.has(word.toUpperCase());
    return behind === '!' || addresses.test(word) || names.has(word.toLowerCase());
  });
}

/** Where the rules begin that do more, and the lists that would be left without any. */
function rulesThatReach(xml: string, isHarmless: (formula: string) => boolean): ReadonlySet<number> {
  const dropped = new Set<number>();
  let list: XmlToken | null = null;
  let rule: XmlToken | null = null;
  let isLeft = false;
  let text: string | null = null;
  for (const token of xmlTokens(xml)) {
    const { kind, name } = token;
    if (!list && name in lists && kind === 'open') [list, isLeft] = [token, false];
    else if (list && name === list.name) {
      if (!isLeft) dropped.add(list.from);
      list = null;
    } else if (!list) continue;
    else if (name === lists[list.name] && kind !== 'close') {
      rule = kind === 'open' ? token : null;
      isLeft ||= kind === 'empty';
    } else if (name === lists[list.name]) {
      isLeft ||= rule !== null && !dropped.has(rule.from);
      rule = null;
    } else if (formulas.has(name)) {
      if (kind === 'close' && rule && !isHarmless(textIn(text))) dropped.add(rule.from);
      text = kind === 'open' ? '' : null;
    } else if (name === 'cfvo' && kind !== 'close' && rule) {
      const { type, val = '' } = token.attributes();
      if (type === 'formula' && !isHarmless(val)) dropped.add(rule.from);
    } else if (text !== null) text += xml.slice(token.from, token.to);
  }
  return dropped;
}

/** Of a piece of a document, its text. */
const textIn = (piece: string | null): string =>
  [...xmlEvents(piece ?? '')].map((event) => (event.kind === 'text' ? event.text : '')).join('');

/** Drop-downs that take their values from another sheet stand apart, in a shape older programs do not know. */
function newerValidations(xml: string): { readonly tag: string; readonly formulas: readonly string[] }[] {
  const found: { tag: string; formulas: string[] }[] = [];
  let attributes: Readonly<Record<string, string>> | null = null;
  let told: Record<string, string> = {};
  let within = '';
  let isNewer = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'open' && event.name === 'ext') isNewer = true;
    if (!isNewer) continue;
    if (event.kind === 'open') {
      if (event.name === 'dataValidation') [attributes, told] = [event.attributes(), {}];
      if (formulas.has(event.name) || event.name === 'sqref') within = event.name;
    } else if (event.kind === 'text') {
      if (within) told[within] = (told[within] ?? '') + event.text;
    } else {
      if (event.name === within) within = '';
      if (event.name === 'ext') isNewer = false;
      if (event.name !== 'dataValidation' || !attributes) continue;
      const { formula1, formula2, sqref = '' } = told;
      const texts = Object.entries({ formula1, formula2 }).flatMap(([name, text]) =>
        text ? [[name, text] as const] : [],
      );
      const said = Object.entries(attributes).filter(([name]) => !['uid', 'sqref'].includes(name));
      const looks = [...said, ['sqref', sqref] as const].map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
      const inside = texts.map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`).join('');
      if (sqref)
        found.push({
          tag: `<dataValidation${looks.join('')}>${inside}</dataValidation>`,
          formulas: texts.map(([, text]) => text),
        });
      attributes = null;
    }
  }
  return found;
}

/** What stands behind the list of validations in a sheet, in this order. */
const behindValidations = new Set(
  `hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors
   smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls AlternateContent webPublishItems
   tableParts extLst worksheet`
    .trim()
    .split(/\s+/),
);

function withValidations(xml: string, tags: string): string {
  const prefix = [...xmlTokens(xml)].find(({ name }) => name === 'worksheet')?.prefix ?? '';
  const prefixed = prefix ? tags.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`) : tags;
  let isThere = false;
  let hasData = false;
  return editTags(xml, ({ name, kind }, tag) => {
    if (name === 'sheetData' && kind !== 'open') hasData = true;
    if (isThere || !hasData) return tag;
    if (name === 'dataValidations' && kind === 'close') {
      isThere = true;
      return prefixed + tag;
    }
    if (!behindValidations.has(name)) return tag;
    isThere = true;
    return `<${prefix}dataValidations>${prefixed}</${prefix}dataValidations>${tag}`;
  });
}
