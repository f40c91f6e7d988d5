import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { classRunners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { ClassGroupsService } from '../../classes/groups/groups.service';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { assertRunsClass } from '../enrollments.policy';
import { type GroupItem, type GroupsOfClass, GroupsQueries } from './groups.queries';
import { DivisionRequest, GroupRequest, LeaderRequest, MembersRequest, readGroup } from './groups.requests';
import { type Division, GroupMembersService } from './members.service';

/** The groups of a class, and who is in them; for whoever runs the class. */
@ApiTags('classes')
@Controller('api/v1')
@Access(classRunners)
export class GroupsController {
  constructor(
    private readonly groups: ClassGroupsService,
    private readonly members: GroupMembersService,
    private readonly queries: GroupsQueries,
    private readonly classes: ClassesQueries,
  ) {}

  @Get('classes/:id/groups')
  async list(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<GroupsOfClass> {
    assertRunsClass(actor, await this.classes.class(classId));
    return this.queries.ofClass(classId);
  }

  @Post('classes/:id/groups')
  @ApiBody({ type: GroupRequest })
  async make(@CurrentActor() actor: Actor, @PathId() classId: string, @Body() sent: object): Promise<GroupItem> {
    return (await this.queries.group(await this.groups.make(actor, classId, readGroup(sent))))!;
  }

  /** Divides everybody, or those in no group yet; with the fingerprint of a dry run in `expects` exactly that is done, or nothing. */
  @Post('classes/:id/groups/divisions')
  @HttpCode(200)
  async divide(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { dryRun = false, expects, ...wanted }: DivisionRequest,
  ): Promise<Division & { readonly dryRun: boolean }> {
    const division = dryRun
      ? await this.members.tryOut(actor, classId, wanted)
      : await this.members.divide(actor, classId, wanted, expects);
    return { ...division, dryRun };
  }

  /** Puts people into a group, or into none. What they attended with another group stands for the same half-days. */
  @Put('classes/:id/groups/members')
  async move(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { enrollmentIds, groupId }: MembersRequest,
  ): Promise<GroupsOfClass & { readonly moved: number }> {
    const moved = await this.members.move(actor, classId, enrollmentIds, groupId ?? null);
    return { ...(await this.queries.ofClass(classId)), moved };
  }

  /** Takes the latest division or move back. */
  @Post('group-moves/:id/reversal')
  @HttpCode(204)
  async undo(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.members.undo(actor, id);
  }

  @Patch('groups/:id')
  @ApiBody({ type: GroupRequest })
  async change(@CurrentActor() actor: Actor, @PathId() id: string, @Body() sent: object): Promise<GroupItem> {
    await this.groups.change(actor, id, readGroup(sent));
    return (await this.queries.group(id))!;
  }

  /** Who leads the group; it gives no rights. */
  @Put('groups/:id/leader')
  async lead(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { enrollmentId }: LeaderRequest,
  ): Promise<GroupItem> {
    await this.members.lead(actor, id, enrollmentId ?? null);
    return (await this.queries.group(id))!;
  }

  /** Once nobody is in it and no half-day is for it. */
  @Delete('groups/:id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.members.remove(actor, id);
  }
}
