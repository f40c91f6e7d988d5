import { Injectable } from '@nestjs/common';
import type { Education, Rating, Sex, TheoryLevel } from '../../people/person.values';
import type { Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';

/** A cadre with all that the columns of a nomination list ask for. */
export interface ListedPerson {
  readonly id: string;
  readonly fullName: string;
  readonly sex: Sex;
  readonly birthDate: Day;
  readonly position: string | null;
  readonly partyPosition: string | null;
  readonly joinedOn: Day | null;
  readonly officialOn: Day | null;
  readonly education: Education;
  readonly theoryLevel: TheoryLevel;
  readonly planned: boolean;
  readonly plannedPost: string | null;
  readonly ratings: Readonly<Record<string, Rating>>;
  readonly phone: string | null;
  readonly email: string | null;
}

@Injectable()
export class ListFormsQueries {
  constructor(private readonly database: Database) {}

  /** In the order of the ids. */
  async people(ids: readonly string[]): Promise<ListedPerson[]> {
    return this.database.read(
      `SELECT id, full_name, sex, birth_date, position, party_position, joined_on,
         official_on, education, theory_level, planned, planned_post, ratings, phone, email
       FROM persons WHERE id = ANY ($1) ORDER BY array_position($1::uuid[], id)`,
      [ids],
    );
  }
}
