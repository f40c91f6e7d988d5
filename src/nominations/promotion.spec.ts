import { promotionsOf, type Waiting } from './promotion';

interface Reserve extends Waiting {
  readonly name: string;
}

const reserve = (name: string, given: Partial<Waiting> = {}): Reserve => ({
  name,
  unitId: name[0]!,
  rank: Number(name.slice(1)),
  placedAt: new Date(`2026-01-0${name.slice(1)}T08:00:00+07:00`),
  isEligible: true,
  ...given,
});
const free = (seats: Readonly<Record<string, number>>) =>
  new Map(Object.entries(seats).map(([owner, count]) => [owner === 'pool' ? null : owner, count]));
const shut = { poolOpen: false, freedToPool: false, isReleased: false };
const open = { ...shut, poolOpen: true };
const passingOn = { ...open, freedToPool: true };

const names = ({ promoted, passedOver }: ReturnType<typeof promotionsOf<Reserve>>) => ({
  up: promoted.map((move) => `${move.reserve.name} from ${move.from ?? 'pool'}`),
  over: passedOver.map(({ name }) => name),
});

describe('promotionsOf', () => {
  it('gives a unit’s seats to its own reserves by rank, whatever order they came in', () => {
    const waiting = [reserve('A2'), reserve('A1', { placedAt: new Date('2026-01-09') }), reserve('B1')];
    expect(names(promotionsOf(waiting, free({ A: 1 }), shut))).toEqual({ up: ['A1 from A'], over: [] });
  });

  it('passes over whoever no longer qualifies, and names them only when a seat was there for them', () => {
    const waiting = [reserve('A1', { isEligible: false }), reserve('A2'), reserve('A3', { isEligible: false })];
    expect(names(promotionsOf(waiting, free({ A: 1 }), shut))).toEqual({ up: ['A2 from A'], over: ['A1'] });
    expect(names(promotionsOf(waiting, free({ B: 3 }), shut))).toEqual({ up: [], over: [] });
  });

  it('gives the pool’s seats by the order nominations came in, where the pool is open', () => {
    const waiting = [reserve('A2'), reserve('B1'), reserve('C3')];
    expect(names(promotionsOf(waiting, free({ pool: 2 }), open)).up).toEqual(['B1 from pool', 'A2 from pool']);
    expect(names(promotionsOf(waiting, free({ pool: 2 }), shut)).up).toEqual([]);
  });

  it('keeps a unit’s ranking in the pool too, whatever order its people came in', () => {
    const late = { placedAt: new Date('2026-01-09') };
    const waiting = [reserve('A2'), reserve('A1', late), reserve('B5')];
    expect(names(promotionsOf(waiting, free({ pool: 3 }), open)).up).toEqual([
      'B5 from pool',
      'A1 from pool',
      'A2 from pool',
    ]);
  });

  it('uses a unit’s own seats before the pool’s', () => {
    const waiting = [reserve('A1'), reserve('A2')];
    expect(names(promotionsOf(waiting, free({ A: 1, pool: 1 }), open)).up).toEqual(['A1 from A', 'A2 from pool']);
  });

  it('leaves a freed seat with its unit, unless the class passes it on', () => {
    const waiting = [reserve('B1')];
    expect(names(promotionsOf(waiting, free({ A: 1 }), open, 'A')).up).toEqual([]);
    const passed = promotionsOf(waiting, free({ A: 1 }), passingOn, 'A');
    expect(names(passed).up).toEqual(['B1 from pool']);
    expect(passed.givesToPool).toBe('A');
  });

  it('passes on the freed seat alone, not the others a unit has not used', () => {
    const waiting = [reserve('B1'), reserve('B2')];
    expect(names(promotionsOf(waiting, free({ A: 4 }), passingOn, 'A')).up).toEqual(['B1 from pool']);
  });

  it('keeps the freed seat when nobody who waits qualifies', () => {
    const outcome = promotionsOf([reserve('B1', { isEligible: false })], free({ A: 1 }), passingOn, 'A');
    expect(outcome).toMatchObject({ promoted: [], givesToPool: null });
  });
});
