import { Global, Module } from '@nestjs/common';
import { NamedChoices } from '../platform/pages/searched/named-choices';
import { LetterheadsController } from './letterheads.controller';
import { LetterheadsPages } from './letterheads.pages';
import { LetterheadsQueries } from './letterheads.queries';
import { LetterheadsService } from './letterheads.service';
import { SignaturesPages } from './signatures.pages';
import { SignaturesService } from './signatures.service';
import { OrganizationQueries } from './organization.queries';
import { OrganizationService } from './organization.service';
import { NewUnitsPages } from './new-units.pages';
import { UnitChoicesPages } from './unit-choices.pages';
import { UnitChoices } from './unit-choices.queries';
import { UnitTreeService } from './unit-tree.service';
import { UnitsController } from './units.controller';
import { UnitsPages } from './units.pages';

// Global because pages on the ground ask it which unit somebody named.
@Global()
@Module({
  controllers: [
    UnitChoicesPages,
    UnitsController,
    NewUnitsPages,
    UnitsPages,
    LetterheadsController,
    LetterheadsPages,
    SignaturesPages,
  ],
  providers: [
    OrganizationService,
    UnitTreeService,
    OrganizationQueries,
    UnitChoices,
    { provide: NamedChoices, useExisting: UnitChoices },
    LetterheadsService,
    SignaturesService,
    LetterheadsQueries,
  ],
  exports: [OrganizationService, UnitTreeService, OrganizationQueries, UnitChoices, NamedChoices, LetterheadsQueries],
})
export class OrganizationModule {}
