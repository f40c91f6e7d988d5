import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { mayExportRegister } from '../../completions/certificates/certificates.policy';
import { CertificatesQueries } from '../../completions/certificates/certificates.queries';
import { certificateActions } from '../../completions/certificates/certificates.words';
import type { CertificateFilter, CertificateSort } from '../../completions/certificates/filter';
import { certificatesVisibleTo } from '../../completions/completions.policy';
import { LetterheadsQueries } from '../../organization/letterheads.queries';
import { PeopleService } from '../../people/people.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { NotAllowed, TooManyToExport } from '../../platform/problems/refusals';
import { PlatformSettings } from '../../platform/settings';
import type { Upload } from '../../platform/uploads';
import { proposalsShownTo } from '../../training-plans/proposals/proposals.policy';
import { PlanProposalsQueries } from '../../training-plans/proposals/proposals.queries';
import { planShownTo } from '../../training-plans/training-plans.policy';
import { TrainingPlansQueries } from '../../training-plans/training-plans.queries';
import { planActions } from '../../training-plans/training-plans.words';
import { TrainingRecordsQueries } from '../../training-records/training-records.queries';
import { recordActions } from '../../training-records/training-records.words';
import { Printer } from '../printer';
import type { PaperFormat } from '../sheets';
import { certificatesPaper } from './certificates-paper';
import { planPaper } from './plan-paper';
import { recordPaper } from './record-paper';

/** A sheet takes what no printer would. */
const rowsOfWorkbook = 10_000;

/** What the Bloc keeps year by year and person by person, as papers. */
@Injectable()
export class RegisterPapersService {
  constructor(
    private readonly plans: TrainingPlansQueries,
    private readonly proposals: PlanProposalsQueries,
    private readonly certificates: CertificatesQueries,
    private readonly classes: ClassesQueries,
    private readonly records: TrainingRecordsQueries,
    private readonly people: PeopleService,
    private readonly letterheads: LetterheadsQueries,
    private readonly printer: Printer,
    private readonly settings: PlatformSettings,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The plan of a year with what was done of it, as the actor may see it. */
  async plan(actor: Actor, year: number, format: PaperFormat = 'pdf'): Promise<Upload> {
    const [plan, needs, letterhead] = await Promise.all([
      this.plans.plan(year, planShownTo(actor)),
      this.proposals.needs({ year }, proposalsShownTo(actor)),
      this.letterheads.ofBloc(),
    ]);
    const [bloc] = plan.bodies;
    if (bloc)
      await this.journal.write(this.database.reader, actor, {
        action: planActions.downloaded,
        subject: { type: 'unit', id: bloc.id },
        facts: { year, lines: plan.lines.length, format },
      });
    const day = this.clock.today();
    return this.printer.file(`ke-hoach-${year}-${day}`, planPaper({ plan, needs, letterhead, day }), format);
  }

  /** The register of certificates, or what was chosen of it. @throws NotAllowed | TooManyToExport */
  async register(
    actor: Actor,
    filter: CertificateFilter & { readonly sort?: CertificateSort | undefined },
    format: PaperFormat = 'pdf',
  ): Promise<Upload> {
    if (!mayExportRegister(actor)) throw new NotAllowed();
    const limit = format === 'xlsx' ? rowsOfWorkbook : this.settings.printedRows;
    const scope = certificatesVisibleTo(actor);
    const { items, next } = await this.certificates.list({
      sort: 'issuedOn',
      ...filter,
      scope,
      limit,
      after: undefined,
    });
    if (next !== null) throw new TooManyToExport(limit);
    const paper = certificatesPaper({
      certificates: items,
      chosen: await this.chosen(filter),
      letterhead: await this.letterheads.ofBloc('list'),
      day: this.clock.today(),
    });
    await this.journal.write(this.database.reader, actor, {
      action: certificateActions.exported,
      subject: { type: 'account', id: actor.accountId! },
      facts: { count: items.length, format },
    });
    return this.printer.file('so-cap-giay-chung-nhan', paper, format);
  }

  /** What somebody completed, for the Bloc's signature; of somebody else's a journal line stays. @throws NotFound */
  async record(actor: Actor, personId: string, format: PaperFormat = 'pdf'): Promise<Upload> {
    const person = await this.people.read(actor, personId, recordActions.printed);
    const [records, letterhead] = await Promise.all([
      this.records.ofPerson(person.id),
      this.letterheads.ofBloc('record'),
    ]);
    const paper = recordPaper({ person, records, letterhead, day: this.clock.today() });
    return this.printer.file(`qua-trinh-dao-tao-${person.code}`, paper, format);
  }

  private async chosen({ year, series, classId }: CertificateFilter): Promise<string[]> {
    const inClass = classId ? await this.classes.class(classId) : null;
    return [year && `Năm ${year}`, series && `Sổ ${series}`, inClass?.name].filter(
      (line): line is string => typeof line === 'string',
    );
  }
}
