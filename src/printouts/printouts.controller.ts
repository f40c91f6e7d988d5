import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { download } from '../platform/downloads';
import { PathId } from '../platform/requests';
import { printingRoles } from './printouts.policy';
import { PrintoutQuery } from './printouts.requests';
import { PrintoutsService } from './printouts.service';
import { SheetPipe } from './sheet.pipe';
import { type Sheet, sheets } from './sheets';

@ApiTags('printouts')
@Controller('api/v1/classes/:id/printouts')
export class PrintoutsController {
  constructor(private readonly printouts: PrintoutsService) {}

  /** An official paper of the class, in Vietnamese, as PDF or Excel; people by unit, then by given name. */
  @Get(':sheet')
  @Access(printingRoles)
  @ApiParam({ name: 'sheet', enum: sheets })
  async print(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('sheet', SheetPipe) sheet: Sheet,
    @Query() options: PrintoutQuery,
  ): Promise<StreamableFile> {
    return download(await this.printouts.print(actor, id, sheet, options));
  }
}
