import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, dayOf } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import type { Written } from '../../platform/sheets/xlsx/written-cell';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import { TooManyToExport } from '../../platform/problems/refusals';
import type { Upload } from '../../platform/uploads';
import type { PlanBody } from '../plan-standing';
import { TrainingPlansQueries } from '../training-plans.queries';
import { planActions } from '../training-plans.words';
import { proposalsShownTo } from './proposals.policy';
import { PlanProposalsQueries, type ProposalFilter, type ProposalItem } from './proposals.queries';
import { proposalStateWords } from './proposals.words';

const proposalHeadings = [
  'TT',
  'Đơn vị',
  'Chương trình',
  'Quý',
  'Số người',
  'Lý do, ghi chú',
  'Ngày đề xuất',
  'Trả lời',
  'Dòng kế hoạch',
  'Lý do trả lời',
];
const proposalWidths = [6, 40, 40, 8, 10, 40, 14, 18, 44, 40];
const most = 10_000;

/** What was proposed for a plan to take along, in Vietnamese, as whoever asks may see it. */
@Injectable()
export class PlanWorkbooks {
  constructor(
    private readonly plans: TrainingPlansQueries,
    private readonly proposals: PlanProposalsQueries,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** What units and the Group proposed, with the answers, as the list shows it. @throws TooManyToExport */
  async proposalsOf(
    actor: Actor,
    year: number,
    filter: Pick<ProposalFilter, 'unitId' | 'state' | 'sort'>,
  ): Promise<Upload> {
    const { items, next } = await this.proposals.list(year, proposalsShownTo(actor), { ...filter, limit: most });
    if (next !== null) throw new TooManyToExport(most);
    await this.write(actor, await this.plans.bodies(), { year, proposals: items.length });
    const title = `ĐỀ XUẤT CHO KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG NĂM ${year}`;
    const sheet = listSheet(title, proposalHeadings, items.map(proposalRow));
    const content = await writeXlsx(`Đề xuất ${year}`, proposalWidths, sheet);
    return { name: `de-xuat-${year}-${this.clock.today()}.xlsx`, content };
  }

  private async write(actor: Actor, [bloc]: readonly PlanBody[], facts: object): Promise<void> {
    if (!bloc) return;
    const subject = { type: 'unit', id: bloc.id };
    await this.journal.write(this.database.reader, actor, {
      action: planActions.downloaded,
      subject,
      facts: { ...facts },
    });
  }
}

function proposalRow(one: ProposalItem): Written[] {
  const { unitNameVi, courseName, quarter, people, note, proposedAt, state, lineCourseName, lineQuarter, answer } = one;
  return [
    unitNameVi,
    courseName,
    quarter,
    people,
    note ?? '',
    { day: dayOf(proposedAt) },
    proposalStateWords.vi[state],
    lineCourseName ? `${lineCourseName}, quý ${lineQuarter}` : '',
    answer ?? '',
  ];
}
