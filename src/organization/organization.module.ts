import { Module } from '@nestjs/common';
import { LetterheadsController } from './letterheads.controller';
import { LetterheadsPages } from './letterheads.pages';
import { LetterheadsQueries } from './letterheads.queries';
import { LetterheadsService } from './letterheads.service';
import { OrganizationQueries } from './organization.queries';
import { OrganizationService } from './organization.service';
import { UnitsController } from './units.controller';
import { UnitsPages } from './units.pages';

@Module({
  controllers: [UnitsController, UnitsPages, LetterheadsController, LetterheadsPages],
  providers: [OrganizationService, OrganizationQueries, LetterheadsService, LetterheadsQueries],
  exports: [OrganizationService, OrganizationQueries, LetterheadsQueries],
})
export class OrganizationModule {}
