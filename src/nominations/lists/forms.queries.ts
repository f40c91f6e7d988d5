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
      `SELECT id, full_name AS "fullName", sex, birth_date AS "birthDate", position, party_position AS "partyPosition", joined_on AS "joinedOn",
         official_on AS "officialOn", education, theory_level AS "theoryLevel", planned, ratings, phone, email
       FROM persons WHERE id = ANY ($1) ORDER BY array_position($1::uuid[], id)`,
      [ids],
    );
  }
}
