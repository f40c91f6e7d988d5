import { Module } from '@nestjs/common';
import { LetterheadsController } from './letterheads.controller';
import { LetterheadsPages } from './letterheads.pages';
import { LetterheadsQueries } from './letterheads.queries';
import { LetterheadsService } from './letterheads.service';
import { SignaturesPages } from './signatures.pages';
import { SignaturesService } from './signatures.service';
import { OrganizationQueries } from './organization.queries';
import { OrganizationService } from './organization.service';
import { NewUnitsPages } from './new-units.pages';
import { UnitTreeService } from './unit-tree.service';
import { UnitsController } from './units.controller';
import { UnitsPages } from './units.pages';

@Module({
  controllers: [UnitsController, NewUnitsPages, UnitsPages, LetterheadsController, LetterheadsPages, SignaturesPages],
  providers: [
    OrganizationService,
    UnitTreeService,
    OrganizationQueries,
    LetterheadsService,
    SignaturesService,
    LetterheadsQueries,
  ],
  exports: [OrganizationService, UnitTreeService, OrganizationQueries, LetterheadsQueries],
})
export class OrganizationModule {}
