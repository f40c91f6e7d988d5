import { mayManageClasses, mayRunClass } from '../classes/classes.policy';

/** What is taught and examined, and how much each counts: the office. */
export const maySetUpModules = mayManageClasses;

/** Marks: the office and the class's own manager. */
export const mayEnterMarks = mayRunClass;

/** Diplomas come from the school to the office. */
export const mayRecordDiplomas = mayManageClasses;

/** A decision of the authority about an examination is recorded by the office. */
export const mayLiftBars = mayManageClasses;
