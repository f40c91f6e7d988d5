const longest = 4_000;
/** Where an address is read when nobody says under which name the service was called. */
const nowhere = 'own.invalid';

/**
 * The path, query and fragment of an address of this service, percent-encoded and so fit for a header; `/` for all else.
 * Whatever came from outside and is followed or printed passes here: `next`, `back`, `Referer`, a link kept with a notice.
 * @param host the name the service was called by, for an address that is given in full
 */
export function ownAddress(given: unknown, host = nowhere): string {
  if (typeof given !== 'string' || given.length > longest || !/^(\/|https?:\/\/)/.test(given)) return '/';
  if (/\p{Cc}/u.test(given)) return '/';
  const base = `http://${host}`;
  if (!URL.canParse(base) || !URL.canParse(given, base)) return '/';
  const url = new URL(given, base);
  const own = url.host === new URL(base).host && url.username === '' && url.password === '';
  const path = given.startsWith('/') ? (given.split(/[?#]/, 1)[0] ?? '') : url.pathname;
  return own && isPlain(path) && isPlain(url.pathname) ? `${url.pathname}${url.search}${url.hash}` : '/';
}

/** Whether no reader along the way, however often it decodes, could take the path for the name of another host. */
function isPlain(path: string): boolean {
  for (let read = path; ;) {
    if (/\p{Cc}|\\|\/\//u.test(read)) return false;
    const next = decoded(read);
    if (next === null) return false;
    if (next === read) return true;
    read = next;
  }
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
