import { Module } from '@nestjs/common';
import { MailController } from './mail.controller';
import { MailPages } from './mail.pages';
import { MailQueries } from './mail.queries';
import { OperationsController } from './operations.controller';
import { OperationsMetrics } from './operations.metrics';
import { OperationsPages } from './operations.pages';
import { OperationsQueries } from './operations.queries';
import { OperationsService } from './operations.service';

@Module({
  controllers: [MailController, MailPages, OperationsController, OperationsPages],
  providers: [MailQueries, OperationsMetrics, OperationsQueries, OperationsService],
})
export class OperationsModule {}
