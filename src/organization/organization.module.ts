import { Module } from '@nestjs/common';
import { LetterheadsQueries } from './letterheads.queries';
import { OrganizationQueries } from './organization.queries';
import { OrganizationService } from './organization.service';
import { UnitsController } from './units.controller';

@Module({
  controllers: [UnitsController],
  providers: [OrganizationService, OrganizationQueries, LetterheadsQueries],
  exports: [OrganizationService, OrganizationQueries, LetterheadsQueries],
})
export class OrganizationModule {}
