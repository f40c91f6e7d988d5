import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';

describe('an address', () => {
  let app: TestApp;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    const a = new Builders(app);
    secretary = await a.secretaryOf(await a.unit());
  });
  afterAll(() => app.stop());

  const read = async (path: string, accept: string, account: BuiltAccount | null = null) => {
    const answer = await app.signedIn(account).with({ accept }).get<string>(path);
    const heading = /<h1[^>]*>([^<]*)/.exec(answer.text)?.[1];
    return [answer.status, answer.headers.get('content-type')?.split(';')[0], heading];
  };

  it.each(['text/html,application/xhtml+xml', '*/*'])(
    'that nobody has is a page that says what to do, to %s',
    async (accept) => {
      expect(await read('/nothing-here', accept)).toEqual([404, 'text/html', 'Không tìm thấy trang']);
      expect(await read('/%zz', accept)).toEqual([404, 'text/html', 'Không tìm thấy trang']);
      const { text } = await app.as(null).with({ accept }).get<string>('/nothing-here');
      expect(text).toContain('Hãy về trang đầu rồi mở lại từ danh mục.');
      expect(text).toContain('href="/"');
      expect(text).toContain('<p class="printed-on">In ngày 05/01/2026</p>');
    },
  );

  it('of the API that nobody has is a problem for a program', async () => {
    expect(await read('/api/v1/nothing-here', '*/*')).toEqual([404, 'application/problem+json', undefined]);
  });

  it('to which only a form is sent leads to the page of that form', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const locationOf = async (path: string) => {
      const { status, headers } = await app.signedIn(secretary).get(path);
      return `${status} ${headers.get('location')}`;
    };
    expect(await locationOf(`/classes/${id}/announcement`)).toBe(`303 /classes/${id}`);
    expect(await locationOf('/sign-out')).toBe('303 /');
  });

  it.each(['text/html', '*/*'])('that is not theirs is a page that says so, to %s', async (accept) => {
    expect(await read('/operations', accept, secretary)).toEqual([403, 'text/html', 'Không có quyền']);
    expect(await read('/people/00000000-0000-4000-8000-000000000000', accept, secretary)).toEqual([
      404,
      'text/html',
      'Không tìm thấy trang',
    ]);
  });

  it('says of what was asked wrongly in words what it is, not by the name of a field', async () => {
    const { status, text } = await app.signedIn(secretary).get<string>('/calendar?day=mai&view=x');
    expect(status).toBe(422);
    expect(text).toContain('<strong>Ngày: </strong>Ngày viết theo thứ tự ngày/tháng/năm');
    expect(text).not.toContain('<strong>day');
  });
});
