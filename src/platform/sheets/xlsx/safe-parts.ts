import { isOwnRange, withHarmlessRules } from './kept-rules';
import { xmlTokens } from './xml';
import { editTags, withAttributes } from './xml-edit';

type Ids = ReadonlySet<string>;

const plainWorkbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const harmlessExtensions = /^(xml|rels|vml|png|jpe?g|gif|bmp|emf|wmf|tiff?|svg)$/i;

/** The list of content types, of the parts that are kept; a workbook for macros or a template becomes a plain one. */
export function contentTypesOf(xml: string, isKept: (part: string) => boolean): string {
  return editTags(xml, (token, tag) => {
    if (token.name !== 'Default' && token.name !== 'Override') return tag;
    const { Extension = '', PartName = '', ContentType = '' } = token.attributes();
    const part = PartName.replace(/^\//, '').toLowerCase();
    if (token.name === 'Default' ? !harmlessExtensions.test(Extension) : !isKept(part)) return null;
    return /(sheet|template|addin)(\.macroEnabled)?\.main\+xml$/i.test(ContentType)
      ? withAttributes(tag, { ContentType: plainWorkbook })
      : tag;
  });
}

const droppedFromWorkbook = new Set([
  'externalReferences',
  'pivotCaches',
  'functionGroups',
  'smartTagTypes',
  'webPublishObjects',
  'AlternateContent',
  'extLst',
]);
/** Names a spreadsheet gives to ranges itself. */
const rangeNames = new Set(['_xlnm.Print_Area', '_xlnm.Print_Titles', '_xlnm._FilterDatabase']);
/** Any other may hold a formula, or run by what it is called. */
const isKept = (name: string, text: string) =>
  rangeNames.has(name) ? !/[[(]/.test(text) : isOwnRange(text) && !/^(auto_|_xlnm)/i.test(name);

/** The names that stay in a workbook, in small letters. */
export function namesKept(xml: string): Ids {
  const names = [...xmlTokens(xml)].flatMap(({ name, kind, to, attributes }) => {
    const called = name === 'definedName' && kind === 'open' ? (attributes()['name'] ?? '') : '';
    return called && isKept(called, xml.slice(to, xml.indexOf('<', to))) ? [called.toLowerCase()] : [];
  });
  return new Set(names);
}

/** The workbook with only the sheets that are kept. */
export function workbookOf(xml: string, ids: Ids): string {
  let losesSheets = false;
  const withSheets = editTags(xml, (token, tag) => {
    if (droppedFromWorkbook.has(token.name)) return null;
    if (token.name !== 'sheet' || token.kind === 'close' || ids.has(token.attributes()['id'] ?? '')) return tag;
    losesSheets = true;
    return null;
  });
  // Names and the view count the sheets, so that a sheet less makes them point at another.
  return editTags(withSheets, (token, tag) => {
    if (token.name === 'workbookView' && losesSheets) return withAttributes(tag, { activeTab: null, firstSheet: null });
    if (token.name !== 'definedName' || token.kind === 'close') return tag;
    const text = withSheets.slice(token.to, withSheets.indexOf('<', token.to));
    return isKept(token.attributes()['name'] ?? '', text) && !losesSheets ? tag : null;
  });
}

const droppedFromSheets = new Set([
  'f',
  'AlternateContent',
  'controls',
  'customProperties',
  'customSheetViews',
  'dataConsolidate',
  'extLst',
  'hyperlinks',
  'oleObjects',
  'webPublishItems',
]);
const pointsToPart = new Set(['drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'tablePart']);

/** The sheet with the values its formulas had and the harmless rules of its cells, and without what points to parts that are not kept. */
export function sheetWithoutFormulas(xml: string, ids: Ids, names: Ids): string {
  return editTags(withHarmlessRules(xml, names), (token, tag) => {
    if (token.kind === 'close') return tag;
    if (droppedFromSheets.has(token.name)) return null;
    if (pointsToPart.has(token.name)) return ids.has(token.attributes()['id'] ?? '') ? tag : null;
    if (token.name === 'tableParts') return withAttributes(tag, { count: null });
    if (token.name === 'pageSetup') return withAttributes(tag, { [nameOf(tag, /\s([^\s=]+:id)\s*=/)]: null });
    // Marks of cells whose value is described in a part of its own.
    return token.name === 'c' && /\s[cv]m\s*=/.test(tag) ? withAttributes(tag, { cm: null, vm: null }) : tag;
  });
}

export function tableWithoutFormulas(xml: string): string {
  return editTags(xml, (token, tag) => {
    if (/Formula$/.test(token.name)) return token.kind === 'close' ? tag : null;
    return token.name === 'table' && token.kind === 'open'
      ? withAttributes(tag, { tableType: null, connectionId: null })
      : tag;
  });
}

/** Pictures stay; what happens when one clicks them does not. */
export function drawingWithoutLinks(xml: string): string {
  return editTags(xml, (token, tag) => {
    if (/^hlink(Click|Hover|MouseOver)$/.test(token.name)) return token.kind === 'close' ? tag : null;
    return /\s(macro|textlink)\s*=/.test(tag) ? withAttributes(tag, { macro: '', textlink: null }) : tag;
  });
}

function nameOf(tag: string, name: RegExp): string {
  return name.exec(tag)?.[1] ?? '';
}
