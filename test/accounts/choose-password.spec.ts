import { FirstAdministratorService } from '../../src/accounts/first-administrator.service';
import { TestApp } from '../app';

/** Where the first password of an installation is chosen; every other place asks the same. */
describe('choosing a password', () => {
  let app: TestApp;
  let code: string;

  beforeAll(async () => {
    app = await TestApp.start();
    const link = await app.get(FirstAdministratorService).newLink();
    code = new URL(link!.url).searchParams.get('code')!;
  });
  afterAll(() => app.stop());

  const choose = (password: string, language = 'vi') =>
    app
      .as(null, language)
      .post<{ code: string; errors: { field: string; code: string; message: string }[] }>(
        '/api/v1/first-administrator',
        { code, blocName: 'Đảng ủy Khối', name: 'Nguyễn Thị Hồng Nhung', email: 'hongnhung.dtao@example.vn', password },
      );

  it.each([
    ['common everywhere', 'password1234'],
    ['common here', 'matkhau123456'],
    ['of the office', 'Dangvien2026!'],
    ['a row of keys', 'qwertyuiop12'],
    ['digits in order', '123456789012'],
    ['of the own name', 'Nguyễn Thị Hồng Nhung'],
    ['of the own address', 'hongnhung.dtao'],
    ['the same over and over', 'ab1!'.repeat(50)],
  ])('refuses one that is %s, and says at its field what would do', async (_, password) => {
    const vi = await choose(password);
    expect(vi.status).toBe(422);
    expect(vi.body.errors).toMatchObject([
      { field: 'password', code: 'easy_to_guess', message: expect.stringContaining('bốn từ') as string },
    ]);
    const en = await choose(password, 'en');
    expect(en.body.errors[0]?.message).toContain('four words');
  });

  it('takes a sentence of its own', async () => {
    expect((await choose('con đường làng mùa gặt')).status).toBe(201);
  });
});
