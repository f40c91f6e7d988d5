import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { AdmissionsService } from './admissions.service';
import { byNeed, type Candidate, candidateOf } from './candidates';

/** What a list of candidates shows beside the verdict. */
export interface CandidateItem extends Candidate {
  readonly code: string;
  readonly position: string | null;
  readonly birthDate: string;
}

@Injectable()
export class CandidatesQueries {
  constructor(
    private readonly database: Database,
    private readonly admissions: AdmissionsService,
    private readonly clock: Clock,
  ) {}

  /** Everybody of a unit who is not nominated into the class yet, the most needful eligible first. */
  async of(
    classId: string,
    unitId: string,
    whom: 'not_nominated' | 'everybody' = 'not_nominated',
  ): Promise<CandidateItem[]> {
    const today = this.clock.today();
    const people = await this.database.read<{ id: string; code: string; position: string | null; birthDate: string }>(
      `SELECT id, code, position, birth_date FROM persons p
       WHERE unit_id = $2 AND NOT has_left(left_on, $4)
         AND ($3 OR NOT EXISTS (SELECT 1 FROM nominations n WHERE n.class_id = $1 AND n.person_id = p.id AND n.ended_at IS NULL))`,
      [classId, unitId, whom === 'everybody', today],
    );
    const tx = this.database.reader;
    const admission = await this.admissions.of(tx, classId);
    const checked = await this.admissions.check(
      tx,
      admission,
      unitId,
      people.map(({ id }) => id),
    );
    return people
      .flatMap(({ id, ...person }) => {
        const nominee = checked.get(id);
        return nominee ? [{ ...candidateOf(nominee.facts, nominee.checks, admission, today), ...person }] : [];
      })
      .toSorted(byNeed);
  }
}
