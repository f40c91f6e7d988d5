import type { Part, Parts } from '../archive';
import { type Relation, relationsOf, relationsPartOf, textOf } from './parts';
import {
  contentTypesOf,
  drawingWithoutLinks,
  namesKept,
  sheetWithoutFormulas,
  tableWithoutFormulas,
  workbookOf,
} from './safe-parts';
import { editTags } from './xml-edit';

/** What may be reached from each kind of part. Whatever stands here neither computes, nor runs, nor reaches out. */
const reachable: Readonly<Record<string, readonly string[]>> = {
  '': ['officeDocument', 'core-properties', 'extended-properties', 'custom-properties'],
  officeDocument: ['worksheet', 'styles', 'sharedStrings', 'theme'],
  worksheet: ['drawing', 'image', 'comments', 'vmlDrawing', 'table'],
  drawing: ['image'],
  vmlDrawing: ['image'],
  theme: ['image'],
};

const harmlessParts = /\.(xml|vml|png|jpe?g|gif|bmp|emf|wmf|tiff?|svg)$/i;
const contentTypes = '[Content_Types].xml';

/**
 * The package without formulas, macros, embedded objects, links to other files, and what only serves them.
 * Only what is known to be harmless is taken over, found from the root by its relations; cells keep the values they had.
 */
export function withoutWhatRuns(parts: Parts): Map<string, Part> {
  const kept = new Map<string, Part>();
  const book = relationsOf(parts, '').find(({ type }) => type === 'officeDocument');
  const names = namesKept(book ? textOf(parts, book.target, '') : '');
  const visit = (part: string, kind: string): void => {
    const relations = relationsOf(parts, part);
    const ids = new Set<string>();
    for (const relation of relations) {
      if (!mayReach(parts, kind, relation)) continue;
      ids.add(relation.id);
      if (!kept.has(relation.target.toLowerCase())) {
        keep(kept, parts, relation.target);
        visit(relation.target, relation.type);
      }
    }
    if (ids.size > 0) {
      keep(kept, parts, relationsPartOf(part), (xml) =>
        editTags(xml, (token, tag) =>
          token.name === 'Relationship' && !ids.has(token.attributes()['Id'] ?? '') ? null : tag,
        ),
      );
    }
    const clean = cleanerOf(kind, ids, names);
    if (clean) keep(kept, parts, part, clean);
  };
  visit('', '');
  const first = parts.has(contentTypes.toLowerCase()) ? [contentTypes.toLowerCase()] : [];
  keep(kept, parts, contentTypes, (xml) => contentTypesOf(xml, (name) => kept.has(name)));
  // Some programs look for the content types at the very beginning.
  return new Map([...first, ...kept.keys()].map((name) => [name, kept.get(name)!]));
}

function cleanerOf(
  kind: string,
  ids: ReadonlySet<string>,
  names: ReadonlySet<string>,
): ((xml: string) => string) | null {
  if (kind === 'officeDocument') return (xml) => workbookOf(xml, ids);
  if (kind === 'worksheet') return (xml) => sheetWithoutFormulas(xml, ids, names);
  if (kind === 'drawing') return drawingWithoutLinks;
  return kind === 'table' ? tableWithoutFormulas : null;
}

function mayReach(parts: Parts, kind: string, relation: Relation): boolean {
  if (relation.isExternal || !(reachable[kind] ?? []).includes(relation.type)) return false;
  if (!parts.has(relation.target.toLowerCase()) || !harmlessParts.test(relation.target)) return false;
  // A drawing would be broken by taking out the chart or object it shows.
  if (relation.type === 'drawing') return showsOnlyPictures(parts, relation.target);
  return relation.type !== 'vmlDrawing' || holdsOnlyNotes(textOf(parts, relation.target));
}

function showsOnlyPictures(parts: Parts, drawing: string): boolean {
  return relationsOf(parts, drawing).every(
    (relation) => relation.type === 'hyperlink' || mayReach(parts, 'drawing', relation),
  );
}

/** The old drawings hold the notes on cells and pictures of the page header, but also buttons and objects. */
function holdsOnlyNotes(vml: string): boolean {
  const kinds = [...vml.matchAll(/ObjectType\s*=\s*["'](\w*)/gi)].map(([, kind]) => kind);
  return kinds.every((kind) => kind === 'Note') && !/Fmla|<o:OLEObject|macro/i.test(vml);
}

function keep(kept: Map<string, Part>, parts: Parts, name: string, clean?: (xml: string) => string): void {
  const part = parts.get(name.toLowerCase());
  if (!part) return;
  const data = clean ? Buffer.from(clean(part.data.toString('utf8'))) : part.data;
  kept.set(name.toLowerCase(), { name: part.name, data });
}
