import { Injectable, type PipeTransform } from '@nestjs/common';
import { OmitType, PartialType } from '@nestjs/swagger';
import { Id, Text, WholeNumber } from '../platform/request-fields';
import { readRequest } from '../platform/requests';
import { assertYear, firstYear, lastYear, most, type PlanLineFacts } from './training-plan-line.entity';

export class NewPlanLineRequest {
  @WholeNumber({ min: 1, max: 4 })
  readonly quarter: number;

  @Id()
  readonly courseId: string;

  @WholeNumber({ min: 0, max: most })
  readonly plannedClasses: number;

  @WholeNumber({ min: 0, max: most, description: 'How many people are to be reached.' })
  readonly targetPeople: number;

  @Text({ optional: true, max: 500 })
  readonly note?: string;
}

/** What is left out stays; a note of null or nothing is taken away. */
export class ChangePlanLineRequest extends PartialType(OmitType(NewPlanLineRequest, ['courseId'])) {}

export class PlanCopyRequest {
  @WholeNumber({ min: firstYear, max: lastYear })
  readonly fromYear: number;
}

export class CountedClassRequest {
  @Id()
  readonly classId: string;
}

/** The line as its reader saw it: another one is not removed in its place. */
export class PlanLineRemovalRequest {
  @Text({ max: 20 })
  readonly version: string;
}

/** @throws InvalidInput */
export function readPlanLineChanges(sent: object): Partial<PlanLineFacts> {
  const changes = readRequest(ChangePlanLineRequest, sent, ['quarter', 'plannedClasses', 'targetPeople']);
  const { note } = sent as { note?: unknown };
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...(note === null || note === '' ? { note: null } : {}) };
}

/** The year in an address. @throws InvalidInput */
@Injectable()
export class YearPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    const year = Number(value);
    assertYear(year);
    return year;
  }
}
