// Pages work without this file. It does a few small things that HTML alone cannot.

// Says so when a change sent by htmx did not arrive or was not accepted: htmx itself would stay silent.
const problem = document.getElementById('request-problem');
for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(failure, (event) => {
    if (event.detail.requestConfig.verb === 'get') return;
    problem.hidden = false;
    problem.scrollIntoView({ block: 'center' });
  });
}
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful) problem.hidden = true;
});

// Lets a form be sent once: a second press while the first is under way would be a second request.
const secondsBeforeRetry = 5;
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, secondsBeforeRetry * 1000);
});
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// A session that ended while htmx sent something: signing in stands above the page, and what is sent meanwhile waits for it.
const signIn = document.getElementById('sign-in-again');
const notYetSent = [];
document.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr, requestConfig } = event.detail;
  const asked = signIn.querySelector('form');
  if (xhr.status !== 401 || !asked || signIn.contains(requestConfig.elt)) return;
  const isRead = requestConfig.verb === 'get';
  // Whatever was to be changed comes before what was only to be read.
  if (!isRead && asked.getAttribute('action') === '/sign-in') return;
  event.detail.shouldSwap = false;
  if (!isRead) notYetSent.push(requestConfig);
});
document.addEventListener('htmx:afterRequest', (event) => {
  const { elt, xhr } = event.detail;
  if (!signIn.contains(elt) || xhr.status >= 400) return;
  signIn.replaceChildren();
  for (const { verb, path, elt: source, target, parameters: values } of notYetSent.splice(0))
    htmx.ajax(verb, path, { source, target, values });
});
document.addEventListener('htmx:afterSwap', ({ target }) => {
  if (!signIn.contains(target)) return;
  signIn.scrollIntoView();
  const { next } = signIn.querySelector('form')?.elements ?? {};
  if (next) next.value = location.pathname + location.search;
});

// An address may hold what somebody typed into a search: htmx tells it to nobody.
document.addEventListener('htmx:configRequest', ({ detail }) => {
  detail.headers['HX-Current-URL'] = location.pathname;
});

// What is ticked in a list goes along to where its headings, its pages and its filters lead, in the part of an address nobody is sent.
const rows = [...document.querySelectorAll('.row-check input')];
const elsewhere = document.querySelector('.ticked-elsewhere');
const broughtTicks = new URLSearchParams(location.hash.slice(1)).get('ticked')?.split(',').filter(Boolean);
if (broughtTicks) {
  const left = new Set(broughtTicks);
  for (const row of rows) row.checked = left.delete(row.value);
  if (elsewhere && left.size > 0) {
    elsewhere.hidden = false;
    elsewhere.querySelector('b').textContent = left.size;
    Object.assign(elsewhere.querySelector('input'), { value: [...left].join(), checked: true });
  }
  history.replaceState(history.state, '', location.pathname + location.search);
}
const ticks = () => {
  const kept = elsewhere?.querySelector('input:checked');
  const values = [...rows.filter((row) => row.checked), ...(kept ? [kept] : [])].map(({ value }) => value);
  // A page without rows, such as one a filter emptied, hands on what it was brought.
  return rows.length > 0 ? values : (broughtTicks ?? []);
};
document.addEventListener('click', ({ target }) => {
  const link = target.closest?.('a.sort-link, .pager a, .filters a');
  if (link && (rows.length > 0 || broughtTicks)) link.hash = `ticked=${ticks().join()}`;
});
document.addEventListener('submit', ({ target }) => {
  if (!target.matches('.filters-form') || (rows.length === 0 && !broughtTicks)) return;
  const address = new URL(target.action);
  address.hash = `ticked=${ticks().join()}`;
  target.action = address.href;
});

// A row of tabs that scrolls begins with the one that is open in sight.
for (const tab of document.querySelectorAll('.class-tabs [aria-current]')) {
  const row = tab.closest('.class-tabs');
  row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}

// The way back to a list leads to where its reader was in it: its page, its filters and its order.
const back = document.querySelector('a.back-link');
if (back && !back.search && window.navigation?.currentEntry) {
  const before = navigation.entries().slice(0, navigation.currentEntry.index);
  const left = before.map(({ url }) => url && new URL(url)).findLast((url) => url && url.pathname === back.pathname);
  if (left) back.href = left.pathname + left.search;
}
