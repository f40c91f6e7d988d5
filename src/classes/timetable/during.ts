/** How PostgreSQL writes a range of moments, the end not included. */
export function rangeOf({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): string {
  return `[${startsAt.toISOString()},${endsAt.toISOString()})`;
}

/** The two ends of a range as PostgreSQL answers it: `["2026-01-17 00:30:00+00","2026-01-17 04:30:00+00")`. */
export function momentsOf(range: string): { startsAt: Date; endsAt: Date } {
  const [from = '', to = ''] = range
    .slice(1, -1)
    .split(',')
    .map((end) => end.replaceAll('"', ''));
  return { startsAt: new Date(asIso(from)), endsAt: new Date(asIso(to)) };
}

/** `2026-01-17 00:30:00+00` as ISO 8601, whose offsets have minutes. */
const asIso = (moment: string) => moment.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
