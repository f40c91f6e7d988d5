import type { Tx } from '../platform/database/database';
import { foldName, sortName } from '../platform/names';
import { factNames, factTypes, type PersonFacts } from './person.facts';
import type { KnownPerson } from './roster-comparison';

/** Somebody to add to a unit. */
export interface AddedPerson {
  readonly code: string;
  readonly facts: PersonFacts;
}

/** Somebody whose facts go from one state to another. */
export interface ChangedPerson {
  readonly personId: string;
  readonly from: PersonFacts;
  readonly to: PersonFacts;
}

/** Somebody and the facts they must still have. */
export interface ExpectedPerson {
  readonly personId: string;
  readonly facts: PersonFacts;
}

const columnOf = (fact: string) => fact.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
const columns = factNames.map(columnOf);
const factsAsJson = `jsonb_build_object(${factNames.map((fact) => `'${fact}', p.${columnOf(fact)}`).join(', ')})`;
const factColumns = factNames.map((fact) => `"${fact}" ${factTypes[fact]}`).join(', ');
const nameColumns = '"foldedName" text, "sortName" text';

/** The people of a unit, and which of `codes` people of other units bear. */
export async function knownPeople(
  tx: Tx,
  unitId: string,
  codes: readonly string[],
): Promise<{ known: KnownPerson[]; codesElsewhere: ReadonlySet<string> }> {
  const known: KnownPerson[] = await tx.query(
    `SELECT p.id, p.code, ${factsAsJson} AS facts, p.theory_level_earned AS "theoryLevelEarned"
     FROM persons p WHERE p.unit_id = $1 ORDER BY p.sort_name, p.id`,
    [unitId],
  );
  const elsewhere: { code: string }[] = await tx.query(
    `SELECT p.code FROM persons p WHERE p.unit_id <> $1 AND p.code = ANY ($2)`,
    [unitId, codes],
  );
  return { known, codesElsewhere: new Set(elsewhere.map(({ code }) => code)) };
}

/** Adds people to a unit in one statement. @returns how many; a code that is taken by now adds nobody */
export async function addPeople(tx: Tx, unitId: string, people: readonly AddedPerson[]): Promise<number> {
  const added: unknown[] = await tx.query(
    `INSERT INTO persons (unit_id, code, folded_name, sort_name, ${columns.join(', ')})
     SELECT $1, r.code, r."foldedName", r."sortName", ${factNames.map((fact) => `r."${fact}"`).join(', ')}
     FROM jsonb_to_recordset($2::jsonb) r (code text, ${nameColumns}, ${factColumns})
     ON CONFLICT (code) DO NOTHING RETURNING id`,
    [unitId, JSON.stringify(people.map(({ code, facts }) => ({ code, ...facts, ...namesOf(facts) })))],
  );
  return added.length;
}

/** Changes people in one statement. @returns how many; whoever is not in the state to start from stays as they are */
export async function changePeople(tx: Tx, people: readonly ChangedPerson[]): Promise<number> {
  const [, changed]: [unknown, number] = await tx.query(
    `UPDATE persons p SET folded_name = r."foldedName", sort_name = r."sortName", ${factNames.map((fact) => `${columnOf(fact)} = r."${fact}"`).join(', ')}
     FROM jsonb_to_recordset($1::jsonb) r ("personId" uuid, "from" jsonb, ${nameColumns}, ${factColumns})
     WHERE p.id = r."personId" AND ${factsAsJson} = r."from"`,
    [JSON.stringify(people.map(({ personId, from, to }) => ({ personId, from, ...to, ...namesOf(to) })))],
  );
  return changed;
}

/** @returns how many of these people are not, or no longer, in the state expected */
export async function countMoved(tx: Tx, people: readonly ExpectedPerson[]): Promise<number> {
  const [row]: { moved: number }[] = await tx.query(
    `SELECT count(*) FILTER (WHERE p.id IS NULL OR ${factsAsJson} <> r.facts) AS moved
     FROM jsonb_to_recordset($1::jsonb) r ("personId" uuid, facts jsonb) LEFT JOIN persons p ON p.id = r."personId"`,
    [JSON.stringify(people)],
  );
  return row!.moved;
}

/** Removes people whom nothing else names. @throws the database's own error, naming the table, when something does */
export async function removePeople(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.query(`UPDATE roster_import_rows SET person_id = NULL WHERE person_id = ANY ($1::uuid[])`, [personIds]);
  await tx.query(`DELETE FROM persons WHERE id = ANY ($1::uuid[])`, [personIds]);
}

const namesOf = ({ fullName }: PersonFacts) => ({ foldedName: foldName(fullName), sortName: sortName(fullName) });
