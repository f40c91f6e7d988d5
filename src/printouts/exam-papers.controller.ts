import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { download } from '../platform/downloads';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { examRecorders } from '../theory-classes/exams/exams.policy';
import { examPapers } from './exam-papers';
import { ExamPapersService } from './exam-papers.service';
import { PaperQuery } from './printouts.requests';

const paperNamed = (name: string) => found(examPapers.find((one) => one === name) ?? null);

@ApiTags('examinations')
@Controller('api/v1/exams/:id/papers')
export class ExamPapersController {
  constructor(private readonly papers: ExamPapersService) {}

  /** An official paper of an examination, in Vietnamese: the list for the door, the sheet to sign, the minutes. */
  @Get(':paper')
  @Access(examRecorders)
  @ApiParam({ name: 'paper', enum: examPapers })
  async print(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('paper') paper: string,
    @Query() { format = 'pdf' }: PaperQuery,
  ): Promise<StreamableFile> {
    return download(await this.papers.print(actor, id, paperNamed(paper), format));
  }
}

@Pages('exams/:id/papers')
export class ExamPapersPages {
  constructor(private readonly papers: ExamPapersService) {}

  @Get(':paper')
  @Access(examRecorders)
  async print(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Param('paper') paper: string,
    @Query() query: unknown,
  ): Promise<StreamableFile> {
    const { format = 'pdf' } = readRequest(PaperQuery, query);
    return download(await this.papers.print(page.actor, id, paperNamed(paper), format));
  }
}
