import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { classPlanners, classRunners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { GroupManagersService } from '../../classes/groups/group-managers.service';
import { ClassGroupsService } from '../../classes/groups/groups.service';
import { Access, CurrentActor, InPerson } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { assertRunsClass } from '../enrollments.policy';
import { type GroupItem, type GroupsOfClass, GroupsQueries } from './groups.queries';
import {
  DivisionRequest,
  GroupManagerRequest,
  GroupRequest,
  LeaderRequest,
  MembersRequest,
  readGroup,
} from './groups.requests';
import { type Division, GroupMembersService } from './members.service';

/** The groups of a class, and who is in them; for whoever runs the class. */
@ApiTags('classes')
@Controller('api/v1')
@Access(classRunners)
export class GroupsController {
  constructor(
    private readonly groups: ClassGroupsService,
    private readonly members: GroupMembersService,
    private readonly managers: GroupManagersService,
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

  /** Somebody looks after the group: sees its people, marks their attendance and prints their sheets. */
  @Post('groups/:id/managers')
  @InPerson()
  @Access(classPlanners)
  async appoint(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { email }: GroupManagerRequest,
  ): Promise<GroupItem> {
    await this.managers.appoint(actor, id, email);
    return (await this.queries.group(id))!;
  }

  @Delete('groups/:id/managers/:accountId')
  @Access(classPlanners)
  @HttpCode(204)
  async dismiss(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('accountId') accountId: string,
  ): Promise<void> {
    await this.managers.dismiss(actor, id, accountId);
  }

  /** Once nobody is in it and no half-day is for it. */
  @Delete('groups/:id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.members.remove(actor, id);
  }
}
