// Lets a code be scanned where there is no network: the address then opens a page kept on the phone, which holds the scan.
const kept = 'check-in';
const offlinePage = '/check-in/offline';

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(kept);
      // Without cookies, what stays on a phone names nobody; so the language is asked for by its own name.
      const lang = new URL(self.location.href).searchParams.get('lang') ?? 'vi';
      const page = await fetch(offlinePage, {
        credentials: 'omit',
        cache: 'no-store',
        headers: { 'Accept-Language': lang },
      });
      const parts = [...(await page.clone().text()).matchAll(/\/assets\/[\w.-]+/g)].map(([address]) => address);
      await cache.put(offlinePage, page);
      await cache.addAll([...new Set(parts)]);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match(offlinePage)));
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(fetch(request).catch(() => caches.match(request)));
  }
});
