import { Get, Query, type StreamableFile } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { Page, PageRequest, Pages } from '../../platform/pages/page-request';
import { PathId } from '../../platform/requests';
import { ListFormsService } from './forms.service';
import { ListWorkbooksService } from './workbooks.service';
import { nominationFollowers, nominators, unitNominatedFor } from '../nominations.policy';
import { UnitQuery } from '../nominations.requests';

@Pages()
export class ListFilesPages {
  constructor(
    private readonly workbooks: ListWorkbooksService,
    private readonly forms: ListFormsService,
  ) {}

  @Get('list-imports/:id/workbook')
  @Access(nominationFollowers)
  async workbook(@Page() page: PageRequest, @PathId() id: string): Promise<StreamableFile> {
    return download(await this.workbooks.withVerdicts(page.actor, id, page.locale));
  }

  @Get('classes/:id/list-form')
  @Access(nominators)
  async form(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Query() { unitId }: UnitQuery,
  ): Promise<StreamableFile> {
    return download(await this.forms.prefilled(page.actor, classId, unitNominatedFor(page.actor, unitId)));
  }
}
