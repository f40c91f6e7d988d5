import type { Coverage } from '../coverage.service';
import { figuresOf, type Counts } from '../figures';
import type { JointReport, UnitScorecard } from '../reports.service';
import { openingOfCoverage } from './coverage-opening';
import { openingOfJoint } from './joint-opening';
import { openingOfScorecard } from './scorecard-opening';

const none = { planned: 0, announced: 0, open: 0, closed: 0, cancelled: 0, total: 0 };
const joint = (counts: Counts, units: Readonly<Record<string, Counts>> = {}, classes: Partial<typeof none> = {}) =>
  ({
    year: 2026,
    asOf: '2026-06-01',
    courses: [],
    units: Object.entries(units).map(([unitCode, its]) => ({ unitCode, ...figuresOf(its) })),
    total: { ...figuresOf(counts), classes: { ...none, ...classes }, capacity: { seats: 0, pool: 0 } },
    studySessions: [],
  }) as unknown as JointReport;
const sentences = ({ happened, standsOut, toDo }: ReturnType<typeof openingOfJoint>) => [
  happened,
  standsOut,
  toDo.sentence,
];

describe('the joint report opens', () => {
  it('calmly where nothing happened', () => {
    expect(sentences(openingOfJoint(joint({}), 'vi'))).toEqual([
      'Năm 2026 chưa có lớp nào khai giảng.',
      'Chưa có số liệu để so sánh.',
      'Hiện không có việc gì phải làm thêm.',
    ]);
    expect(openingOfJoint(joint({}, {}, { planned: 2 }), 'en').happened).toContain('2 classes are planned');
  });

  it('with the worst that stands out, and with whose turn it is', () => {
    const year = joint(
      { allocated: 10, free: 3, accepted: 7, waitingForOffice: 4, enrolled: 7, judged: 4, completed: 3 },
      { AA: { judged: 2, completed: 2 }, BB: { judged: 2, completed: 1, allocated: 5, free: 3 } },
      { open: 1, closed: 1 },
    );
    const opening = openingOfJoint(year, 'vi');
    expect(sentences(opening)).toEqual([
      'Năm 2026 đã mở 2 lớp, 1 lớp đã kết thúc: 11 lượt cử đi học, 7 học viên, 3 người hoàn thành.',
      'Mới 75,0% học viên đã xét kết quả hoàn thành; thấp nhất là BB, 50,0%.',
      'Việc cần làm: văn phòng xét 4 lượt cử đang chờ.',
    ]);
    expect(opening.toDo.href).toBe('/reports/behind?number=waitingForOffice&year=2026');
  });

  it('with free seats from a fifth on, and with nothing below', () => {
    const seats = (free: number) => joint({ allocated: 10, free }, { AA: { allocated: 10, free } }, { open: 1 });
    expect(openingOfJoint(seats(2), 'vi').standsOut).toBe('Còn 2/10 chỉ tiêu chưa có người; nhiều nhất ở AA, 2/10.');
    expect(openingOfJoint(seats(1), 'vi').standsOut).toBe('Không có số liệu nào ở mức phải chú ý.');
  });
});

describe('a scorecard opens', () => {
  const card = (counts: Counts, keyCadres: UnitScorecard['keyCadres'] = []) =>
    ({ year: 2026, unitId: 'u', unitCode: 'LIX', ...figuresOf(counts), keyCadres }) as unknown as UnitScorecard;

  it('calmly where nobody was sent', () => {
    expect(sentences(openingOfScorecard(card({}), 'vi'))).toEqual([
      'Năm 2026 LIX chưa cử ai đi học.',
      'Không có số liệu nào ở mức phải chú ý.',
      'Hiện không có việc gì phải làm thêm.',
    ]);
  });

  it('with what the unit can do next', () => {
    expect(openingOfScorecard(card({ returned: 2, allocated: 4, free: 1 }), 'vi').toDo.sentence).toContain(
      '2 lượt bị trả lại',
    );
    expect(openingOfScorecard(card({ allocated: 4, free: 1, fillable: 1 }), 'vi').toDo.href).toBe(
      '/reports/behind?number=fillable&year=2026&unitId=u',
    );
    // A class that is confirmed or over takes nobody any more.
    expect(openingOfScorecard(card({ allocated: 4, free: 1 }), 'vi').toDo.href).toBeUndefined();
    const cadres = [{ theoryLevel: 'none', keyCadres: 3, planned: 0 }] as const;
    expect(openingOfScorecard(card({}, cadres), 'en').standsOut).toBe(
      '3 of 3 key cadres are below the intermediate theory level.',
    );
  });
});

describe('levels and needs open', () => {
  const needs = { new_member: 0, theory_level: 0, certificate: 0, study: 0 };
  const levels = { none: 0, elementary: 0, intermediate: 0, advanced: 0 };
  const coverage = (keyCadres: number, more: Partial<typeof needs>, has: Partial<typeof levels> = {}) => {
    const counts = { keyCadres, levels: { ...levels, ...has }, needs: { ...needs, ...more } };
    return { asOf: '2026-06-01', months: 6, units: [{ code: 'LIX', ...counts }], total: counts } as unknown as Coverage;
  };

  it('calmly where nobody lacks anything', () => {
    expect(sentences(openingOfCoverage(coverage(0, {}), {}, 'vi'))).toEqual([
      'Đến ngày 01/06/2026, danh sách chưa có cán bộ chủ chốt nào.',
      'Không ai thiếu trình độ mà chức vụ đòi hỏi.',
      'Hiện không có việc gì phải làm thêm.',
    ]);
  });

  it('with what has a deadline first', () => {
    const opening = openingOfCoverage(
      coverage(3, { new_member: 1, theory_level: 2 }, { none: 2, advanced: 1 }),
      {},
      'vi',
    );
    expect(sentences(opening)).toEqual([
      'Đến ngày 01/06/2026, 1/3 cán bộ chủ chốt có trình độ trung cấp lý luận chính trị trở lên.',
      '2 người chưa đạt trình độ mà chức vụ đòi hỏi; nhiều nhất ở LIX: 2 người.',
      'Việc cần làm: cử 1 đảng viên dự bị học lớp đảng viên mới trước khi hết thời gian dự bị.',
    ]);
    expect(opening.toDo.href).toBe('/reports/coverage?kind=new_member#names');
  });
});
