import { invitationSlip } from './slip';

describe('an invitation on paper', () => {
  const to = { name: 'Mai Mới Vào', unitName: null, email: 'moi@example.vn', link: 'https://dao-tao.vn/invitations/x' };
  const textOf = (provider: string | null) =>
    JSON.stringify(invitationSlip({ ...to, provider }, new Date('2026-01-12T01:00:00Z'), 0));

  it('tells whoever may come by a password to choose one', () => {
    expect(textOf(null)).toContain('Tự đặt mật khẩu, ít nhất 12 ký tự');
  });

  it('asks for none where it would be refused, and names the way in', () => {
    expect(textOf('Cổng Tập đoàn')).toContain('bấm “Đăng nhập bằng Cổng Tập đoàn”');
    expect(textOf('Cổng Tập đoàn')).not.toContain('Tự đặt mật khẩu');
  });
});
