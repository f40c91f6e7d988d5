import { type ClassPeople, wishesOf } from './composition';

const cited = { id: '', severity: 'warn', citation: { vi: 'Mẫu', en: 'Sample' }, verified: false } as const;
const inForce = { validFrom: '2026-01-01', validTo: null } as const;
const rule = (name: string, parameters: Record<string, unknown>) => ({ rule: name, parameters, ...cited, ...inForce });
const people: ClassPeople = {
  opensOn: '2026-02-07',
  capacity: 40,
  women: 6,
  birthDates: ['1990-02-01', '1985-02-01', '1995-03-01'],
  units: [
    { code: 'LIX', seats: 18, held: 12, cadres: 30 },
    { code: 'PAC', seats: 22, held: 22, cadres: 40 },
    { code: 'SVG', seats: 0, held: 0, cadres: 0 },
  ],
};
const said = (name: string, parameters: Record<string, unknown>) => {
  const [wish] = wishesOf([rule(name, parameters)], people);
  return [wish!.isMet, wish!.sentence.vi];
};

describe('what a class should have among its people', () => {
  it('is counted of the whole class', () => {
    expect(said('women_share', { atLeast: 0.3 })).toEqual([false, 'Nữ: 6/40, mong 12 (30%).']);
    expect(said('women_share', { atLeast: 0.15 })).toEqual([true, 'Nữ: 6/40, mong 6 (15%).']);
    expect(said('youth_share', { atLeast: 0.05, upToAge: 36 })).toEqual([
      true,
      'Từ 36 tuổi trở xuống: 2/40, mong 2 (5%).',
    ]);
  });

  it('is not asked for one more because of how shares are written', () => {
    const told = (name: string, parameters: Record<string, unknown>, of: Partial<ClassPeople>) =>
      wishesOf([rule(name, parameters)], { ...people, ...of })[0]!.isMet;
    expect(told('women_share', { atLeast: 0.07 }, { capacity: 100, women: 7 })).toBe(true);
    expect(told('women_share', { atLeast: 0.55 }, { capacity: 20, women: 11 })).toBe(true);
    const units = [{ code: 'LIX', seats: 29, held: 29, cadres: 100 }];
    expect(told('unit_seat_share', { atMost: 0.29 }, { capacity: 100, units })).toBe(true);
    expect(told('unit_cadre_share', { atMost: 0.29 }, { units })).toBe(true);
  });

  it('names the units beyond their share, the furthest first', () => {
    expect(said('unit_seat_share', { atMost: 0.4 })).toEqual([
      false,
      'Quá 40% chỉ tiêu của lớp: PAC 22/40, LIX 18/40.',
    ]);
    expect(said('unit_seat_share', { atMost: 0.6 })).toEqual([true, 'Không đơn vị nào quá 60% chỉ tiêu của lớp.']);
    expect(said('unit_cadre_share', { atMost: 0.5 })).toEqual([
      false,
      'Quá 50% cán bộ chủ chốt của mình vào lớp: PAC 22/40.',
    ]);
  });

  it('says nothing of rules that are no wishes', () => expect(wishesOf([rule('standing', {})], people)).toEqual([]));
});
