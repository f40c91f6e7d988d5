import { Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { Takes } from '../../platform/limits/largest-body';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { mostScanMegabytes } from '../../scans/scan-kinds';
import { ScansService } from '../../scans/scans.service';
import { baseUnits } from '../nominating-units';
import { deciders, nominationFollowers } from '../nominations.policy';
import { NominationsQueries } from '../nominations.queries';
import { GroupLetterOfManyRequest } from '../nominations.requests';
import { ReviewsService } from '../reviews.service';
import { LettersQueries } from './letters.queries';
import { LettersPageQuery } from './letters.requests';
import { letterWords } from './letters.words';
import { LetterWorkbooks } from './workbooks.service';
import { Letters } from './views/letters';
import { isWithin } from '../../platform/access/reach';

/** The letters by which people are sent to a class, and the Group's for whom it endorsed before it wrote. */
@Pages('classes/:id/letters')
export class LettersPages {
  constructor(
    private readonly queries: LettersQueries,
    private readonly nominations: NominationsQueries,
    private readonly reviews: ReviewsService,
    private readonly scans: ScansService,
    private readonly classes: ClassesQueries,
    private readonly organization: OrganizationQueries,
    private readonly workbooks: LetterWorkbooks,
  ) {}

  @Get()
  @Help(letterWords, 'help')
  @Access(nominationFollowers)
  async list(@Page() page: PageRequest, @PathId() classId: string, @Query() query: LettersPageQuery): Promise<string> {
    return this.listPage(page, classId, query, null);
  }

  @Get('workbook')
  @Access(nominationFollowers)
  async workbook(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Query() { unitId, isMissingScan, sort }: LettersPageQuery,
  ): Promise<StreamableFile> {
    return download(await this.workbooks.of(page.actor, classId, { unitId, isMissingScan, sort }, page.locale));
  }

  @Post()
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(deciders)
  @Refused<LettersPages>((on, refusal, page, classId) => on.listPage(page, classId, {}, refusal))
  async record(@Page() page: PageRequest, @PathId() classId: string): Promise<Redirect> {
    const { actor, locale } = page;
    const { fields, scan } = await this.scans.readForm(page.raw);
    const { nominationIds, letter } = readRequest(GroupLetterOfManyRequest, fields);
    const results = await this.reviews.recordGroupLetter(actor, nominationIds, letter);
    const done = results.filter(({ refusal }) => refusal === null);
    const [first] = done;
    if (!first) throw results[0]!.refusal!;
    const { groupLetter } = (await this.nominations.nomination(first.nominationId))!;
    await this.scans.keepWith(actor, 'group_letter', groupLetter!.id, scan);
    return page.done(
      `/classes/${classId}/letters`,
      letterWords[locale].recorded(done.length, results.length - done.length),
    );
  }

  private async listPage(
    page: PageRequest,
    classId: string,
    { cursor, ...filter }: LettersPageQuery,
    refusal: Refusal | null,
  ): Promise<string> {
    const { actor, locale } = page;
    const item = await this.classes.seen(actor, classId);
    const visible = actor.unitsOf(nominationFollowers);
    const [letters, without, units] = await Promise.all([
      this.queries.ofClass(classId, visible, { ...filter, after: cursor }),
      this.queries.endorsedWithout(classId, actor.unitsOf(deciders)),
      baseUnits(this.organization, locale),
    ]);
    return page.render(
      letterWords[locale].ofClass(item.name),
      <Letters
        item={item}
        actor={actor}
        letters={letters.items}
        next={letters.next}
        isFirstPage={cursor === undefined}
        filter={filter}
        units={units.filter(({ id }) => isWithin(visible, id))}
        without={without}
        typed={refusal ? page.typed : {}}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
