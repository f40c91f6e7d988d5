/** Percent. The usual rule lets a fifth of the half-days be missed, so where fewer than this complete, absences alone do not explain it. */
export const lowCompletion = 80;
/** Percent. Below it people miss more than the usual rule lets them. */
export const lowAttendance = 80;
/** Percent. One seat in five kept for nobody: of five classes one could have been spared. */
export const manyFree = 20;
