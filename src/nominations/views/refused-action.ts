import type { FieldError, Refusal } from '../../platform/problems/refusal';

/**
 * What was wrong with an action's form. A refusal that names no field still counts as one error, of the form as a
 * whole, so that the action stays unfolded with all that was typed.
 */
export function errorsOf({ code, sentence, fields }: Refusal): readonly FieldError[] {
  return fields.length > 0 ? fields : [{ field: '', code, message: sentence }];
}
