import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { mayRunClass } from '../classes/classes.policy';
import { ClassesQueries } from '../classes/classes.queries';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Takes } from '../platform/limits/largest-body';
import type { PageOf } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { DiplomasService } from './diplomas.service';
import { ModulesService } from './modules.service';
import { diplomaKeepers, markers, moduleKeepers } from './theory-classes.policy';
import { type DiplomaItem, type ModuleItem, TheoryClassesQueries } from './theory-classes.queries';
import { DiplomaRequest, DiplomasRequest, ModulesRequest } from './theory-classes.requests';

@ApiTags('theory classes')
@Controller('api/v1')
export class TheoryClassesController {
  constructor(
    private readonly modulesService: ModulesService,
    private readonly diplomasService: DiplomasService,
    private readonly classes: ClassesQueries,
    private readonly queries: TheoryClassesQueries,
  ) {}

  /** The modules of a theory class in their order. */
  @Get('classes/:id/modules')
  @Access('signed_in')
  async modules(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<PageOf<ModuleItem>> {
    await this.classes.seen(actor, classId);
    return { items: await this.queries.modules(classId), next: null };
  }

  /** Makes this the list of modules. A module is known by its number and keeps its marks; one with marks cannot be left out. */
  @Put('classes/:id/modules')
  @Access(moduleKeepers)
  async setUpModules(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { modules }: ModulesRequest,
  ): Promise<PageOf<ModuleItem>> {
    await this.modulesService.setUp(actor, classId, modules);
    return { items: await this.queries.modules(classId), next: null };
  }

  /** The graduates of a class and their diplomas. */
  @Get('classes/:id/diplomas')
  @Access(markers)
  async diplomas(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<PageOf<DiplomaItem>> {
    if (!mayRunClass(actor, classId)) throw new NotFound();
    return { items: await this.queries.diplomas(classId), next: null };
  }

  /** Records many diplomas as they come back from the school: all of them, or none; your own is left to others. */
  @Put('classes/:id/diplomas')
  @Takes({ kilobytes: 512 })
  @Access(diplomaKeepers)
  async recordDiplomas(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { diplomas }: DiplomasRequest,
  ): Promise<PageOf<DiplomaItem>> {
    const known = new Set((await this.queries.diplomas(classId)).map(({ id }) => id));
    if (diplomas.some(({ diplomaId }) => !known.has(diplomaId))) throw new NotFound();
    await this.diplomasService.recordAll(actor, diplomas);
    return { items: await this.queries.diplomas(classId), next: null };
  }

  /** Records the number and day the school printed on a diploma, or corrects them. */
  @Put('diplomas/:id')
  @Access(diplomaKeepers)
  async recordDiploma(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() issued: DiplomaRequest,
  ): Promise<DiplomaItem> {
    await this.diplomasService.record(actor, id, issued);
    return (await this.queries.diploma(id))!;
  }
}
