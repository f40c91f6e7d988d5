import { addUp } from './participation';
import type { Participation } from './participation.queries';
import { openingOfStudy } from './study-opening';

describe('a study opens', () => {
  const nothing = {
    exempt: 0,
    nonMembers: 0,
    attendedExempt: 0,
    attendedNonMembers: 0,
    attendedOutsideRoll: 0,
    essays: 0,
  };
  const unit = (unitCode: string, obliged: number, attendedMembers: number, more: Partial<Participation> = {}) =>
    ({
      ...nothing,
      ...{
        unitCode,
        obliged,
        members: obliged,
        registered: attendedMembers,
        attendedMembers,
        held: true,
        minimumShare: null,
      },
      ...{ rate: (attendedMembers * 100) / obliged, done: attendedMembers > 0 },
      ...more,
    }) as Participation;
  const opening = (units: readonly Participation[]) => {
    const overview = { item: { id: 'k' }, units, totals: addUp(units) };
    return openingOfStudy(overview as unknown as Parameters<typeof openingOfStudy>[0], 'vi');
  };

  it('with who is called before it is held', () => {
    const { happened, standsOut } = opening([unit('AA', 10, 0, { held: false, rate: null })]);
    expect(happened).toBe('Hội nghị chưa diễn ra; triệu tập 10 đảng viên của 1 đơn vị.');
    expect(standsOut).toBe('Chưa đơn vị nào đăng ký người dự.');
  });

  it('with who came, where fewest did, and whom to make up for', () => {
    expect(opening([unit('AA', 10, 10), unit('BB', 10, 5)])).toEqual({
      happened: '15/20 đảng viên phải dự đã dự (75,0%); 2/2 đơn vị đã học.',
      standsOut: 'Tỷ lệ dự thấp nhất ở BB: 50,0%.',
      toDo: {
        sentence: 'Việc cần làm: bố trí học bù cho 5 đảng viên chưa dự.',
        href: '/classes/k/participation?sort=rate',
      },
    });
  });

  it('calmly where everybody came', () => {
    expect(opening([unit('AA', 4, 4)])).toMatchObject({
      standsOut: 'Không có đơn vị nào ở mức phải chú ý.',
      toDo: { sentence: 'Hiện không có việc gì phải làm thêm.' },
    });
  });
});
