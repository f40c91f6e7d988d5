export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `path` with a query string; what is empty is left out, so that addresses stay short and comparable. */
export function linkTo(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}
