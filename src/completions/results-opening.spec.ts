import { openingOfResults } from './results-opening';

describe('the results of a class open', () => {
  const of = (completed: number, notCompleted: number) =>
    openingOfResults({ completed, notCompleted, certificates: completed, diplomas: 0 }, '/classes/1/completion', 'vi');

  it('calmly where everybody completed, or nobody was there', () => {
    expect(of(5, 0)).toEqual({
      happened: '5/5 học viên hoàn thành; đã cấp 5 giấy chứng nhận, bằng.',
      standsOut: 'Không có gì khác mức thường gặp.',
      toDo: { sentence: 'Hiện không có việc gì phải làm thêm.' },
    });
    expect(of(0, 0).happened).toBe('Lớp không có học viên nào để xét kết quả.');
  });

  it('with who fell short where more than a fifth did', () => {
    expect(of(4, 1).standsOut).toBe('Không có gì khác mức thường gặp.');
    expect(of(3, 1)).toMatchObject({
      standsOut: '25,0% chưa hoàn thành, nhiều hơn mức thường gặp.',
      toDo: { href: '/classes/1/completion?completed=false' },
    });
  });
});
