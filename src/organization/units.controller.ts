import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/access/access';
import type { PageOf } from '../platform/paging';
import { OrganizationQueries, type UnitToday } from './organization.queries';

@ApiTags('organization')
@Controller('api/v1/units')
export class UnitsController {
  constructor(private readonly organization: OrganizationQueries) {}

  /** The organisation tree as it is today. */
  @Get()
  @Access('signed_in')
  async list(): Promise<PageOf<UnitToday>> {
    return { items: await this.organization.units(), next: null };
  }
}
