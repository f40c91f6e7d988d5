import type { Day } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import type { Bilingual } from '../platform/messages/words';
import { foldName } from '../platform/names';
import type { FieldError } from '../platform/problems/refusal';

/** Somebody as a file, a form or a list has them. */
export interface Described {
  readonly fullName: string;
  readonly birthDate: Day;
}

/** Somebody on file who bears the name, however it is written, and was born the same day. */
export interface Like {
  /** Whom they are like: the place in what was asked. */
  readonly place: number;
  readonly personId: string;
  readonly unitId: string;
}

/**
 * Who on file is like each of these, in every unit, in one statement for a whole roster.
 * Whoever adds somebody asks this first: like one of their own unit, they are asked whether it is the same person;
 * like one of another unit, they hear {@link likeSomebodyElsewhere} and nothing more, since people of other units are not theirs to see.
 */
export async function peopleLike(tx: Tx, described: readonly Described[]): Promise<Like[]> {
  return tx.rows(
    `SELECT d.place::int - 1 AS place, p.id AS person_id, p.unit_id
     FROM unnest($1::text[], $2::date[]) WITH ORDINALITY d (folded_name, birth_date, place)
     JOIN persons p ON p.folded_name = d.folded_name AND p.birth_date = d.birth_date AND p.same_as_id IS NULL ORDER BY 1, 2`,
    [described.map(({ fullName }) => foldName(fullName)), described.map(({ birthDate }) => birthDate)],
  );
}

/** Of `person_distinctions`, the row of these two: it names the smaller id first. */
export const distinctionOf = (one: string, other: string): string =>
  `one_id = least(${one}::uuid, ${other}::uuid) AND other_id = greatest(${one}::uuid, ${other}::uuid)`;

/** Of the rows of `persons` under this name: whether another unit has somebody like them whom nobody told apart from them. */
export const hasLikeElsewhere = (person: string): string => `EXISTS (
  SELECT FROM persons o WHERE o.folded_name = ${person}.folded_name AND o.birth_date = ${person}.birth_date
    AND o.unit_id <> ${person}.unit_id AND o.same_as_id IS NULL AND NOT EXISTS (
      SELECT FROM person_distinctions WHERE ${distinctionOf('o.id', `${person}.id`)}))`;

/** All that a unit is told of somebody who may be on the roster of another. */
export const likeSomebodyElsewhere: FieldError = {
  field: 'fullName',
  code: 'like_somebody_elsewhere',
  message: {
    vi: 'Có người giống thế này (cùng họ tên, ngày sinh) ở đơn vị khác. Đề nghị hỏi văn phòng đào tạo của Khối trước khi cử đi học.',
    en: 'A person like this (same name and birth date) is in another unit. Ask the training office of the Bloc before nominating them.',
  } satisfies Bilingual,
};
