import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, InPerson } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { type ClassManager, ClassManagersQueries } from './managers.queries';
import { AppointManagerRequest } from './managers.requests';
import { ClassManagersService } from './managers.service';
import { classPlanners, managerReaders } from '../classes.policy';
import { ClassesQueries } from '../classes.queries';

@ApiTags('classes')
@Controller('api/v1/classes/:id/managers')
export class ClassManagersController {
  constructor(
    private readonly managers: ClassManagersService,
    private readonly queries: ClassManagersQueries,
    private readonly classes: ClassesQueries,
  ) {}

  @Get()
  @Access(managerReaders)
  async list(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<{ items: ClassManager[] }> {
    await this.classes.seen(actor, classId);
    return { items: await this.queries.of(classId) };
  }

  /** Refused when the person runs another class at one of its half-days, unless the decision is given. */
  @Post()
  @InPerson()
  @Access(classPlanners)
  async appoint(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() wanted: AppointManagerRequest,
  ): Promise<{ items: ClassManager[] }> {
    await this.managers.appoint(actor, classId, wanted);
    return { items: await this.queries.of(classId) };
  }

  @Delete(':accountId')
  @Access(classPlanners)
  @HttpCode(204)
  async dismiss(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @PathId('accountId') accountId: string,
  ): Promise<void> {
    await this.managers.dismiss(actor, classId, accountId);
  }
}
