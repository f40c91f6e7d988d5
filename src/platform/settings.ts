import type { OpenIdSettings } from './access/open-id-settings';
import type { BackupSettings } from './backups/backup-settings';
import type { Deadlines } from './deadlines';
import type { ReminderHours } from './reminder-hours';

/** What the ground needs to know of the service's settings, once a database was found. */
export abstract class PlatformSettings {
  abstract readonly databaseUrl: string;
  abstract readonly databasePool: number;
  abstract readonly preparedStatements: boolean;
  abstract readonly redisUrl: string | null;
  abstract readonly process: 'web' | 'worker' | 'both';
  abstract readonly workerConcurrency: number;
  abstract readonly smtpUrl: string | null;
  abstract readonly mailFrom: string;
  abstract readonly mailConcurrency: number;
  abstract readonly mailPerDomainPerMinute: number;
  abstract readonly webhookLoopback: boolean;
  abstract readonly publicUrl: string;
  abstract readonly isPublicUrlSaid: boolean;
  abstract readonly trustProxy: number;
  abstract readonly secureCookies: boolean;
  abstract readonly secondFactor: 'off' | 'staff';
  abstract readonly openId: OpenIdSettings | null;
  abstract readonly signInLimit: number;
  abstract readonly signInNetworkLimit: number;
  abstract readonly calendarReadLimit: number;
  abstract readonly sessionHours: number;
  abstract readonly sessionDays: number;
  abstract readonly idempotencyKeyHours: number;
  abstract readonly sizeWarningDays: number;
  abstract readonly reportsCountedAtOnce: number;
  abstract readonly reminderHours: ReminderHours;
  abstract readonly checkInCodeSeconds: number;
  abstract readonly checkInOfflineHours: number;
  abstract readonly leaveRequestDays: number;
  abstract readonly decisionWaitMinutes: number;
  abstract readonly essayFileMegabytes: number;
  abstract readonly scanFileMegabytes: number;
  abstract readonly scanPages: number;
  abstract readonly scanExpected: boolean;
  abstract readonly printedRows: number;
  abstract readonly closingBatch: number;
  abstract readonly backups: BackupSettings;
  abstract readonly examineAt: string | null;
  abstract readonly deadlines: Deadlines;
  abstract readonly componentsPage: boolean;
  abstract readonly logLevel: string;
}
