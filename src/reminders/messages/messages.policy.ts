import { classRunners, mayRunClass } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';

/**
 * Who speaks to people of a class in its name: the office, and the manager of the class. Units and the Group have their own
 * people at hand, and what they tell them is not the class's word.
 */
export const messageWriters = classRunners;

export const mayWriteToClass = (actor: Actor, classId: string): boolean => mayRunClass(actor, classId);
