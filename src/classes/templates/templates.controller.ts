import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { IfMatch, Tagged } from '../../platform/etags';
import { type PageOf, usualPage } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { classPlanners } from '../classes.policy';
import { ClassTemplatesQueries, type TemplateItem } from './templates.queries';
import {
  ChangeTemplateRequest,
  NewTemplateRequest,
  readNewTemplate,
  readTemplateChanges,
  TemplateListQuery,
} from './templates.requests';
import { ClassTemplatesService } from './templates.service';

/** What classes of one kind have in common. */
@ApiTags('classes')
@Controller('api/v1/class-templates')
@Access(classPlanners)
@Tagged()
export class ClassTemplatesController {
  constructor(
    private readonly service: ClassTemplatesService,
    private readonly templates: ClassTemplatesQueries,
  ) {}

  /** The templates by name. */
  @Get()
  async list(@Query() { courseId, limit = usualPage, after }: TemplateListQuery): Promise<PageOf<TemplateItem>> {
    return this.templates.list({ courseId, limit, after });
  }

  @Post()
  @ApiBody({ type: NewTemplateRequest })
  async add(@CurrentActor() actor: Actor, @Body() sent: object): Promise<TemplateItem> {
    return this.answer(await this.service.add(actor, readNewTemplate(sent ?? {})));
  }

  /** Changes what was sent; with `If-Match` only when nobody changed the template meanwhile (412). */
  @Patch(':id')
  @ApiBody({ type: ChangeTemplateRequest })
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() sent: object,
    @IfMatch() version: number | null,
  ): Promise<TemplateItem> {
    await this.service.change(actor, id, readTemplateChanges(sent ?? {}), version);
    return this.answer(id);
  }

  /** Classes planned from it stay as they are. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @IfMatch() version: number | null): Promise<void> {
    await this.service.remove(actor, id, version);
  }

  private async answer(id: string): Promise<TemplateItem> {
    return found(await this.templates.template(id));
  }
}
