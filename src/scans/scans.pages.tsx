import { Body, Get, Param, Post } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Takes } from '../platform/limits/largest-body';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { NotFound } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { mostScanMegabytes, type ScanKind, scanKinds } from './scan-kinds';
import { noScan } from './scan-file.refusals';
import { isInUse, isOwnScan, scanReaders } from './scans.policy';
import { SupersessionRequest } from './scans.requests';
import { ScansService } from './scans.service';
import { scanWords } from './scans.words';
import { PaperPage, type RefusedScan } from './views/paper';
import { scansPath } from './views/scans-link';

/** One letter or decision, with what shows it. */
@Pages('scans/:kind/:paperId')
export class ScansPages {
  constructor(private readonly scans: ScansService) {}

  @Get()
  @Help(scanWords, 'help')
  @Access(scanReaders)
  async show(@Page() page: PageRequest, @Param('kind') kind: string, @PathId('paperId') id: string): Promise<string> {
    return this.paperPage(page, kind, id, null);
  }

  @Post()
  @Takes({ fileMegabytes: mostScanMegabytes })
  @Access(scanReaders)
  @Refused<ScansPages>((on, refusal, page, kind, id) => on.refusedPage(page, kind!, id!, 'add', refusal))
  async add(@Page() page: PageRequest, @Param('kind') kind: string, @PathId('paperId') id: string): Promise<Redirect> {
    const { scan } = await this.scans.readForm(page.raw);
    if (!scan) throw noScan();
    await this.scans.keep(page.actor, kindIn(kind), id, scan);
    return page.done(scansPath(kindIn(kind), id), scanWords[page.locale].added);
  }

  @Post(':scanId/removal')
  @Access(scanReaders)
  @Refused<ScansPages>((on, refusal, page, kind, id, scanId) => on.refusedPage(page, kind!, id!, scanId!, refusal))
  async remove(
    @Page() page: PageRequest,
    @Param('kind') kind: string,
    @PathId('paperId') id: string,
    @PathId('scanId') scanId: string,
  ): Promise<Redirect> {
    await this.scans.remove(page.actor, scanId);
    return page.done(scansPath(kindIn(kind), id), scanWords[page.locale].removed);
  }

  @Post(':scanId/supersession')
  @Access(scanReaders)
  @Refused<ScansPages>((on, refusal, page, kind, id, scanId) => on.refusedPage(page, kind!, id!, scanId!, refusal))
  async supersede(
    @Page() page: PageRequest,
    @Param('kind') kind: string,
    @PathId('paperId') id: string,
    @PathId('scanId') scanId: string,
    @Body() body: unknown,
  ): Promise<Redirect> {
    await this.scans.supersede(page.actor, scanId, readRequest(SupersessionRequest, body).reason);
    return page.done(scansPath(kindIn(kind), id), scanWords[page.locale].supersededDone);
  }

  private refusedPage(page: PageRequest, kind: string, id: string, form: string, refusal: Refusal): Promise<string> {
    return this.paperPage(page, kind, id, { form, refusal, typed: page.typed });
  }

  private async paperPage(page: PageRequest, kind: string, id: string, refused: RefusedScan | null): Promise<string> {
    const { actor } = page;
    const { paper, scans, mayKeep } = await this.scans.ofPaper(actor, kindIn(kind), id);
    return page.render(
      scanWords[page.locale].title(paper.number),
      <PaperPage
        paper={paper}
        scans={scans}
        mayKeep={mayKeep}
        mayRemove={(scan) => mayKeep && isOwnScan(actor, scan) && !isInUse(paper, scan)}
        refused={refused}
      />,
      refused?.refusal,
    );
  }
}

/** @throws NotFound */
function kindIn(text: string): ScanKind {
  const kind = scanKinds.find((one) => one === text);
  if (!kind) throw new NotFound();
  return kind;
}
