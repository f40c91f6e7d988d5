import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { NominationsQueries } from '../nominations/nominations.queries';
import { SeatSharesQueries } from '../nominations/seats/shares.queries';
import { LetterheadsQueries } from '../organization/letterheads.queries';
import { unitsListedFor } from '../people/people.policy';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { PlatformSettings } from '../platform/settings';
import { ParticipationQueries } from '../study-sessions/participation.queries';
import { StudySessionsQueries } from '../study-sessions/study-sessions.queries';
import { invitationPaper } from './invitation-paper';
import { nominationsPaper } from './nominations-paper';
import type { Paper } from './paper';
import type { PaperHead } from './paper-parts';
import type { PaperWanted } from './papers.service';
import { PrintoutsQueries } from './printouts.queries';
import { ClassNotHeld, NobodyNominated, NoSeatsShared, NoUnitsCalled, TooManyToPrint } from './printouts.refusals';
import type { Sheet } from './sheets';
import { seatsPaper } from './seats-paper';
import { studyPaper } from './study-paper';

/** Papers of a class that are no lists of its learners. */
const classPapers = ['seats', 'nominations', 'invitation', 'study-report'] as const satisfies readonly Sheet[];
type ClassPaper = (typeof classPapers)[number];

export const isClassPaper = (sheet: Sheet): sheet is ClassPaper => classPapers.some((one) => one === sheet);

/** Gathers what such a paper says. */
@Injectable()
export class ClassPapersService {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly letterheads: LetterheadsQueries,
    private readonly nominated: NominationsQueries,
    private readonly shares: SeatSharesQueries,
    private readonly studies: StudySessionsQueries,
    private readonly participation: ParticipationQueries,
    private readonly queries: PrintoutsQueries,
    private readonly settings: PlatformSettings,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | NobodyNominated | NoSeatsShared | NoUnitsCalled | ClassNotHeld | TooManyToPrint */
  async paper(actor: Actor, sheet: ClassPaper, wanted: PaperWanted): Promise<Paper> {
    const { item, options } = wanted;
    const letterhead = await this.letterheads.ofBloc(sheet === 'seats' || sheet === 'nominations' ? 'list' : null);
    const head: PaperHead = { item, letterhead, day: options.day ?? this.clock.today() };
    if (sheet === 'seats') return this.seats(head);
    if (sheet === 'nominations') return this.nominations(actor, head, wanted);
    return sheet === 'invitation' ? this.invitation(head, wanted) : this.study(head, wanted);
  }

  private async seats(head: PaperHead): Promise<Paper> {
    const shares = await this.shares.of(head.item.id);
    if (shares.length === 0) throw new NoSeatsShared();
    return seatsPaper({ ...head, shares });
  }

  /** Drafts are the unit's own business until it sends them. */
  private async nominations(actor: Actor, head: PaperHead, { item, options }: PaperWanted): Promise<Paper> {
    const limit = this.settings.printedRows;
    const { items, next } = await this.nominated.list({
      visibleUnits: unitsListedFor(actor, options.unitId),
      visiblePerson: null,
      classId: item.id,
      limit,
    });
    if (next !== null) throw new TooManyToPrint(limit + 1, limit);
    const nominations = items.filter(({ state, submittedAt }) => state !== 'draft' && submittedAt !== null);
    if (nominations.length === 0) throw new NobodyNominated();
    return nominationsPaper({ ...head, nominations, unitName: options.unitId ? nominations[0]!.unitName : null });
  }

  private async invitation(head: PaperHead, { item, options }: PaperWanted): Promise<Paper> {
    if (item.state === 'cancelled') throw new ClassNotHeld();
    const halfDays = await this.classes.halfDays(item.id);
    const firstHalfDay = halfDays.find(({ cancelledAt }) => cancelledAt === null) ?? null;
    const guests = (options.guests ?? '').split(/\r?\n/).map((line) => line.trim());
    return invitationPaper({
      ...head,
      number: options.number ?? null,
      guests: guests.filter((line) => line !== ''),
      firstHalfDay,
      place: await this.queries.place(firstHalfDay?.roomId ?? item.roomId),
    });
  }

  private async study(head: PaperHead, { item, options, scope }: PaperWanted): Promise<Paper> {
    const [documents, sites, units] = await Promise.all([
      this.studies.documents(item.id),
      this.studies.sites(item.id),
      this.participation.ofClass(item.id, scope.unitIds),
    ]);
    if (units.length === 0) throw new NoUnitsCalled();
    const unitName = options.unitId ? units[0]!.unitNameVi : null;
    return studyPaper({ ...head, number: options.number ?? null, documents, sites, units, unitName });
  }
}
