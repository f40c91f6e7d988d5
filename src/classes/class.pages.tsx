import { momentToType } from '../platform/pages/fields';
import { Body, Get, Post } from '@nestjs/common';
import { CoursesQueries } from '../courses/courses.queries';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import type { FormValues } from '../platform/pages/form-scope';
import { Takes } from '../platform/limits/largest-body';
import { mostScanMegabytes } from '../scans/scan-kinds';
import { ScansService } from '../scans/scans.service';
import { readRecordForm, recordForm } from '../platform/pages/records/record-form';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { PathId, readRequest } from '../platform/requests';
import { ClassManagersQueries } from './managers/managers.queries';
import { ClassSizesQueries } from './class-sizes.queries';
import { classPlanners, mayManageClasses } from './classes.policy';
import { ClassesQueries, type ClassItem } from './classes.queries';
import { AnnouncementRequest, ConfirmationRequest, readClassChanges } from './classes.requests';
import { ClassesService } from './classes.service';
import { SeatsQueries } from './seats.queries';
import { classWords } from './classes.words';
import { courseChoices } from './course-choices';
import { roomChoices } from './places/choices';
import { RoomsQueries } from './places/rooms.queries';
import { actionFormId } from './views/class-actions';
import { EditClassForm } from './views/class-form';
import { ClassOverview } from './views/class-overview';

/** One class: what it is, changing it, and the office's decisions about it. */
@Pages('classes/:id')
export class ClassPages {
  constructor(
    private readonly service: ClassesService,
    private readonly classes: ClassesQueries,
    private readonly courses: CoursesQueries,
    private readonly rooms: RoomsQueries,
    private readonly sizes: ClassSizesQueries,
    private readonly managers: ClassManagersQueries,
    private readonly seats: SeatsQueries,
    private readonly clock: Clock,
    private readonly scans: ScansService,
  ) {}

  @Get()
  @Help(classWords, 'helpOfClass')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.overview(page, id, null);
  }

  @Get('edit')
  @Help(classWords, 'helpToChange')
  @Access(classPlanners)
  async edit(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.editForm(page, id, null, null);
  }

  @Post()
  @Access(classPlanners)
  @Refused<ClassPages>((on, refusal, page, id) => on.editForm(page, id!, page.typed, refusal))
  async change(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { version, sent } = readRecordForm(body);
    await this.service.change(page.actor, id, readClassChanges(sent), version);
    return page.done(`/classes/${id}`, classWords[page.locale].saved);
  }

  @Post('announcement')
  @Access(classPlanners)
  @Refused<ClassPages>((on, refusal, page, id) => on.overview(page, id, { action: 'announcement', refusal }))
  async announce(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { callOpensAt, callClosesAt } = readRequest(AnnouncementRequest, body);
    const call = { callOpensAt: new Date(callOpensAt), callClosesAt: new Date(callClosesAt) };
    await this.service.announce(page.actor, id, call);
    return page.done(`/classes/${id}`, classWords[page.locale].announced);
  }

  @Post('confirmation')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(classPlanners)
  @Refused<ClassPages>((on, refusal, page, id) => on.overview(page, id, { action: 'confirmation', refusal }))
  async confirm(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    await this.service.confirm(page.actor, id, readRequest(ConfirmationRequest, fields).decision);
    await this.scans.keepWith(page.actor, 'opening_decision', id, scan);
    return page.done(`/classes/${id}`, classWords[page.locale].confirmed);
  }

  private async overview(
    page: PageRequest,
    id: string,
    refused: { action: 'announcement' | 'confirmation'; refusal: Refusal } | null,
  ): Promise<string> {
    const item = await this.classes.seen(page.actor, id);
    const [halfDays, managers] = await Promise.all([this.classes.halfDays(id), this.managers.of(id)]);
    const manages = mayManageClasses(page.actor);
    const tooSmall = manages ? await this.sizes.tooSmall(id) : [];
    const hasAllocations = manages && item.state === 'draft' && (await this.seats.areAllocated(id));
    const kept = refused && { formId: actionFormId(id, refused.action), values: page.typed, refusal: refused.refusal };
    return page.render(
      item.name,
      <ClassOverview
        {...{
          item,
          halfDays,
          managers,
          tooSmall,
          hasAllocations,
          actor: page.actor,
          now: this.clock.now(),
          refused: kept,
        }}
      />,
      refused?.refusal,
    );
  }

  private async editForm(
    page: PageRequest,
    id: string,
    typed: FormValues | null,
    refusal: Refusal | null,
  ): Promise<string> {
    const item = await this.classes.seen(page.actor, id);
    return page.render(
      classWords[page.locale].edit,
      <EditClassForm
        item={item}
        form={recordForm(storedIn(item), typed, refusal)}
        courses={courseChoices(await this.courses.list(), page.locale)}
        rooms={await roomChoices(this.rooms, page.locale)}
        refusal={refusal}
      />,
      refusal,
    );
  }
}

/** A class as its form shows it. */
function storedIn({ callOpensAt, callClosesAt, ...item }: ClassItem) {
  return {
    ...item,
    callOpensAt: callOpensAt && momentToType(callOpensAt),
    callClosesAt: callClosesAt && momentToType(callClosesAt),
  };
}
