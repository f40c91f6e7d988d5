import { Body, Get, HttpCode, Post } from '@nestjs/common';
import { classPlanners, classRunners, mayManageClasses } from '../../classes/classes.policy';
import { type ClassItem, ClassesQueries } from '../../classes/classes.queries';
import { GroupManagersService } from '../../classes/groups/group-managers.service';
import { ClassGroupsService } from '../../classes/groups/groups.service';
import { groupNameWords } from '../../classes/groups/groups.words';
import { roomChoices } from '../../classes/places/choices';
import { RoomsQueries } from '../../classes/places/rooms.queries';
import { Access, InPerson } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { assertRunsClass } from '../enrollments.policy';
import { type GroupItem, GroupsQueries } from './groups.queries';
import { DivisionRequest, GroupManagerRequest, LeaderRequest, MembersRequest, readGroup } from './groups.requests';
import { groupWords } from './groups.words';
import { GroupMembersService } from './members.service';
import { DivisionPreview } from './views/division';
import { GroupForm, type GroupPageForm } from './views/group';
import { ClassGroups, type GroupsForm } from './views/groups';

/** The tab of a class where it is divided into groups, and the page of one group. */
@Pages()
@Access(classRunners)
export class GroupsPages {
  constructor(
    private readonly groups: ClassGroupsService,
    private readonly members: GroupMembersService,
    private readonly managers: GroupManagersService,
    private readonly queries: GroupsQueries,
    private readonly classes: ClassesQueries,
    private readonly rooms: RoomsQueries,
  ) {}

  @Get('classes/:id/groups')
  @Help(groupWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.groupsPage(page, id, null);
  }

  @Post('classes/:id/groups')
  @Refused<GroupsPages>((on, refusal, page, id) => on.groupsPage(page, id, { form: 'make', refusal }))
  async make(@Page() page: PageRequest, @PathId() id: string, @Body() body: object): Promise<Redirect> {
    await this.groups.make(page.actor, id, readGroup(body));
    return page.done(`/classes/${id}/groups`, groupWords[page.locale].made);
  }

