import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { type PageOf, usualPage } from '../../platform/paging';
import { NotFound } from '../../platform/problems/refusals';
import { IdPipe } from '../../platform/requests';
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
import { etagOf, versionIn } from '../etags';

/** What classes of one kind have in common. */
@ApiTags('classes')
@Controller('api/v1/class-templates')
@Access(classPlanners)
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
  async add(
    @CurrentActor() actor: Actor,
    @Body() sent: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TemplateItem> {
    return this.answer(await this.service.add(actor, readNewTemplate(sent ?? {})), reply);
  }

  /** Changes what was sent; with `If-Match` only when nobody changed the template meanwhile (412). */
  @Patch(':id')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiBody({ type: ChangeTemplateRequest })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() sent: object,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TemplateItem> {
    await this.service.change(actor, id, readTemplateChanges(sent ?? {}), versionIn(ifMatch));
    return this.answer(id, reply);
  }

  /** Classes planned from it stay as they are. */
  @Delete(':id')
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: false })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.service.remove(actor, id, versionIn(ifMatch));
  }

  private async answer(id: string, reply: FastifyReply): Promise<TemplateItem> {
    const item = await this.templates.template(id);
    if (!item) throw new NotFound();
    void reply.header('ETag', etagOf(item.version));
    return item;
  }
}
