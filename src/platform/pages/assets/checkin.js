// Checking in by code works without this file wherever there is a network. It keeps scans made without one.
const shelf = 'check-in scans';
// The server answers each, however late; by its own clock a phone could only throw away what it should have sent.
const mostKept = 20;

if (document.querySelector('[data-keeps-worker]') && 'serviceWorker' in navigator) {
  navigator.serviceWorker.register(`/check-in/worker.js?lang=${document.documentElement.lang}`, {
    scope: '/check-in/',
  });
}

// The server answered one scan, with yes or no; it names the code. Others wait for their own answer.
const answered =
  document.querySelector('[data-scan-answered]')?.dataset.scanAnswered ??
  new URLSearchParams(location.search).get('answered');
if (answered) keep(keptScans().filter(({ token }) => !token.startsWith(`${answered}.`)));

// There is a network: what was scanned without one goes out, the earliest first.
const [waiting] = document.querySelector('[data-sends-kept]') ? keptScans() : [];
if (waiting) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = `/check-in/${waiting.token}`;
  const moment = document.createElement('input');
  moment.type = 'hidden';
  moment.name = 'scannedAt';
  moment.value = waiting.scannedAt;
  form.append(moment);
  document.body.append(form);
  form.submit();
}

const atOnce = document.querySelector('form[data-sends-at-once]');
if (atOnce) atOnce.requestSubmit();

const keeper = document.querySelector('[data-keeps-scan]');
if (keeper) {
  const form = keeper.querySelector('form');
  const shown = keptScan(location.pathname.replace('/check-in/', ''));
  const [first] = keptScans();
  if (shown) {
    keeper.querySelector('[data-scan-time]').textContent = new Date(shown.scannedAt).toLocaleTimeString('vi-VN');
    keeper.hidden = false;
    document.querySelector('[data-nothing-kept]').hidden = true;
    form.action = `/check-in/${first.token}`;
    form.elements.scannedAt.value = first.scannedAt;
    const send = async () => {
      const answer = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
      if (answer?.ok) form.submit();
    };
    addEventListener('online', send);
    setInterval(send, 10_000);
    send();
  }
}

/** The scan of this address, or the last one kept; its moment is that of the first try. */
function keptScan(token) {
  const kept = keptScans();
  const known = kept.find((scan) => scan.token === token);
  if (known || !token.includes('.')) return known ?? kept.at(-1) ?? null;
  const scan = { token, scannedAt: new Date().toISOString() };
  keep([...kept, scan]);
  return scan;
}

/** In the order they were scanned: coming in before going out. */
function keptScans() {
  try {
    return (JSON.parse(localStorage.getItem(shelf)) ?? []).slice(-mostKept);
  } catch {
    // What cannot be read is written anew.
    return [];
  }
}

function keep(scans) {
  localStorage.setItem(shelf, JSON.stringify(scans));
}
