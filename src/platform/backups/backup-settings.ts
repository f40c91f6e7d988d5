import type { BackupKeys } from './backup-keys';

export interface BackupSettings {
  /** Where backups are kept. */
  readonly folder: string;
  /** When the one of the day is made, `HH:mm`; null when none is made by the clock. */
  readonly at: string | null;
  /** How many good ones are kept in the folder. */
  readonly kept: number;
  readonly keys: BackupKeys;
  /** The folder in which each is restored, and which is emptied for the next. */
  readonly examinedIn: string;
}
