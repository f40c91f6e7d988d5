import { mayRunClass, maySeeClass } from '../classes/classes.policy';
import type { ClassItem } from '../classes/classes.queries';
import { groupsSeen, rosterReaders, rosterUnits } from '../enrollments/enrollments.policy';
import { nominationFollowers } from '../nominations/nominations.policy';
import { participationShownTo } from '../study-sessions/study-sessions.policy';
import type { Actor } from '../platform/access/actor';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import { isSheetOf, type Sheet, sheets } from './sheets';
import { isNowhere, type Reach } from '../platform/access/reach';

/** What is read on screen is printed by whoever reads it there. */
export const printingRoles = rosterReaders;

type Seen = Pick<ClassItem, 'id' | 'state' | 'courseKind' | 'hasMarks'>;

export const sheetsFor = (actor: Actor, item: Seen): readonly Sheet[] =>
  sheets.filter((sheet) => isSheetOf(sheet, item) && isFor(actor, item.id, sheet));

/** The office and the class's manager print everything about learners; others the roster of their own people. */
function isFor(actor: Actor, classId: string, sheet: Sheet): boolean {
  switch (sheet) {
    case 'seats':
    case 'nominations':
      return !isNowhere(actor.unitsOf(nominationFollowers));
    case 'study-report':
      return !isNowhere(participationShownTo(actor, classId));
    case 'roster':
      return groupsSeen(actor, classId).length > 0 || !isNowhere(rosterUnits(actor, classId));
    case 'attendance':
      return mayRunClass(actor, classId) || groupsSeen(actor, classId).length > 0;
    default:
      return mayRunClass(actor, classId);
  }
}

/** The units whose people the actor may print; null means every unit. */
export function unitsPrintedFor(actor: Actor, classId: string): Reach {
  return groupsSeen(actor, classId).length > 0 ? null : rosterUnits(actor, classId);
}

/**
 * The group whose people are printed; whoever looks after one group prints that one.
 * @throws NotFound for a group that is not the actor's to print
 */
export function groupPrintedFor(actor: Actor, classId: string, group: string | undefined): string | undefined {
  const numbers = groupsSeen(actor, classId).map(String);
  if (numbers.length === 0) return group;
  if (group !== undefined && !numbers.includes(group)) throw new NotFound();
  return group ?? numbers[0];
}

/** @throws NotFound when there is no such class, or nothing of it is the actor's to print */
export function assertMayPrint<Class extends Seen>(actor: Actor, item: Class | null): asserts item is Class {
  if (!item || !maySeeClass(actor, item) || sheetsFor(actor, item).length === 0) throw new NotFound();
}

/** @throws NotFound for a sheet the class does not have, NotAllowed for one that is not the actor's */
export function assertMayPrintSheet(actor: Actor, item: Seen, sheet: Sheet): void {
  if (!isSheetOf(sheet, item)) throw new NotFound();
  if (!sheetsFor(actor, item).includes(sheet)) throw new NotAllowed();
}
