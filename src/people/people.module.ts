import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module';
import { MovesService } from './moves.service';
import { PeopleController } from './people.controller';
import { PeoplePages } from './people.pages';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { RosterImportsController } from './roster-imports.controller';
import { RosterImportsPages } from './roster-imports.pages';
import { RosterImportsQueries } from './roster-imports.queries';
import { RosterImportsService } from './roster-imports.service';

@Module({
  imports: [OrganizationModule],
  controllers: [PeopleController, RosterImportsController, PeoplePages, RosterImportsPages],
  providers: [PeopleQueries, PeopleService, MovesService, RosterImportsQueries, RosterImportsService],
  exports: [PeopleQueries, PeopleService, MovesService, RosterImportsService],
})
export class PeopleModule {}
