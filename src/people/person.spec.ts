import { Person, type PersonFacts } from './person.entity';
import type { TheoryLevel } from './person.values';

const today = '2026-11-29';
const facts: PersonFacts = {
  fullName: 'Nguyễn Thị Ánh',
  sex: 'female',
  birthDate: '1985-03-02',
  cell: 'Chi bộ 1',
  position: 'Trưởng phòng',
  partyPosition: 'Chi ủy viên',
  keyCadre: true,
  planned: false,
  plannedPost: null,
  postSince: null,
  standing: 'official',
  joinedOn: '2010-05-19',
  officialOn: '2011-05-19',
  education: 'university',
  theoryLevel: 'elementary',
  ratings: {},
  phone: null,
  email: null,
  leftOn: null,
};
const lix = '00000000-0000-4000-8000-000000000001';
const vps = '00000000-0000-4000-8000-000000000002';

const somebody = (changes: Partial<Person> = {}) =>
  Object.assign(
    Person.join(lix, 'LIX-1', facts, today),
    { theoryLevelEarned: null, theoryLevelClaimed: null },
    changes,
  );

const fieldsRefused = (verb: () => unknown) => {
  try {
    verb();
  } catch (error) {
    return (error as { fields: { field: string; code: string }[] }).fields.map(
      ({ field, code }) => `${field}: ${code}`,
    );
  }
  return [];
};

describe('somebody on a roster', () => {
  it('joins with a name that is found without marks', () => {
    expect(somebody()).toMatchObject({ unitId: lix, code: 'LIX-1', foldedName: 'nguyen thi anh' });
  });

  it('does not join with days that contradict one another', () => {
    const joining = (changes: Partial<PersonFacts>) => () => Person.join(lix, 'LIX-2', { ...facts, ...changes }, today);
    expect(fieldsRefused(joining({ birthDate: '2026-11-30', joinedOn: null, officialOn: null }))).toEqual([
      'birthDate: in_the_future',
    ]);
    expect(fieldsRefused(joining({ officialOn: '2010-05-18' }))).toEqual(['officialOn: before_joining']);
  });

  it('is corrected by the unit, name and all, but not below the level earned', () => {
    const person = somebody({ theoryLevel: 'intermediate', theoryLevelEarned: 'intermediate' });
    expect(() => person.correct(facts)).toThrow('A theory level cannot fall');
    person.correct({ ...facts, fullName: 'Nguyễn Thị Ánh Tuyết', theoryLevel: 'advanced' });
    expect(person).toMatchObject({ foldedName: 'nguyen thi anh tuyet', theoryLevel: 'advanced' });
  });
});

describe('leaving', () => {
  it('has a day, between joining and today', () => {
    const person = somebody();
    expect(fieldsRefused(() => person.leave('2026-11-30', today))).toEqual(['on: not_yet']);
    expect(fieldsRefused(() => person.leave('2010-05-18', today))).toEqual(['on: too_early']);
    expect(person.leftOn).toBeNull();
    person.leave(today, today);
    expect(person.leftOn).toBe(today);
  });

  it('counts from birth for who never joined', () => {
    expect(fieldsRefused(() => somebody({ joinedOn: null }).leave('1985-03-01', today))).toEqual(['on: too_early']);
  });

  it('is taken back by a roster that names them again', () => {
    const person = somebody({ leftOn: today });
    person.correct(facts);
    expect(person.leftOn).toBeNull();
  });
});

describe('moving', () => {
  it('leaves cell and unit behind, and keeps the position unless told another', () => {
    const person = somebody();
    expect(person.move({ unitId: vps, on: today, position: null })).toEqual({
      unitId: lix,
      position: 'Trưởng phòng',
      partyPosition: 'Chi ủy viên',
      cell: 'Chi bộ 1',
      leftOn: today,
    });
    expect(person).toMatchObject({ unitId: vps, cell: null, position: 'Trưởng phòng' });
    person.move({ unitId: lix, on: today, position: 'Phó Giám đốc' });
    expect(person.position).toBe('Phó Giám đốc');
  });

  it('brings back who had left, with the day they left', () => {
    const person = somebody({ leftOn: '2026-10-01' });
    expect(person.move({ unitId: vps, on: today, position: null }).leftOn).toBe('2026-10-01');
    expect(person.leftOn).toBeNull();
  });

  it('does not lead to where they are', () => {
    expect(fieldsRefused(() => somebody().move({ unitId: lix, on: today, position: null }))).toEqual([
      'unitId: same_unit',
    ]);
  });
});

describe('the theory level', () => {
  const levels = (
    theoryLevel: TheoryLevel,
    theoryLevelEarned: TheoryLevel | null,
    theoryLevelClaimed: TheoryLevel | null,
  ) => ({ theoryLevel, theoryLevelEarned, theoryLevelClaimed });

  it.each([
    ['rises to what is recorded', levels('elementary', null, null), 'intermediate', 'intermediate', 'elementary'],
    ['stays where the roster claims more', levels('advanced', null, null), 'intermediate', 'advanced', 'advanced'],
    [
      'falls back to the roster without the line',
      levels('advanced', 'advanced', 'elementary'),
      null,
      'elementary',
      'elementary',
    ],
    [
      'falls to the next line, above the roster',
      levels('advanced', 'advanced', 'none'),
      'intermediate',
      'intermediate',
      'none',
    ],
    ['keeps what the roster said later', levels('advanced', 'intermediate', 'none'), null, 'advanced', 'advanced'],
    ['is none where nothing is known', levels('intermediate', 'intermediate', null), null, 'none', 'none'],
  ] as const)('%s', (_, before, recorded, theoryLevel, theoryLevelClaimed) => {
    const person = somebody(before);
    person.settleLevel(recorded);
    expect(person).toMatchObject({ theoryLevel, theoryLevelEarned: recorded, theoryLevelClaimed });
  });

  it.each([
    [
      'rises to what a class led to',
      levels('elementary', null, null),
      levels('intermediate', 'intermediate', 'elementary'),
    ],
    ['stays above what a class led to', levels('advanced', null, null), levels('advanced', 'intermediate', 'advanced')],
    ['stays earned above it', levels('advanced', 'advanced', 'none'), levels('advanced', 'advanced', 'none')],
  ] as const)('%s', (_, before, after) => {
    const person = somebody(before);
    person.earn('intermediate');
    expect(person).toMatchObject(after);
  });
});
