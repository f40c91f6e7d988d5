import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { OrganizationModule } from '../organization/organization.module';
import { PeopleModule } from '../people/people.module';
import { CertificateImportsController } from './certificate-imports.controller';
import { CertificateImportsPages } from './certificate-imports.pages';
import { CertificateImportsQueries } from './certificate-imports.queries';
import { CertificateImportsService } from './certificate-imports.service';
import { EarlierCertificatesPages } from './earlier-certificates.pages';
import { EarlierCertificatesService } from './earlier-certificates.service';
import { EnteredRecordsPages } from './entered-records.pages';
import { EnteredRecordsService } from './entered-records.service';
import { TheoryLevelsService } from './theory-levels.service';
import { TrainingRecordsController } from './training-records.controller';
import { TrainingRecordsPages } from './training-records.pages';
import { TrainingRecordsQueries } from './training-records.queries';
import { TrainingRecordsService } from './training-records.service';

@Module({
  imports: [OrganizationModule, PeopleModule, CoursesModule],
  controllers: [
    TrainingRecordsController,
    TrainingRecordsPages,
    EnteredRecordsPages,
    EarlierCertificatesPages,
    CertificateImportsController,
    CertificateImportsPages,
  ],
  providers: [
    TrainingRecordsQueries,
    TrainingRecordsService,
    EnteredRecordsService,
    EarlierCertificatesService,
    CertificateImportsService,
    CertificateImportsQueries,
    TheoryLevelsService,
  ],
  exports: [TrainingRecordsQueries, TrainingRecordsService, TheoryLevelsService],
})
export class TrainingRecordsModule {}
