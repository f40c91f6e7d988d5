import type { Day } from '../../src/platform/clock';
import { foldName, sortName } from '../../src/platform/names';
import type { Rows } from './rows';

export interface PersonWords {
  readonly code: string;
  readonly fullName: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: Day;
  readonly cell: string | null;
  readonly position: string | null;
  readonly partyPosition: string | null;
  readonly keyCadre: boolean;
  readonly planned: boolean;
  readonly plannedPost: string | null;
  readonly postSince: Day | null;
  readonly standing: string;
  readonly joinedOn: Day | null;
  readonly officialOn: Day | null;
  readonly education: string;
  readonly theoryLevel: string;
  readonly ratings: Readonly<Record<number, string>>;
  readonly phone: string | null;
  readonly email: string | null;
  readonly leftOn: Day | null;
}

/** Who a spec speaks of, and what becomes of them without anybody asking the service. */
export class BuiltPerson {
  constructor(
    private readonly rows: Rows,
    readonly id: string,
    readonly unitId: string,
    readonly fullName: string,
    readonly code: string,
  ) {}

  /** An eligible key cadre for an intermediate theory class, unless told otherwise. */
  static async build(
    rows: Rows,
    n: number,
    home: { readonly id: string },
    given: Partial<PersonWords>,
  ): Promise<BuiltPerson> {
    // Nobody joins before eighteen, or becomes official within a year.
    const joinedIn = Math.max(2008, Number(given.birthDate?.slice(0, 4) ?? 0) + 19);
    const person: PersonWords = {
      // With a letter that no verification code and no id has, so that none of them can hold it by chance.
      code: `CAN-BO-${n}`,
      fullName: `Nguyễn Văn Thứ ${n}`,
      sex: 'male',
      birthDate: '1980-05-12',
      cell: 'Chi bộ 1',
      position: given.keyCadre === false ? 'Chuyên viên' : 'Trưởng phòng Kỹ thuật',
      partyPosition: null,
      keyCadre: true,
      planned: true,
      plannedPost: null,
      postSince: null,
      standing: 'official',
      joinedOn: given.standing === 'non_member' ? null : `${joinedIn}-06-01`,
      officialOn: (given.standing ?? 'official') === 'official' ? `${joinedIn + 1}-06-01` : null,
      education: 'university',
      theoryLevel: 'elementary',
      ratings: { 2024: 'good', 2025: 'good' },
      phone: null,
      email: `p${n}@example.vn`,
      leftOn: null,
      ...given,
    };
    const names = { foldedName: foldName(person.fullName), sortName: sortName(person.fullName) };
    const id = await rows.insert('persons', { ...person, ...names, unitId: home.id });
    return new BuiltPerson(rows, id, home.id, person.fullName, person.code);
  }

  async becomes(words: Partial<PersonWords>): Promise<void> {
    await this.rows.change('persons', { id: this.id }, words);
  }

  async leaves(on: Day = '2026-01-04'): Promise<void> {
    await this.becomes({ leftOn: on });
  }

  async comesBack(): Promise<void> {
    await this.becomes({ leftOn: null });
  }

  async movesTo(unit: { readonly id: string }): Promise<void> {
    await this.rows.change('persons', { id: this.id }, { unitId: unit.id });
  }
}
