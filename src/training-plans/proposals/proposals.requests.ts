import { PartialType, PickType } from '@nestjs/swagger';
import type { Day } from '../../platform/clock';
import { listQuery, PageQuery } from '../../platform/paging';
import { DayField, Id, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { Ids, PartList } from '../../platform/request-parts';
import { readRequest } from '../../platform/requests';
import { most } from '../training-plan-line.entity';
import type { ProposalFacts } from './plan-proposal.entity';
import { type ProposalAnswer, proposalAnswers, type ProposalState, proposalStates } from './plan-proposal.states';

export class PlanSeasonRequest {
  @DayField({ description: 'The last day for proposals and numbers; today or later.' })
  readonly lastDay: Day;
}

export class ProposalsQuery extends PageQuery {
  @Id({ optional: true })
  readonly unitId?: string;

  @OneOf(proposalStates, { optional: true })
  readonly state?: ProposalState;
}

/** In the order they came unless told. */
const orderNames = ['proposedAt', 'course', 'unit', 'people'] as const;
const proposalOrders = orderNames.flatMap((name) => [name, `-${name}`] as const);
export type ProposalOrder = (typeof proposalOrders)[number];

/** The same on a page. */
export class ProposalsPageQuery extends listQuery(proposalOrders) {
  @Id({ optional: true })
  readonly unitId?: string;

  @OneOf(proposalStates, { optional: true })
  readonly state?: ProposalState;
}

export class NewProposalRequest {
  @Id({ optional: true, description: 'Who proposes; one’s own unit or Group unless told.' })
  readonly unitId?: string;

  @Id()
  readonly courseId: string;

  @WholeNumber({ min: 1, max: 4 })
  readonly quarter: number;

  @WholeNumber({ min: 1, max: most, description: 'How many people it means to send.' })
  readonly people: number;

  @Text({ optional: true, max: 500 })
  readonly note?: string;
}

/** What is left out stays; a note of null or nothing is taken away. */
export class ChangeProposalRequest extends PartialType(
  PickType(NewProposalRequest, ['quarter', 'people', 'note'] as const),
) {}

/** @throws InvalidInput */
export function readProposalChanges(sent: object): Partial<ProposalFacts> {
  const changes = readRequest(ChangeProposalRequest, sent, ['quarter', 'people']);
  const { note } = sent as { note?: unknown };
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...(note === null || note === '' ? { note: null } : {}) };
}

export class ProposalAnswerRequest {
  @OneOf(proposalAnswers)
  readonly answer: ProposalAnswer;

  @Id({ optional: true, description: 'The line it is merged into.' })
  readonly lineId?: string;

  @WholeNumber({
    min: 0,
    max: most,
    optional: true,
    description: 'Classes of a line it is taken in as; one unless told.',
  })
  readonly plannedClasses?: number;

  @Text({ optional: true, max: 500, description: 'Needed to decline; the unit reads it.' })
  readonly reason?: string;
}

class NeedPart {
  @Id()
  readonly lineId: string;

  @WholeNumber({ min: 0, max: most })
  readonly people: number;
}

export class NeedsRequest {
  @Id({ optional: true, description: 'Whose numbers; one’s own unit’s unless told.' })
  readonly unitId?: string;

  @PartList(() => NeedPart, { max: 500 })
  readonly needs: NeedPart[];
}

/** In the form each line has a field of its own. */
export const peopleOf = (lineId: string) => `people.${lineId}`;

/** @throws InvalidInput */
export function readNeeds(body: unknown): NeedsRequest {
  const { unitId, ...form } = (body ?? {}) as Record<string, unknown>;
  const needs = Object.entries(form)
    .filter(([name, value]) => name.startsWith(peopleOf('')) && value !== '')
    .map(([name, value]) => ({ lineId: name.slice(peopleOf('').length), people: value }));
  return readRequest(NeedsRequest, { unitId, needs });
}

export class NoNeedRequest {
  @Id({ optional: true, description: 'Which unit; one’s own unless told.' })
  readonly unitId?: string;

  @Text({ optional: true, max: 500 })
  readonly note?: string;
}

export class PlanCommentRequest {
  @Text({ max: 2_000 })
  readonly text: string;
}

class SeenLinePart {
  @Id()
  readonly id: string;

  @WholeNumber({ min: 1, max: 1_000_000_000 })
  readonly version: number;
}

export class PlanConfirmationRequest {
  @PartList(() => SeenLinePart, { max: 500 })
  readonly lines: SeenLinePart[];
}

/** In the form a line and its version are one value. */
export const seenLine = ({ id, version }: { readonly id: string; readonly version: number }) => `${id}:${version}`;

/** @throws InvalidInput */
export function readConfirmation(body: unknown): PlanConfirmationRequest {
  const { lines = [] } = (body ?? {}) as { readonly lines?: string | readonly string[] };
  const seen = [lines].flat().map((line) => String(line).split(':'));
  return readRequest(PlanConfirmationRequest, { lines: seen.map(([id, version]) => ({ id, version })) });
}

export class AddresseesRequest {
  @Ids({ min: 0, max: 1_000, optional: true, description: 'For all units where none is named.' })
  readonly unitIds?: string[];
}
