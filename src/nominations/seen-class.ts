import { maySeeClass } from '../classes/classes.policy';
import type { ClassesQueries, ClassItem } from '../classes/classes.queries';
import type { Actor } from '../platform/access/actor';
import { found } from '../platform/problems/refusals';

/** The class a page stands under. @throws NotFound for a class the reader may not see */
export async function seenClass(classes: ClassesQueries, actor: Actor, classId: string): Promise<ClassItem> {
  return found(await classes.class(classId), (item) => maySeeClass(actor, item));
}
