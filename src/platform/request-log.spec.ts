import { withoutKeys } from './request-log';

describe('a request in the log', () => {
  it.each([
    ['/calendars/abc-DEF_123.ics', '/calendars/…'],
    ['/calendars/abc-DEF_123.ics?x=1', '/calendars/…?x=1'],
    ['/calendars/abc', '/calendars/…'],
    ['/check-in/abc.DEF', '/check-in/…'],
    ['/check-in/scans/abc.DEF', '/check-in/scans/…'],
    ['/classes/abc?calendars/abc', '/classes/abc?calendars/abc'],
  ])('%s keeps %s', (url, kept) => {
    expect(withoutKeys({ url, method: 'GET' })).toEqual({ url: kept, method: 'GET' });
  });

  it('keeps no parts of the address beside it', () => {
    const logged = withoutKeys({ url: '/calendars/secret.ics', params: { 0: 'calendars/secret.ics' } });
    expect(JSON.stringify(logged)).not.toContain('secret');
  });
});
