import type { ComponentChildren, JSX } from 'preact';
import { assetUrl } from '../assets';
import { HiddenFields } from '../forms';
import { Icon } from '../icons';
import { useWords } from '../page-context';
import { pageWords } from '../words';

/** In the header of every page: a form that leads to all that is found, and with script shows the first of it below while one types. */
export function SearchBox() {
  const text = useWords(pageWords);
  const whileTyping = {
    'hx-get': '/search',
    'hx-trigger': 'input changed delay:250ms',
    'hx-target': '#search-found',
    'hx-sync': 'this:replace',
  };
  return (
    <search class="fold-body masthead-search" aria-label={text.searchEverything}>
      <SearchForm id="search-box" more={{ ...whileTyping, title: text.searchKey, 'aria-keyshortcuts': '/' }} />
      <div id="search-found" class="search-found" tabIndex={-1} hidden />
      <p class="visually-hidden" aria-live="polite" />
      <script src={assetUrl('search.js')} type="module" />
    </search>
  );
}

/** The same on the page of what is found. */
export function SearchAgain({ q, kind }: { q: string; kind: string | null }) {
  const text = useWords(pageWords);
  return (
    <search class="search-again" aria-label={text.search}>
      <SearchForm id="search-again" more={{ value: q }}>
        <HiddenFields fields={{ kind }} />
      </SearchForm>
    </search>
  );
}

function SearchForm({
  id,
  more,
  children,
}: {
  id: string;
  more: JSX.InputHTMLAttributes<HTMLInputElement> & Readonly<Record<`hx-${string}`, string>>;
  children?: ComponentChildren;
}) {
  const text = useWords(pageWords);
  return (
    <form method="get" action="/search" class="search-form">
      {children}
      <label class="visually-hidden" for={id}>
        {text.searchFor}
      </label>
      <input
        {...{ id, name: 'q', type: 'search', class: 'form-control', maxLength: 100, autocomplete: 'off' }}
        placeholder={text.searchFor}
        {...more}
      />
      <button type="submit" class="btn" title={text.find}>
        <Icon name="search" />
        <span class="visually-hidden">{text.find}</span>
      </button>
    </form>
  );
}
