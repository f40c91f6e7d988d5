import { knowRoute, loggedAddress, logLines, mayBeRepeated, withoutPeople } from './log-lines';

const id = '0b9f6c1e-2a54-4f0e-9c2b-9d3f5a1c7e11';

describe('a request in the log', () => {
  beforeAll(() => {
    for (const pattern of [
      '/calendars/:token.ics',
      '/check-in/scans/:token',
      '/verify/:code',
      '/people/:id',
      '/classes',
    ])
      knowRoute(pattern);
    for (const pattern of ['/api/v1/reports/joint', '/training-plans/:year', '/unsubscribe/:token', '/half-days/:id/x'])
      knowRoute(pattern);
  });

  it.each([
    ['/calendars/abc-DEF_123.ics', '/calendars/…'],
    ['/calendars/abc-DEF_123.ics?x=1', '/calendars/…?…'],
    ['/check-in/abc.DEF', '/check-in/…'],
    ['/check-in/scans/abc.DEF', '/check-in/scans/…'],
    ['/verify/A7KD-93MX', '/verify/…'],
    ['/Verify/A7KD-93MX', '/…/…'],
    ['//verify//A7KD-93MX', '//verify//…'],
    [`/unsubscribe/${id}.abcdefghijklmnopqrstuv`, '/unsubscribe/…'],
    ['/people?search=Nguy%E1%BB%85n+%C3%81nh', '/people?…'],
    ['/no-such-page?next=%2Fpeople%3Fsearch%3DAnh', '/…?…'],
    ['/people#Nguyen', '/people?…'],
    ['/Nguyen-Van-An', '/…'],
    ['/0901234567', '/…'],
    [`/people/${id}`, `/people/${id}`],
    ['/training-plans/2026', '/training-plans/2026'],
    ['/api/v1/reports/joint?year=2026', '/api/v1/reports/joint?…'],
  ])('%s keeps %s', (url, kept) => {
    expect(loggedAddress(url)).toBe(kept);
  });

  it('says who called what and nothing else, nor does its answer', () => {
    const request = { id: 7, method: 'GET', url: '/verify/A7KD', params: { code: 'A7KD' }, query: { search: 'Ánh' } };
    const headers = { referer: '/people?search=An', cookie: 'session=x', 'hx-current-url': '/people?search=An' };
    expect(logLines.req({ ...request, headers, remoteAddress: '127.0.0.1' } as never)).toEqual({
      id: 7,
      method: 'GET',
      url: '/verify/…',
      remoteAddress: '127.0.0.1',
    });
    expect(logLines.res({ statusCode: 303, headers: { location: '/check-in/scans/abc' } } as never)).toEqual({
      statusCode: 303,
    });
  });

  it('tells which addresses others may repeat', () => {
    expect([`/people/${id}`, '/classes'].every(mayBeRepeated)).toBe(true);
    expect(['/classes?search=An', '/verify/A7KD', '/check-in/scans/abc'].some(mayBeRepeated)).toBe(false);
  });
});

describe('a fault in the log', () => {
  it('of the database says where, and never what was given', () => {
    const driverError = Object.assign(new Error('invalid input syntax for type uuid: "Nguyễn Văn An"'), {
      severity: 'ERROR',
      code: '22P02',
      routine: 'string_to_uuid',
      detail: 'Key (email)=(an@example.vn) already exists.',
      where: `unnamed portal parameter $1 = 'Nguyễn Văn An'`,
      constraint: 'accounts_email',
    });
    const fault = Object.assign(new Error(driverError.message), {
      name: 'QueryFailedError',
      query: `SELECT 'Nguyễn Văn An'`,
      parameters: ['Nguyễn Văn An'],
      driverError,
    });
    const { stack, ...said } = logLines.err({ stack: fault.stack!, raw: fault }) as Record<string, unknown>;
    expect(said).toEqual({
      type: 'QueryFailedError',
      code: '22P02',
      routine: 'string_to_uuid',
      constraint: 'accounts_email',
    });
    expect(stack).toMatch(/^\s+at /);
    expect(JSON.stringify(logLines.err({ raw: driverError }))).not.toMatch(/Nguy|example/);
  });

  it.each([
    ['550 5.1.1 <an@example.vn>: Recipient address rejected', '550 5.1.1 … Recipient address rejected'],
    [`Unexpected token 'N', "Nguyễn Văn"... is not valid JSON`, 'Unexpected token …, …... is not valid JSON'],
    ['No person Nguyen Van An here', 'No person … here'],
    ['Không gửi được cho Trần Thị Ánh', '… … … cho …'],
    ['call 0901 234 567 or 0901234567', 'call … or …'],
    ['token tr_8sd7f6s8d7f6s8d7f6s8d7f', 'token …'],
    ['GET https://x.example/a?search=An failed', 'GET https://x.example/a… failed'],
    [`Cannot read properties of undefined (reading 'name')`, `Cannot read properties of undefined (reading 'name')`],
    ['connect ECONNREFUSED 127.0.0.1:6379', 'connect ECONNREFUSED 127.0.0.1:6379'],
  ])('%s becomes %s', (message, kept) => {
    expect(withoutPeople(message)).toBe(kept);
  });

  it('keeps the frames of its stack and its cause, without their messages', () => {
    const fault = new Error('Nguyễn Văn An', { cause: new Error('gửi tới an@example.vn') });
    const said = JSON.stringify(logLines.err({ raw: fault }));
    expect(said).not.toMatch(/Nguy|example/);
    expect(said).toContain('log-lines.spec');
  });
});
