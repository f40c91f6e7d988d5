import { Any, IsNull } from 'typeorm';
import type { Tx } from '../platform/database/database';
import { columnOf } from '../platform/database/naming';
import { namesOf, Person, type PersonFacts } from './person.entity';
import { factNames, factTypes } from './person.facts';
import type { TheoryLevel } from './person.values';

/** Somebody the unit has already. */
export interface KnownPerson {
  readonly id: string;
  readonly code: string;
  readonly facts: PersonFacts;
  readonly theoryLevelEarned: TheoryLevel | null;
}

/** Somebody to add to a unit. */
export interface AddedPerson {
  readonly code: string;
  readonly facts: PersonFacts;
}

/** Somebody, and what is said of them by now. */
interface ChangedPerson {
  readonly personId: string;
  readonly to: PersonFacts;
}

/** Somebody of a row and the facts they must still have. */
export interface ExpectedPerson {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly facts: PersonFacts;
}

/** Somebody of a row who is not as it expected, and why: of another unit by now, changed, gone, or the code is taken. */
export interface UnexpectedPerson {
  readonly code: string;
  readonly fullName: string;
  readonly why: 'elsewhere' | 'changed' | 'gone' | 'code_taken';
}

const columns = factNames.map(columnOf);
const factsAsJson = `jsonb_build_object(${factNames.map((fact) => `'${fact}', p.${columnOf(fact)}`).join(', ')})`;
const factColumns = factNames.map((fact) => `"${fact}" ${factTypes[fact]}`).join(', ');
const nameColumns = '"foldedName" text, "sortName" text';
const ownTypes = {
  unitId: 'uuid',
  foldedName: 'text',
  sortName: 'text',
  theoryLevelEarned: 'text',
  theoryLevelClaimed: 'text',
  sameAsId: 'uuid',
};
const storedColumns = [...Object.keys(ownTypes), ...factNames];
const storedTypes = `${Object.entries(ownTypes)
  .map(([column, type]) => `"${column}" ${type}`)
  .join(', ')}, ${factColumns}`;

/** The people of a unit, which of `codes` people of other units bear, and which are of records merged into one of the unit's. */
export async function knownPeople(
  tx: Tx,
  unitId: string,
  codes: readonly string[],
): Promise<{ known: KnownPerson[]; codesElsewhere: ReadonlySet<string>; codesMerged: ReadonlyMap<string, string> }> {
  const known = await tx.rows<KnownPerson>(
    `SELECT p.id, p.code, ${factsAsJson} AS facts, p.theory_level_earned
     FROM persons p WHERE p.unit_id = $1 AND p.same_as_id IS NULL ORDER BY p.sort_name, p.id`,
    [unitId],
  );
  const others = await tx.rows<{ code: string; mergedInto: string | null }>(
    `SELECT p.code, o.code AS merged_into FROM persons p LEFT JOIN persons o ON o.id = p.same_as_id AND o.unit_id = $1
     WHERE p.code = ANY ($2) AND (p.unit_id <> $1 OR p.same_as_id IS NOT NULL)`,
    [unitId, codes],
  );
  return {
    known,
    codesElsewhere: new Set(others.flatMap(({ code, mergedInto }) => (mergedInto ? [] : [code]))),
    codesMerged: new Map(others.flatMap(({ code, mergedInto }) => (mergedInto ? [[code, mergedInto]] : []))),
  };
}

/** Holds these people in the order everybody holds people. */
export async function holdPeople(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.execute(`SELECT FROM persons WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`, [personIds]);
}

/** Adds people to a unit in one statement. @returns their ids by code; a code that is taken by now is left out */
export async function addPeople(
  tx: Tx,
  unitId: string,
  people: readonly AddedPerson[],
): Promise<ReadonlyMap<string, string>> {
  const added = await tx.rows<{ code: string; id: string }>(
    `INSERT INTO persons (unit_id, code, folded_name, sort_name, ${columns.join(', ')})
     SELECT $1, r.code, r."foldedName", r."sortName", ${factNames.map((fact) => `r."${fact}"`).join(', ')}
     FROM jsonb_to_recordset($2::jsonb) r (code text, ${nameColumns}, ${factColumns})
     ON CONFLICT (code) DO NOTHING RETURNING code, id`,
    [unitId, JSON.stringify(people.map(({ code, facts }) => ({ code, ...facts, ...namesOf(facts) })))],
  );
  return new Map(added.map(({ code, id }) => [code, id]));
}

/** Corrects people of a unit, who are held and as the row expected them. */
export async function changePeople(tx: Tx, unitId: string, changes: readonly ChangedPerson[]): Promise<void> {
  const people = await heldPeople(
    tx,
    changes.map(({ personId }) => personId),
    [unitId],
  );
  const byId = new Map(changes.map(({ personId, to }) => [personId, to]));
  for (const person of people) person.correct(byId.get(person.id)!);
  await storePeople(tx, people);
}

/** Those of these people who are of one of the units and not merged into another, held in the order everybody holds people. */
export async function heldPeople(tx: Tx, personIds: readonly string[], unitIds?: readonly string[]): Promise<Person[]> {
  return tx.find(Person, {
    where: { id: Any([...personIds]), sameAsId: IsNull(), ...(unitIds && { unitId: Any([...unitIds]) }) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

/** Stores people as they are by now in one statement: a roster or a merger is thousands of them, and a row each would hold them all for minutes. */
export async function storePeople(tx: Tx, people: readonly Person[]): Promise<void> {
  if (people.length === 0) return;
  await tx.execute(
    `UPDATE persons p SET version = p.version + 1, ${storedColumns.map((column) => `${columnOf(column)} = r."${column}"`).join(', ')}
     FROM jsonb_to_recordset($1::jsonb) r (id uuid, ${storedTypes}) WHERE p.id = r.id`,
    [JSON.stringify(people)],
  );
}

/** Facts that were not known of yet as the row was kept are nobody's change. Holds these people, in the order everybody holds people, and tells who is not, or no longer, of the unit as expected. */
export async function unexpectedPeople(
  tx: Tx,
  unitId: string,
  people: readonly ExpectedPerson[],
): Promise<UnexpectedPerson[]> {
  return tx.rows(
    `WITH held AS MATERIALIZED (
       SELECT p.id, p.unit_id, ${factsAsJson} AS facts FROM persons p
       WHERE p.id IN (SELECT "personId" FROM jsonb_to_recordset($2::jsonb) r ("personId" uuid)) ORDER BY p.id FOR UPDATE
     )
     SELECT r.code, r."fullName", CASE WHEN p.id IS NULL THEN 'gone' WHEN p.unit_id <> $1 THEN 'elsewhere' ELSE 'changed' END AS why
     FROM jsonb_to_recordset($2::jsonb) r ("personId" uuid, code text, "fullName" text, facts jsonb) LEFT JOIN held p ON p.id = r."personId"
     WHERE p.id IS NULL OR p.unit_id <> $1 OR p.facts <> p.facts || r.facts`,
    [unitId, JSON.stringify(people)],
  );
}

/** Removes people of a unit whom nothing else names. @throws the database's own error, naming the table, when something does */
export async function removePeople(tx: Tx, unitId: string, personIds: readonly string[]): Promise<void> {
  await tx.execute(`DELETE FROM persons WHERE id = ANY ($1::uuid[]) AND unit_id = $2`, [personIds, unitId]);
}
