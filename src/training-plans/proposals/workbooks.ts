import { Injectable } from '@nestjs/common';
import { classStateWords } from '../../classes/classes.labels';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../../platform/uploads';
import { planShownTo } from '../training-plans.policy';
import { type TrainingPlan, TrainingPlansQueries } from '../training-plans.queries';
import { planActions } from '../training-plans.words';
import { proposalsShownTo } from './proposals.policy';
import { type NeedItem, PlanProposalsQueries } from './proposals.queries';
import { proposalWords, standingWords } from './proposals.words';

const headings = [
  'TT',
  'Chương trình',
  'Quý',
  'Số lớp',
  'Số người',
  'Nhu cầu',
  'Nhu cầu của từng đơn vị',
  'Lớp đã mở',
  'Học viên',
  'Xác nhận',
  'Ghi chú',
];
const widths = [6, 40, 8, 10, 10, 10, 44, 12, 10, 26, 40];

/** The plan to take along, in Vietnamese, as whoever asks may see it. */
@Injectable()
export class PlanWorkbooks {
  constructor(
    private readonly plans: TrainingPlansQueries,
    private readonly proposals: PlanProposalsQueries,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, year: number): Promise<Upload> {
    const [plan, needs] = await Promise.all([
      this.plans.plan(year, planShownTo(actor)),
      this.proposals.needs({ year }, proposalsShownTo(actor)),
    ]);
    const bloc = plan.bodies[0];
    if (bloc)
      await this.journal.write(this.database.reader, actor, {
        action: planActions.downloaded,
        subject: { type: 'unit', id: bloc.id },
        facts: { year, lines: plan.lines.length },
      });
    const title = `KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG NĂM ${year}`;
    const content = await writeXlsx(`Kế hoạch ${year}`, widths, listSheet(title, headings, rowsOf(plan, needs)));
    return { name: `ke-hoach-${year}-${this.clock.today()}.xlsx`, content };
  }
}

function rowsOf({ lines, outside }: TrainingPlan, needs: readonly NeedItem[]) {
  return [
    ...lines.map((line) => [
      line.courseName,
      line.quarter,
      line.plannedClasses,
      line.targetPeople,
      line.needed,
      needs
        .filter(({ lineId, people }) => lineId === line.id && people > 0)
        .map(({ unitNameVi, people }) => `${unitNameVi}: ${people}`)
        .join('; '),
      line.opened,
      line.enrolled,
      standingWords.vi[line.standing],
      line.note ?? '',
    ]),
    ...outside.map(({ courseName, name, state, enrolled, continues }) => [
      courseName,
      '',
      0,
      0,
      0,
      '',
      1,
      enrolled,
      '',
      `${proposalWords.vi.outsideOne(name)} (${classStateWords.vi[state]})${continues ? `; ${proposalWords.vi.continues}` : ''}`,
    ]),
  ];
}
