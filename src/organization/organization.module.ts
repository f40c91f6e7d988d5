import { Module } from '@nestjs/common';
import { OrganizationQueries } from './organization.queries';
import { OrganizationService } from './organization.service';
import { UnitsController } from './units.controller';

@Module({
  controllers: [UnitsController],
  providers: [OrganizationService, OrganizationQueries],
  exports: [OrganizationService, OrganizationQueries],
})
export class OrganizationModule {}
