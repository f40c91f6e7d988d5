const suffix = '.elsewhere';

/** One more than a list may have, so that who reads it refuses a longer one. */
const most = 1001;

/** The name under which a form sends, in one text, what is ticked and not on its page, so that one box lets all of it go. */
export const elsewhereOf = (name: string) => name + suffix;

/** Puts what is ticked elsewhere beside what is ticked on the page, before anybody reads the form. */
export function gatherTicks(fields: Record<string, unknown>): void {
  for (const key of Object.keys(fields).filter((one) => one.endsWith(suffix))) {
    const name = key.slice(0, -suffix.length);
    const elsewhere = String(fields[key]).split(',', most).filter(Boolean);
    delete fields[key];
    if (elsewhere.length > 0) fields[name] = [fields[name] ?? [], elsewhere].flat();
  }
}
