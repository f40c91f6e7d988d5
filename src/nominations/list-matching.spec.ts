import { matchPerson } from './list-matching';

const roster = [
  { id: 'son-1971', foldedName: 'pham hoang son', birthDate: '1971-04-19' },
  { id: 'son-1980', foldedName: 'pham hoang son', birthDate: '1980-04-19' },
  { id: 'khoa-a', foldedName: 'vu huu khoa', birthDate: '1990-01-02' },
  { id: 'khoa-b', foldedName: 'vu huu khoa', birthDate: '1990-11-30' },
  { id: 'binh', foldedName: 'huynh thanh binh', birthDate: '1973-09-24' },
];
const match = (fullName: string, birth: Parameters<typeof matchPerson>[0]['birth']) =>
  matchPerson({ fullName, birth }, roster);

describe('matching a row of the list to a person', () => {
  it('tells namesakes apart by their birth date', () => {
    expect(match('Phạm Hoàng Sơn', { day: '1980-04-19' })).toEqual({ kind: 'person', personId: 'son-1980' });
  });

  it('reads capitals and decomposed letters', () => {
    expect(match('HUỲNH THANH BÌNH'.normalize('NFD'), { day: '1973-09-24' })).toEqual({
      kind: 'person',
      personId: 'binh',
    });
  });

  it('takes a bare year when one person alone fits', () => {
    expect(match('Phạm Hoàng Sơn', { year: 1971 })).toEqual({ kind: 'person', personId: 'son-1971' });
  });

  it('asks rather than guesses when a bare year fits two', () => {
    expect(match('Vũ Hữu Khoa', { year: 1990 })).toEqual({ kind: 'ambiguous', among: 2 });
  });

  it('does not match a right name with a wrong birth date', () => {
    expect(match('Huỳnh Thanh Bình', { day: '1973-09-25' })).toEqual({ kind: 'not_on_roster' });
  });
});
