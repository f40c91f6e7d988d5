import { type ComponentChildren, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { CurrentLists } from './exports/current-lists';
import { ListsOfPage } from './exports/taken-list';
import { CurrentFields, FieldsOfPage } from './faults';
import { Layout } from './layout';
import { CurrentPage, type PageContext } from './page-context';

/** A whole document: the body inside the layout. */
export function renderPage(context: PageContext, title: string, body: ComponentChildren): string {
  return `<!doctype html>${renderFragment(context, h(Layout, { context, title, children: body }))}`;
}

/** A piece of a page without the layout, for what htmx puts in place of a part. */
export function renderFragment(context: PageContext, body: ComponentChildren): string {
  const first = new FieldsOfPage([]);
  const html = drawn(context, body, first);
  return first.isAskedFor ? drawn(context, body, new FieldsOfPage(first.shown)) : html;
}

function drawn(context: PageContext, body: ComponentChildren, fields: FieldsOfPage): string {
  const inFields = h(CurrentFields.Provider, { value: fields, children: body });
  const inLists = h(CurrentLists.Provider, { value: new ListsOfPage(context.taken ?? null), children: inFields });
  return renderToString(h(CurrentPage.Provider, { value: context, children: inLists }));
}
