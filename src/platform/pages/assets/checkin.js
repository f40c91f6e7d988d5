// Checking in by code works without this file wherever there is a network. It keeps a scan made without one.
const shelf = 'check-in scan';
const hoursKept = 72;

if (document.querySelector('[data-keeps-worker]') && 'serviceWorker' in navigator) {
  navigator.serviceWorker.register(`/check-in/worker.js?lang=${document.documentElement.lang}`, {
    scope: '/check-in/',
  });
}

// The server answered, with yes or no: nothing is left to send.
if (document.querySelector('[data-scan-answered]')) localStorage.removeItem(shelf);

const atOnce = document.querySelector('form[data-sends-at-once]');
if (atOnce) atOnce.requestSubmit();

const keeper = document.querySelector('[data-keeps-scan]');
if (keeper) {
  const form = keeper.querySelector('form');
  const scan = keptScan(location.pathname.replace('/check-in/', ''));
  if (scan) {
    keeper.querySelector('[data-scan-time]').textContent = new Date(scan.scannedAt).toLocaleTimeString('vi-VN');
    keeper.hidden = false;
    document.querySelector('[data-nothing-kept]').hidden = true;
    form.action = `/check-in/${scan.token}`;
    form.elements.scannedAt.value = scan.scannedAt;
    const send = async () => {
      const answer = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
      if (answer?.ok) form.submit();
    };
    addEventListener('online', send);
    setInterval(send, 10_000);
    send();
  }
}

/** The scan of this address, or the one kept before; its moment is that of the first try. */
function keptScan(token) {
  let before = null;
  try {
    before = JSON.parse(localStorage.getItem(shelf));
  } catch {
    // What cannot be read is written anew.
  }
  const isOld = before && Date.now() - Date.parse(before.scannedAt) > hoursKept * 3_600_000;
  const isCode = token.includes('.');
  if (before && !isOld && (before.token === token || !isCode)) return before;
  if (!isCode) return null;
  const scan = { token, scannedAt: new Date().toISOString() };
  localStorage.setItem(shelf, JSON.stringify(scan));
  return scan;
}
