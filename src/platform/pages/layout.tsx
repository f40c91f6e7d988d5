import { spokenTo } from '../messages/address';
import type { ComponentChildren } from 'preact';
import { assetUrl } from './assets';
import { Header } from './header';
import { ActionButton } from './forms';
import { Icon } from './icons';
import { Notice } from './notices';
import type { Flash, PageContext } from './page-context';
import { barColours, type Theme, themes } from './page-theme';
import { signInPlace } from './sign-in-again';
import { pageWords } from './words';

/** htmx as the content policy allows it: no injected style, no eval, no copies of pages kept in the browser's storage. */
const htmxSettings = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  // An answer that asks to sign in says itself where it is to stand.
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '401', swap: true, error: false },
    { code: '[45]..', swap: false, error: true },
  ],
});

export function Layout({
  context,
  title,
  children,
}: {
  context: PageContext;
  title: string;
  children: ComponentChildren;
}) {
  const text = spokenTo(pageWords[context.locale], context.address ?? 'dong_chi');
  return (
    <html lang={context.locale} data-bs-theme={context.theme ?? undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <ThemeOfBrowser chosen={context.theme ?? null} />
        <meta name="description" content={`${text.productName}: ${text.productPurpose}`} />
        <meta name="htmx-config" content={htmxSettings} />
        <title>{`${title} – ${text.productName}`}</title>
        <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={assetUrl('icon-apple.png')} />
        <link rel="manifest" href={assetUrl(`manifest-${context.locale}.webmanifest`)} />
        <link rel="stylesheet" href={assetUrl('app.css')} />
        <script src={assetUrl('htmx.js')} defer />
        {/* A module each: a name in one of ours is not taken in another. */}
        <script src={assetUrl('app.js')} type="module" />
      </head>
      <body>
        <a class="skip-to-main" href="#main">
          {text.skipToContent}
        </a>
        <Header context={context} />
        <main id="main" class="container-xl page-main" tabIndex={-1}>
          <FlashMessage flash={context.flash} text={text} />
          <div id="request-problem" class="notice notice-danger" role="alert" hidden>
            <Icon name="block" />
            <p>{text.requestFailed}</p>
          </div>
          <div id={signInPlace} />
          {children}
        </main>
        <footer class="page-footer">
          <div class="container-xl">
            <p>{text.sensitiveData}</p>
            <p>
              {text.productName} · {text.timesShownIn}
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** What a browser draws before the stylesheet is there, and around the page. */
function ThemeOfBrowser({ chosen }: { chosen: Theme | null }) {
  if (chosen !== null) {
    return (
      <>
        <meta name="color-scheme" content={chosen} />
        <meta name="theme-color" content={barColours[chosen]} />
      </>
    );
  }
  return (
    <>
      <meta name="color-scheme" content="light dark" />
      {themes.map((theme) => (
        <meta name="theme-color" content={barColours[theme]} media={`(prefers-color-scheme: ${theme})`} />
      ))}
    </>
  );
}

function FlashMessage({ flash, text }: { flash: Flash | null; text: (typeof pageWords)['vi'] }) {
  if (!flash) return null;
  const heading = { success: text.done, danger: text.notDone, info: text.notice }[flash.tone];
  return (
    <Notice tone={flash.tone} heading={heading} role={flash.tone === 'danger' ? 'alert' : 'status'}>
      <p>{flash.text}</p>
      {flash.undo && <ActionButton id="undo" action={flash.undo} label={text.undo} />}
    </Notice>
  );
}
