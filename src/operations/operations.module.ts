import { Module } from '@nestjs/common';
import { BackupsController } from './backups/backups.controller';
import { BackupsJobs } from './backups/backups.jobs';
import { BackupsMetrics } from './backups/backups.metrics';
import { BackupsPages } from './backups/backups.pages';
import { BackupsQueries } from './backups/backups.queries';
import { BackupsService } from './backups/backups.service';
import { BackupMaker } from './backups/maker';
import { BackupRuns } from './backups/runs.service';
import { MailController } from './mail.controller';
import { MailPages } from './mail.pages';
import { MailQueries } from './mail.queries';
import { OperationsController } from './operations.controller';
import { OperationsMetrics } from './operations.metrics';
import { OperationsPages } from './operations.pages';
import { OperationsQueries } from './operations.queries';
import { OperationsService } from './operations.service';

@Module({
  controllers: [BackupsController, BackupsPages, MailController, MailPages, OperationsController, OperationsPages],
  providers: [
    BackupMaker,
    BackupRuns,
    BackupsJobs,
    BackupsMetrics,
    BackupsQueries,
    BackupsService,
    MailQueries,
    OperationsMetrics,
    OperationsQueries,
    OperationsService,
  ],
  exports: [BackupsQueries],
})
export class OperationsModule {}
