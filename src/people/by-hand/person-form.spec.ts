import { broughtUpToDate, formFactWords } from './person-form';

describe('a form about somebody whom another changed meanwhile', () => {
  const seen = { phone: '0900000001', cell: 'Chi bộ 1', position: 'Chuyên viên', 'ratings.2024': 'good' };
  const now = { phone: '0900000002', cell: 'Chi bộ 2', position: 'Chuyên viên', 'ratings.2025': 'good' };

  it('keeps what was typed, and takes over what was not touched', () => {
    const typed = { ...seen, cell: 'Chi bộ 3', position: 'Trưởng phòng' };
    const { values, changed } = broughtUpToDate(typed, seen, now);
    expect(values).toEqual({
      phone: '0900000002',
      cell: 'Chi bộ 3',
      position: 'Trưởng phòng',
      'ratings.2024': '',
      'ratings.2025': 'good',
    });
    expect(changed).toEqual([
      { field: 'phone', seen: '0900000001', now: '0900000002', typed: null },
      { field: 'cell', seen: 'Chi bộ 1', now: 'Chi bộ 2', typed: 'Chi bộ 3' },
      { field: 'ratings.2025', seen: '', now: 'good', typed: null },
      { field: 'ratings.2024', seen: 'good', now: '', typed: null },
    ]);
  });

  it('knows a day again that is typed as it stands in the form', () => {
    const days = { birthDate: '1990-02-03', joinedOn: '2020-05-06' };
    const typed = { birthDate: '03/02/1990', joinedOn: '7/5/2020' };
    const { values, changed } = broughtUpToDate(typed, days, { birthDate: '1991-02-03', joinedOn: '2021-05-06' });
    expect(values).toEqual({ birthDate: '1991-02-03', joinedOn: '2020-05-07' });
    expect(changed.map((fact) => fact.typed)).toEqual([null, '2020-05-07']);
  });

  it('says each field in words', () => {
    const said = (field: string, text: string) => {
      const { label, value } = formFactWords('vi', field);
      return `${label}: ${value(text)}`;
    };
    expect(said('birthDate', '1990-02-03')).toBe('Ngày sinh: 03/02/1990');
    expect(said('keyCadre', 'false')).toBe('Cán bộ chủ chốt: Không');
    expect(said('ratings.2025', 'good')).toBe('Xếp loại 2025: Hoàn thành tốt nhiệm vụ');
    expect(said('phone', '')).toBe('Điện thoại: (trống)');
  });
});
