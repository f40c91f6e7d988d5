import { type ComponentChildren, toChildArray } from 'preact';
import { useLists } from './exports/current-lists';
import { orderOf } from './exports/list';
import { type FormValues, CurrentForm, choicesAt } from './form-scope';
import { HiddenFields, SubmitButton } from './forms';
import { Icon } from './icons';
import { type Query, linkTo } from './links';
import { Problem } from './notices';
import { usePage, useWords } from './page-context';
import { filterFormId } from './wrong-filters';
import { pageWords } from './words';
import { CheckField } from './choices';

/** Whether something is typed to be looked for; a year or a unit alone is only shown. */
const asksForWords = (children: ComponentChildren) =>
  toChildArray(children).some((child) => typeof child === 'object' && ['search', 'q'].includes(nameOf(child.props)));

const nameOf = (props: unknown) => (props as { readonly name?: string }).name ?? '';

/** Narrows a list by its address, so that what is shown can be bookmarked. On a phone it unfolds on request. */
export function Filters({
  action,
  values,
  hidden,
  children,
}: {
  action: string;
  values: FormValues;
  /** What the address keeps besides the filters, such as the order. */
  hidden?: Query;
  children: ComponentChildren;
}) {
  const text = useWords(pageWords);
  const page = usePage();
  const { refusal, typed } = page.wrongFilters ?? { refusal: null, typed: {} };
  const shown = { ...values, ...typed };
  const order = orderOf(page);
  const kept = 'sort' in values ? hidden : { ...order, ...hidden };
  const isFiltered = Object.keys(shown).some((name) => choicesAt(shown, name).length > 0);
  return (
    <search class="filters">
      <Problem refusal={refusal} formId={filterFormId} />
      <details class="fold-switch" open={isFiltered}>
        <summary class="btn">
          <Icon name="filter" />
          {text.filter}
        </summary>
      </details>
      <form method="get" action={action} class="fold-body filters-form" aria-label={text.filter}>
        <HiddenFields fields={kept} />
        <CurrentForm.Provider value={{ id: filterFormId, values: shown, errors: refusal?.fields ?? [] }}>
          {children}
        </CurrentForm.Provider>
        <div class="actions">
          <SubmitButton label={asksForWords(children) ? text.applyFilter : text.showFiltered} />
          {isFiltered && (
            <a class="btn" href={linkTo(action, kept)}>
              {text.clearFilter}
            </a>
          )}
        </div>
      </form>
    </search>
  );
}

/** In a list a desk leads to: only what waits for the reader in that office of theirs; unticked, all they see. */
export function WaitsForMe({ value }: { value: string | undefined }) {
  const { waitsForMe } = useWords(pageWords);
  return value === undefined ? null : <CheckField name="waitsFor" value={value} label={waitsForMe} />;
}

/** Moves through a list by keyset cursor: onward while there is more, and back to the start. */
export function Pager({
  path,
  query = {},
  next,
  isFirstPage,
  cursor = 'cursor',
}: {
  path: string;
  /** The filters in force, without the cursor. */
  query?: Query;
  /** The cursor the list answered with; null at its end. */
  next: string | null;
  isFirstPage: boolean;
  /** How the address calls the cursor, where a page has several lists. */
  cursor?: string;
}) {
  const text = useWords(pageWords);
  useLists().turn(cursor, next);
  if (next === null && isFirstPage) return null;
  return (
    <nav class="pager" aria-label={text.pages}>
      {!isFirstPage && (
        <a class="btn" href={linkTo(path, query)}>
          {text.firstPage}
        </a>
      )}
      {next !== null && (
        <a class="btn" href={linkTo(path, { ...query, [cursor]: next })} rel="next">
          {text.nextPage}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}
