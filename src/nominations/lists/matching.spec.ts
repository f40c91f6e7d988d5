import { foldName } from '../../platform/names';
import { matchPerson } from './matching';

const roster = [
  { id: 'son-1971', fullName: 'Phạm Hoàng Sơn', birthDate: '1971-04-19' },
  { id: 'son-1980', fullName: 'Phạm Hoàng Sơn', birthDate: '1980-04-19' },
  { id: 'khoa-a', fullName: 'Vũ Hữu Khoa', birthDate: '1990-01-02' },
  { id: 'khoa-b', fullName: 'Vũ Hữu Khoa', birthDate: '1990-11-30' },
  { id: 'binh', fullName: 'Huỳnh Thanh Bình', birthDate: '1973-09-24' },
  { id: 'lan', fullName: 'Bà Thị Lan', birthDate: '1985-02-03' },
  { id: 'thi-lan', fullName: 'Thị Lan', birthDate: '1985-02-03' },
  { id: 'an', fullName: 'Lê Thị An', birthDate: '1985-02-03' },
  { id: 'ân', fullName: 'Lê Thị Ân', birthDate: '1985-02-03' },
].map((person) => ({
  ...person,
  code: person.id,
  position: null,
  cell: null,
  foldedName: foldName(person.fullName),
}));
const match = (fullName: string, birth: Parameters<typeof matchPerson>[0]['birth'], code: string | null = null) => {
  const found = matchPerson({ fullName, birth, code }, roster);
  return found.kind === 'ambiguous' ? { kind: found.kind, among: found.among.length } : found;
};

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

  it('tells people born on one day apart by the marks of their names, when they are written out', () => {
    expect(match('LÊ THỊ ÂN', { day: '1985-02-03' })).toEqual({ kind: 'person', personId: 'ân' });
    expect(match('Le Thi An', { day: '1985-02-03' })).toEqual({ kind: 'ambiguous', among: 2 });
    expect(match('Lê Thị Ân', { year: 1985 })).toEqual({ kind: 'ambiguous', among: 2 });
  });

  it('lets the code decide between namesakes, and only between them', () => {
    expect(match('Vũ Hữu Khoa', { year: 1990 }, 'KHOA-B ')).toEqual({ kind: 'person', personId: 'khoa-b' });
    expect(match('Vũ Hữu Khoa', { year: 1990 }, 'binh')).toEqual({ kind: 'ambiguous', among: 2 });
    expect(match('Phạm Hoàng Sơn', { day: '1980-04-19' }, 'binh')).toEqual({ kind: 'person', personId: 'son-1980' });
  });

  it('sets titles aside only when nobody bears the name with them', () => {
    expect(match('Đ/c Huỳnh Thanh Bình', { day: '1973-09-24' })).toEqual({ kind: 'person', personId: 'binh' });
    expect(match('Bà Thị Lan', { day: '1985-02-03' })).toEqual({ kind: 'person', personId: 'lan' });
  });

  it('does not match a name alone, be its birth date missing or unreadable', () => {
    expect(match('Huỳnh Thanh Bình', null)).toEqual({ kind: 'not_on_roster' });
  });

  it('does not match a right name with a wrong birth date', () => {
    expect(match('Huỳnh Thanh Bình', { day: '1973-09-25' })).toEqual({ kind: 'not_on_roster' });
  });
});
