import { isSecretary, mayRunClass, maySeeClass } from '../classes/classes.policy';
import type { ClassItem } from '../classes/classes.queries';
import { groupsSeen } from '../enrollments/enrollments.policy';
import type { Actor, Role } from '../platform/access/actor';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import { isSheetOf, type Sheet, sheets } from './sheets';

export const printingRoles = ['training_officer', 'class_manager', 'unit_secretary'] as const satisfies readonly Role[];

type Seen = Pick<ClassItem, 'id' | 'state' | 'courseKind'>;

/** The office and the class's manager print everything about it; a secretary the roster of their own people. */
export function sheetsFor(actor: Actor, item: Seen): readonly Sheet[] {
  const all = sheets.filter((sheet) => isSheetOf(sheet, item.courseKind));
  if (mayRunClass(actor, item.id)) return all;
  if (groupsSeen(actor, item.id).length > 0) return all.filter((sheet) => sheet === 'roster' || sheet === 'attendance');
  return isSecretary(actor) ? all.filter((sheet) => sheet === 'roster') : [];
}

/** The units whose people the actor may print; null means every unit. */
export function unitsPrintedFor(actor: Actor, classId: string): readonly string[] | null {
  return mayRunClass(actor, classId) || groupsSeen(actor, classId).length > 0 ? null : actor.unitsOf('unit_secretary');
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
  if (!isSheetOf(sheet, item.courseKind)) throw new NotFound();
  if (!sheetsFor(actor, item).includes(sheet)) throw new NotAllowed();
}
