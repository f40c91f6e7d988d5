interface LoggedRequest {
  readonly url: string;
  readonly params?: unknown;
}

/** A request as the log keeps it: the address of a calendar, or of a code in a hall, is the key to it, so its last part is left out. */
export function withoutKeys<R extends LoggedRequest>(request: R): R {
  return {
    ...request,
    params: undefined,
    url: request.url.replace(/^(\/+(?:calendars|check-in|check-in\/scans)\/+)(?!scans\/)[^/?]+/i, '$1…'),
  };
}
