import { resultMailWords } from './result-mail.words';

describe('the mail about a result', () => {
  it('says the word class once, whether or not the name says it', () => {
    const { completed, notCompleted } = resultMailWords.vi;
    expect(completed('Lớp đảng viên mới khóa 3 (DVM-3)')).toContain('đã hoàn thành Lớp đảng viên mới khóa 3 (DVM-3).');
    expect(notCompleted('Sơ cấp lý luận chính trị (SC-1)')).toContain('không hoàn thành lớp Sơ cấp lý luận chính trị');
  });
});
