import { mayManageClasses } from '../classes/classes.policy';

/** Correcting, replacing and revoking is the issuer's: the office of the Bloc. */
export const mayAmendCertificates = mayManageClasses;

/** Every replaced, revoked and expired one beside those in force; a list to take away. */
export const mayExportRegister = mayManageClasses;
