import type { IncomingMessage } from 'node:http';
import type { Writable } from 'node:stream';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import {
  APP_FILTER,
  APP_GUARD,
  APP_INTERCEPTOR,
  APP_PIPE,
  DiscoveryModule,
  DiscoveryService,
  MetadataScanner,
  Reflector,
} from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Logger, LoggerModule } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { AccessGuard } from './access/access.guard';
import { DeclaredRoutes } from './access/declared-routes';
import { AttemptLimits } from './attempt-limits';
import { Clock } from './clock';
import { CursorKey } from './cursor-key';
import { type ConstraintRefusals, Database } from './database/database';
import { dataSourceOptions } from './database/data-source';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { Readiness } from './health/readiness';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';
import { IdempotencyJobs } from './idempotency/idempotency.jobs';
import { DeliveryAttempts } from './jobs/delivery-attempts';
import { JobQueue } from './jobs/job-queue';
import { JobWorker } from './jobs/job-worker';
import { LongJobSteps } from './jobs/long-job-steps';
import { ListDownloads } from './pages/exports/list-downloads';
import { LongJobs } from './jobs/long-jobs';
import { RecurringLooks, type Schedule } from './jobs/recurring-looks';
import { Journal } from './journal/journal';
import { ImportsQueries } from './imports/imports.queries';
import { JournalController } from './journal/journal.controller';
import { JournalJobs } from './journal/journal.jobs';
import { JournalQueries } from './journal/journal.queries';
import { JournalReadings } from './journal/journal-readings';
import { JournalSeals } from './journal/journal-seals';
import { RequestShapeGuard } from './limits/request-shape';
import { MailJobs } from './mailer/mail.jobs';
import { MailAddresses } from './mailer/mail-addresses';
import { MailAllowances } from './mailer/mail-allowances';
import { MailDeliveries } from './mailer/mail-deliveries';
import { MailPauses } from './mailer/mail-pauses';
import { MailRenewal } from './mailer/mail-renewal';
import { MailSecrets } from './mailer/mail-secrets';
import { MailReturnsService } from './mailer/mail-returns.service';
import { MailWriters } from './mailer/mail-writers';
import { KeepingTransport, MailTransport, SmtpTransport } from './mailer/mail-transport';
import { Mailer } from './mailer/mailer';
import { ComponentsPages } from './pages/components/components.pages';
import { DocxThread } from './docx/docx-thread';
import { PdfThread } from './pdf/pdf-thread';
import { logLines, writeLine } from './log-lines';
import { NoticesService } from './notices/notices.service';
import { FormOutcomes } from './outcomes/form-outcomes';
import { ProblemFilter } from './problems/problem.filter';
import { Randomness } from './randomness';
import { RequestPipe } from './requests';
import { PlatformSettings } from './settings';
import { Surroundings } from './surroundings/surroundings';

/** The ground: knows nothing of training, serves every feature. */
@Global()
@Module({})
export class PlatformModule {
  static with(
    settings: PlatformSettings,
    clock: Clock,
    randomness: Randomness,
    refusals: ConstraintRefusals,
    schedule: Schedule,
    log?: Writable,
  ): DynamicModule {
    const {
      databaseUrl,
      redisUrl,
      databasePool,
      logLevel,
      process,
      workerConcurrency,
      smtpUrl: url,
      mailFrom: from,
    } = settings;
    const { preparedStatements: prepares, mailConcurrency: connections, deadlines } = settings;
    const queue = { databaseUrl, redisUrl, deadlines };
    const seconds = deadlines.mailSeconds;
    const works = { ...queue, works: process !== 'web', concurrency: workerConcurrency };
    const lines = {
      level: logLevel,
      serializers: logLines,
      hooks: { logMethod: writeLine as never },
      autoLogging: {
        ignore: ({ url = '' }: IncomingMessage) => url.startsWith('/assets/') || url.startsWith('/health'),
      },
    };
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        LoggerModule.forRoot({ pinoHttp: log ? [lines, log] : lines }),
        TypeOrmModule.forRoot(
          dataSourceOptions({
            url: databaseUrl,
            pool: databasePool,
            applicationName: `training-${process}`,
            prepares,
            bounds: deadlines,
          }),
        ),
      ],
      controllers: [HealthController, JournalController, ...(settings.componentsPage ? [ComponentsPages] : [])],
      providers: [
        { provide: PlatformSettings, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: Randomness, useValue: randomness },
        { provide: Database, inject: [DataSource], useFactory: (source: DataSource) => new Database(source, refusals) },
        {
          provide: MailTransport,
          useValue: url ? new SmtpTransport({ url, from, connections, seconds }) : new KeepingTransport(),
        },
        { provide: JobQueue, useFactory: () => new JobQueue(queue) },
        {
          provide: RecurringLooks,
          inject: [Database, JobQueue, PlatformSettings],
          useFactory: (...parts: [Database, JobQueue, PlatformSettings]) => new RecurringLooks(schedule, ...parts),
        },
        {
          provide: JobWorker,
          inject: [JobQueue, RecurringLooks, DiscoveryService, MetadataScanner, Reflector, Logger],
          useFactory: (...parts: [JobQueue, RecurringLooks, DiscoveryService, MetadataScanner, Reflector, Logger]) =>
            new JobWorker(works, ...parts),
        },
        { provide: APP_GUARD, useClass: RequestShapeGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: RequestPipe },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        AttemptLimits,
        ListDownloads,
        CursorKey,
        DeclaredRoutes,
        FormOutcomes,
        IdempotencyJobs,
        ImportsQueries,
        Readiness,
        Journal,
        JournalQueries,
        JournalReadings,
        JournalSeals,
        JournalJobs,
        LongJobs,
        DocxThread,
        PdfThread,
        LongJobSteps,
        Mailer,
        MailJobs,
        MailAddresses,
        MailAllowances,
        MailDeliveries,
        MailPauses,
        MailRenewal,
        MailReturnsService,
        MailSecrets,
        MailWriters,
        DeliveryAttempts,
        Metrics,
        NoticesService,
        Surroundings,
      ],
      exports: [
        AttemptLimits,
        ListDownloads,
        Surroundings,
        PlatformSettings,
        Clock,
        Randomness,
        Database,
        FormOutcomes,
        ImportsQueries,
        JobQueue,
        DeliveryAttempts,
        RecurringLooks,
        Journal,
        JournalQueries,
        JournalReadings,
        JournalSeals,
        LongJobs,
        DocxThread,
        PdfThread,
        LongJobSteps,
        Mailer,
        MailAddresses,
        MailPauses,
        MailReturnsService,
        MailWriters,
        Metrics,
        NoticesService,
        DeclaredRoutes,
      ],
    };
  }
}
