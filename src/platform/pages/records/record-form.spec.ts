import { ChangedMeanwhile, InvalidInput } from '../../problems/refusals';
import { recordForm } from './record-form';

describe('a form of what another changed meanwhile', () => {
  const seen = { name: 'A', seats: 30, opensOn: '2026-02-01', callOpensAt: '2026-01-05T08:00', days: [6], open: true };
  const loaded = JSON.stringify({ ...seen, note: 'một\nhai', room: null, unitIds: ['u1', 'u2'] });
  const shown = {
    name: 'A',
    seats: '30',
    opensOn: '01/02/2026',
    'callOpensAt.day': '5/1/2026',
    'callOpensAt.time': '8h00',
    days: '6',
    open: 'true',
    note: 'một\r\nhai',
    room: '',
    unitIds: ['u2', 'u1'],
    version: '"1"',
    loaded,
  };
  const now = {
    ...{ name: 'B', seats: 40, opensOn: '2026-02-02', callOpensAt: '2026-01-06T09:00', days: [6, 7], open: false },
    ...{ note: null, room: 'r', unitIds: ['u3'], version: 2 },
  };
  const again = (typed: object) => recordForm(now, { ...shown, ...typed }, new ChangedMeanwhile());

  it('takes what stands now for each field nobody touched, in whatever writing it came back', () => {
    const { values, hidden } = again({});
    expect({ ...values, version: 2 }).toMatchObject(now);
    expect(values).not.toHaveProperty(['callOpensAt.day']);
    expect({ ...(JSON.parse(hidden.loaded) as object), version: hidden.version }).toEqual({ ...now, version: '"2"' });
  });

  it('keeps each field that was typed in, also what was emptied, unticked or is of the form alone', () => {
    const typed = {
      ...shown,
      open: undefined,
      name: 'C',
      'callOpensAt.time': '8:30',
      days: ['6', '1'],
      note: '',
      reason: 'Sửa',
    };
    const { values } = recordForm(now, typed, new ChangedMeanwhile());
    expect(values).toMatchObject({ name: 'C', 'callOpensAt.time': '8:30', days: ['6', '1'], note: '', reason: 'Sửa' });
    expect(values).toMatchObject({ seats: 40, room: 'r' });
    expect(values['open']).toBeUndefined();
    expect(values).not.toHaveProperty('callOpensAt');
  });

  it('stays as it was typed, upon the version it was typed on, when it is refused for anything else', () => {
    const { values, hidden, errors, meanwhile } = recordForm(now, shown, InvalidInput.missing('name'));
    expect([values, hidden, meanwhile]).toEqual([shown, { version: '"1"', loaded }, null]);
    expect(errors).toMatchObject([{ field: 'name' }]);
  });

  it('takes over nothing where it does not say what it showed', () => {
    for (const sent of ['', '{', 'null'])
      expect(again({ loaded: sent }).values).toMatchObject({ name: 'A', seats: '30' });
  });
});
