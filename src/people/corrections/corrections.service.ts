import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { assertNotAboutOneself } from '../../platform/access/oneself';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { found, NotAllowed, NotFound } from '../../platform/problems/refusals';
import { formFacts } from '../by-hand/person-form';
import { mayKeepRoster } from '../people.policy';
import type { Correction } from '../people.requests';
import { PeopleService } from '../people.service';
import { heldPeople, holdPeople } from '../stored-people';
import { CorrectionAnswers } from './answers.service';
import { readAsked } from './asked-fact';
import { CorrectionRequest } from './correction-request.entity';
import { maySeeCorrection } from './corrections.policy';
import { type CorrectionItem, CorrectionsQueries } from './corrections.queries';
import { asItStands, notCorrected, TooManyCorrections } from './corrections.refusals';
import type { CorrectionAskedRequest } from './corrections.requests';
import { correctionActions } from './corrections.words';

/** Who has so many open says them to somebody's face. */
const openAtMost = 10;

/** What people say is wrong on their own record, and what is done about it. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly requests: CorrectionsQueries,
    private readonly people: PeopleService,
    private readonly answers: CorrectionAnswers,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for an account of nobody on a roster | InvalidInput | CorrectionAsked | TooManyCorrections */
  async ask(actor: Actor, { fact, value, note }: CorrectionAskedRequest): Promise<string> {
    const { personId } = actor;
    if (personId === null) throw new NotFound();
    const asked = readAsked(fact, value);
    return this.database.inTransaction(async (tx) => {
      // Whoever asks twice at once waits here, so that nobody has one more open than they may.
      const [person] = await heldPeople(tx, [personId]);
      const stood = formFacts(found(person))[fact] ?? '';
      if (asked === stood) throw asItStands();
      const open = await tx.countBy(CorrectionRequest, { personId, state: 'open' });
      if (open >= openAtMost) throw new TooManyCorrections(openAtMost);
      const request = await tx.save(
        tx.create(CorrectionRequest, {
          ...{ personId, fact, stood, asked, note: note ?? null },
          state: 'open',
          askedAt: this.clock.now(),
        }),
      );
      await this.write(tx, actor, correctionActions.asked, request, person!.unitId);
      return request.id;
    });
  }

  /** Corrects the record there and then. @throws as {@link PeopleService.correct} | CorrectionAnswered; InvalidInput too when what was reported stays as it was */
  async correct(actor: Actor, id: string, correction: Correction, version: number | null): Promise<void> {
    const { personId } = await this.answerable(actor, id);
    const person = await this.people.correctable(actor, personId);
    await this.database.inTransaction(async (tx) => {
      const request = await this.held(tx, id, personId);
      request.correct(actor, this.clock.now(), correction.reason);
      const corrected = await this.people.correctWith(tx, actor, person, correction, version);
      if ((formFacts(corrected)[request.fact] ?? '') === request.stood) throw notCorrected(request.fact);
      await this.settle(tx, actor, correctionActions.corrected, request, person.unitId);
    });
  }

  /** The record stays as it is. @throws NotFound | NotAllowed | AboutOneself | CorrectionAnswered */
  async decline(actor: Actor, id: string, answer: string): Promise<void> {
    const { unitId, personId } = await this.answerable(actor, id);
    await this.database.inTransaction(async (tx) => {
      const request = await this.held(tx, id, personId);
      request.decline(actor, this.clock.now(), answer);
      await this.settle(tx, actor, correctionActions.declined, request, unitId);
    });
  }

  /** One the actor may answer. @throws NotFound | NotAllowed | AboutOneself */
  async answerable(actor: Actor, id: string): Promise<CorrectionItem> {
    const request = found(await this.requests.request(id), (request) => maySeeCorrection(actor, request));
    assertNotAboutOneself(actor, request);
    if (!mayKeepRoster(actor, request.unitId)) throw new NotAllowed();
    return request;
  }

  /** After whom it is about, as a merger holds them. */
  private async held(tx: Tx, id: string, personId: string): Promise<CorrectionRequest> {
    await holdPeople(tx, [personId]);
    return tx.findOneOrFail(CorrectionRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async settle(
    tx: Tx,
    actor: Actor,
    action: Action,
    request: CorrectionRequest,
    unitId: string,
  ): Promise<void> {
    await tx.save(request);
    await this.write(tx, actor, action, request, unitId);
    await this.answers.tell(tx, request);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    { id, personId, fact, answer }: CorrectionRequest,
    unitId: string,
  ): Promise<void> {
    const subject = { type: 'correction_request', id };
    await this.journal.write(tx, actor, { action, subject, personId, unitId, reason: answer, facts: { fact } });
  }
}
