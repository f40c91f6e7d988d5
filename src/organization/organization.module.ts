import { Module } from '@nestjs/common';
import { LetterheadsController } from './letterheads.controller';
import { LetterheadsPages } from './letterheads.pages';
import { LetterheadsQueries } from './letterheads.queries';
import { LetterheadsService } from './letterheads.service';
import { OrganizationQueries } from './organization.queries';
import { OrganizationService } from './organization.service';
import { NewUnitsPages } from './new-units.pages';
import { UnitTreeService } from './unit-tree.service';
import { UnitsController } from './units.controller';
import { UnitsPages } from './units.pages';

@Module({
  controllers: [UnitsController, NewUnitsPages, UnitsPages, LetterheadsController, LetterheadsPages],
  providers: [OrganizationService, UnitTreeService, OrganizationQueries, LetterheadsService, LetterheadsQueries],
  exports: [OrganizationService, UnitTreeService, OrganizationQueries, LetterheadsQueries],
})
export class OrganizationModule {}