  @Post('classes/:id/groups/divisions/preview')
  @HttpCode(200)
  @Refused<GroupsPages>((on, refusal, page, id) => on.groupsPage(page, id, { form: 'divide', refusal }))
  async preview(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<string> {
    const { by, groups, onlyUngrouped } = readRequest(DivisionRequest, body);
    const division = await this.members.tryOut(page.actor, id, { by, groups, onlyUngrouped });
    const item = await this.runBy(page, id);
    return page.render(
      groupWords[page.locale].previewTitle(item.code),
      <DivisionPreview item={item} wanted={{ by, groups, onlyUngrouped }} division={division} />,
    );
  }

  @Post('classes/:id/groups/divisions')
  @Refused<GroupsPages>((on, refusal, page, id) => on.groupsPage(page, id, { form: 'divide', refusal }))
  async divide(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { by, groups, onlyUngrouped, expects } = readRequest(DivisionRequest, body);
    const { moved } = await this.members.divide(page.actor, id, { by, groups, onlyUngrouped }, expects);
    return page.done(`/classes/${id}/groups`, groupWords[page.locale].placed(moved.length));
  }

  @Post('classes/:id/groups/members')
  @Refused<GroupsPages>((on, refusal, page, id) => on.groupsPage(page, id, { form: 'move', refusal }))
  async move(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { enrollmentIds, groupId } = readRequest(MembersRequest, body);
    const moved = await this.members.move(page.actor, id, enrollmentIds, groupId ?? null);
    return page.done(`/classes/${id}/groups`, groupWords[page.locale].placed(moved));
  }

  @Post('classes/:id/groups/moves/:moveId/reversal')
  @Refused<GroupsPages>((on, refusal, page, id) => on.groupsPage(page, id, { form: 'undo', refusal }))
  async undo(@Page() page: PageRequest, @PathId() id: string, @PathId('moveId') moveId: string): Promise<Redirect> {
    await this.members.undo(page.actor, moveId);
    return page.done(`/classes/${id}/groups`, groupWords[page.locale].undone);
  }

  @Get('groups/:id')
  @Help(groupWords, 'helpOfOne')
  async group(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.groupPage(page, id, null);
  }

  @Post('groups/:id')
  @Refused<GroupsPages>((on, refusal, page, id) => on.groupPage(page, id, { form: 'facts', refusal }))
  async change(@Page() page: PageRequest, @PathId() id: string, @Body() body: object): Promise<Redirect> {
    await this.groups.change(page.actor, id, readGroup(body));
    return page.done(`/groups/${id}`, groupWords[page.locale].saved);
  }

  @Post('groups/:id/leader')
  @Refused<GroupsPages>((on, refusal, page, id) => on.groupPage(page, id, { form: 'leader', refusal }))
  async lead(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.members.lead(page.actor, id, readRequest(LeaderRequest, body).enrollmentId ?? null);
    return page.done(`/groups/${id}`, groupWords[page.locale].led);
  }

  @Post('groups/:id/managers')
  @InPerson()
  @Access(classPlanners)
  @Refused<GroupsPages>((on, refusal, page, id) => on.groupPage(page, id, { form: 'manager', refusal }))
  async appoint(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.managers.appoint(page.actor, id, readRequest(GroupManagerRequest, body).email);
    return page.done(`/groups/${id}`, groupWords[page.locale].appointed);
  }

  @Post('groups/:id/managers/:managerId/ending')
  @Access(classPlanners)
  @Refused<GroupsPages>((on, refusal, page, id) => on.groupPage(page, id, { form: 'manager', refusal }))
  async dismiss(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('managerId') accountId: string,
  ): Promise<Redirect> {
    await this.managers.dismiss(page.actor, id, accountId);
    return page.done(`/groups/${id}`, groupWords[page.locale].dismissed);
  }

  @Post('groups/:id/removal')
  @Refused<GroupsPages>((on, refusal, page, id) => on.groupPage(page, id, { form: 'remove', refusal }))
  async remove(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const { classId } = found(await this.queries.group(id));
    await this.members.remove(page.actor, id);
    return page.done(`/classes/${classId}/groups`, groupWords[page.locale].removed);
  }

  private async runBy({ actor }: PageRequest, classId: string): Promise<ClassItem> {
    const item = await this.classes.class(classId);
    assertRunsClass(actor, item);
    return item;
  }

  private async groupsPage(
    page: PageRequest,
    id: string,
    refused: { readonly form: GroupsForm; readonly refusal: Refusal } | null,
  ): Promise<string> {
    const item = await this.runBy(page, id);
    const [groups, members] = await Promise.all([this.queries.ofClass(id), this.queries.membersOf(id)]);
    return page.render(
      groupWords[page.locale].title(item.code),
      <ClassGroups
        {...{ item, actor: page.actor, groups, members }}
        rooms={await roomChoices(this.rooms, page.locale)}
        refused={refused && { ...refused, typed: page.typed }}
      />,
      refused?.refusal ?? null,
    );
  }

  private async groupPage(
    page: PageRequest,
    id: string,
    refused: { readonly form: GroupPageForm; readonly refusal: Refusal } | null,
  ): Promise<string> {
    const group: GroupItem = found(await this.queries.group(id));
    const item = await this.runBy(page, group.classId);
    const members = await this.queries.membersOf(item.id);
    return page.render(
      groupNameWords[page.locale].group(group.number, group.name),
      <GroupForm
        {...{ item, group, members: members.filter(({ groupNumber }) => groupNumber === group.number) }}
        rooms={await roomChoices(this.rooms, page.locale)}
        mayAppoint={mayManageClasses(page.actor)}
        refused={refused && { ...refused, typed: page.typed }}
      />,
      refused?.refusal ?? null,
    );
  }
}
