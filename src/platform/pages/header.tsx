import { showDay } from '../clock';
import { spokenTo } from '../messages/address';
import { assetUrl } from './assets';
import { Icon } from './icons';
import { type NavigationItem, type PageContext, useWords } from './page-context';
import { SearchBox } from './frame/search-box';
import { pageWords } from './words';

export function Header({ context }: { context: PageContext }) {
  const text = spokenTo(pageWords[context.locale], context.address ?? 'dong_chi');
  const menu = context.navigation.filter(({ place }) => place !== 'corner');
  return (
    <header class="masthead">
      <div class="container-xl masthead-row">
        <a class="brand" href="/">
          <img src={assetUrl('icon.svg')} alt="" width="40" height="40" />
          <span>
            <strong class="brand-name">{text.productName}</strong>
            <span class="brand-purpose">{text.productPurpose}</span>
            <span class="visually-hidden">, {text.home}</span>
          </span>
        </a>
        {context.today && <p class="printed-on">{text.printedOn(showDay(context.today))}</p>}
        <Unread count={context.unread ?? 0} />
        {/* An empty details is the switch; what it opens are its later siblings, so wide screens need no second copy. */}
        <details class="fold-switch">
          <summary class="btn">
            <Icon name="menu" />
            {text.menu}
          </summary>
        </details>
        <AccountBox context={context} />
        {menu.length > 0 && <Navigation items={menu} label={text.mainNavigation} more={text.more} />}
        {context.actorName !== null && <SearchBox />}
      </div>
    </header>
  );
}

/** Outside the menu, so that it is seen on a phone whose menu is folded. */
function Unread({ count }: { count: number }) {
  const text = useWords(pageWords);
  if (count === 0) return null;
  return (
    <a class="btn masthead-unread" href="/notices?show=unread">
      <Icon name="bell" />
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span class="visually-hidden">{text.unreadNotices(count)}</span>
    </a>
  );
}

function Navigation({ items, label, more }: { items: readonly NavigationItem[]; label: string; more: string }) {
  const folded = items.filter(({ place }) => place === 'more');
  return (
    <nav class="fold-body masthead-nav" aria-label={label}>
      <ul>
        <Entries items={items.filter(({ place }) => place === 'line')} />
        {folded.length > 0 && (
          <li>
            <details class="masthead-more">
              <summary data-current={folded.some(({ current }) => current) ? '' : undefined}>{more}</summary>
              <ul>
                <Entries items={folded} />
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Entries({ items }: { items: readonly NavigationItem[] }) {
  return (
    <>
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </>
  );
}

function AccountBox({ context }: { context: PageContext }) {
  const text = spokenTo(pageWords[context.locale], context.address ?? 'dong_chi');
  return (
    <div class="fold-body masthead-account" role="group" aria-label={text.account}>
      {context.actorName !== null && (
        <span class="masthead-name">
          <span class="visually-hidden">{text.signedInAs} </span>
          {context.actorName}
        </span>
      )}
      {context.navigation
        .filter(({ place }) => place === 'corner')
        .map((item) => (
          <a class="btn" href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        ))}
      <LanguageSwitch context={context} />
      <ThemeSwitch context={context} />
      {context.actorName === null ? (
        <a class="btn" href="/sign-in">
          {text.signIn}
        </a>
      ) : (
        <form method="post" action="/sign-out">
          <button type="submit" class="btn">
            {text.signOut}
          </button>
        </form>
      )}
    </div>
  );
}

/** Names the other language in that language, so that whoever needs it can read it. */
function LanguageSwitch({ context }: { context: PageContext }) {
  const other = context.locale === 'vi' ? 'en' : 'vi';
  return (
    <form method="post" action="/language">
      <input type="hidden" name="locale" value={other} />
      <input type="hidden" name="back" value={context.path} />
      <button type="submit" class="btn" lang={other}>
        {other === 'en' ? 'English' : 'Tiếng Việt'}
      </button>
    </form>
  );
}

function ThemeSwitch({ context }: { context: PageContext }) {
  const text = pageWords[context.locale];
  const chosen = context.theme ?? 'system';
  const looks = { light: text.themeLight, dark: text.themeDark, system: text.themeOfSystem } as const;
  return (
    <details class="masthead-theme">
      <summary class="btn">{text.theme}</summary>
      <form method="post" action="/theme">
        <input type="hidden" name="back" value={context.path} />
        {Object.entries(looks).map(([theme, label]) => (
          <button type="submit" class="btn" name="theme" value={theme} aria-pressed={theme === chosen}>
            {label}
          </button>
        ))}
      </form>
    </details>
  );
}
