import type { FieldError } from '../../platform/problems/refusal';

type Typed = Readonly<Record<string, unknown>>;

export const attendanceField = (halfDayId: string) => `attendance.${halfDayId}`;
export const markField = (moduleId: string, attempt: 1 | 2) => `mark.${moduleId}.${attempt}`;

interface Read {
  /** What the request asks of a body; the fields left as they are stay out of it. */
  readonly body: Typed;
  /** A refusal names entries by their place in a list; the page knows them by their field. */
  readonly placed: (errors: readonly FieldError[]) => FieldError[];
}

/** What was typed on the page of a result: every field left empty keeps what counts. */
export function readAmendmentForm(typed: Typed): Read {
  const filled = Object.entries(typed).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
  const given = Object.fromEntries(filled);
  const half = filled.flatMap(([field, mark]) => {
    const [, halfDayId] = /^attendance\.([\w-]+)$/.exec(field) ?? [];
    return halfDayId ? [{ field, entry: { halfDayId, mark } }] : [];
  });
  const marks = filled.flatMap(([field, mark]) => {
    const [, moduleId, attempt] = /^mark\.([\w-]+)\.([12])$/.exec(field) ?? [];
    return moduleId ? [{ field, entry: { moduleId, attempt: Number(attempt), mark } }] : [];
  });
  const { decision, decidedOn, authority, reason, completes } = given;
  const essay = {
    handedInOn: given['essay.handedInOn'],
    mark: given['essay.mark'],
    accepted: given['essay.accepted'],
  };
  const hasEssay = Object.values(essay).some((value) => value !== undefined);
  return {
    body: {
      decision,
      decidedOn,
      authority,
      reason,
      completes,
      ...(half.length > 0 ? { attendance: half.map(({ entry }) => entry) } : {}),
      ...(marks.length > 0 ? { marks: marks.map(({ entry }) => entry) } : {}),
      ...(hasEssay ? { essay } : {}),
    },
    placed: (errors) =>
      errors.map((error) => {
        const [, list, index] = /^(attendance|marks)\.(\d+)\./.exec(error.field) ?? [];
        const from = list === 'attendance' ? half : marks;
        return index === undefined ? error : { ...error, field: from[Number(index)]?.field ?? error.field };
      }),
  };
}
