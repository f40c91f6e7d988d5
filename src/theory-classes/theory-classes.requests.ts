import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Max, Min, type ValidationOptions } from 'class-validator';
import { DayField, Id, MarkField, OneOf, Text, WholeNumber } from '../platform/request-fields';
import { Ids, PartList } from '../platform/request-parts';
import { importOrders } from '../platform/imports/imports.queries';
import { listQuery, PageQuery } from '../platform/paging';
import { type MarkVerdict, markVerdicts } from './mark-comparison';
import type { Attempt } from './mark-sheet';
import { type ModuleKind, moduleKinds } from './module-kinds';

/** Numbers of half-days; the ranges a form is typed in are read before. */
function HalfDayNumbers(): PropertyDecorator {
  const remedy: ValidationOptions = {
    context: {
      code: 'not_half_days',
      vi: 'Hãy ghi số buổi, ví dụ: 1-8, 12.',
      en: 'Write the numbers of half-days, for example: 1-8, 12.',
    },
  };
  return applyDecorators(
    IsOptional(),
    ApiPropertyOptional({
      type: [Number],
      description:
        'Numbers of the half-days that teach it; left out, they stay. Empty: absence is counted over the class.',
    }),
    IsArray(remedy),
    ArrayMaxSize(400, remedy),
    IsInt({ ...remedy, each: true }),
    Min(1, { ...remedy, each: true }),
    Max(1000, { ...remedy, each: true }),
  );
}

export class ModuleRequest {
  @WholeNumber({ min: 1, max: 60 })
  readonly number: number;

  @Text()
  readonly name: string;

  @OneOf(moduleKinds)
  readonly kind: ModuleKind;

  @WholeNumber({ min: 1, max: 20, description: 'How much it counts in the average.' })
  readonly weight: number;

  @HalfDayNumbers()
  readonly halfDays?: number[];
}

export class ModulesRequest {
  @PartList(() => ModuleRequest, { max: 60 })
  readonly modules: ModuleRequest[];
}

export class MarkRequest {
  @Id()
  readonly moduleId: string;

  @MarkField({ optional: true, description: 'Left out or null takes the mark back.' })
  readonly mark?: number;

  @WholeNumber({ min: 1, max: 2, optional: true, description: '1 unless told; 2 is the re-sit.' })
  readonly attempt?: Attempt;

  @Id({
    optional: true,
    description: 'The module of another class of the course it was sat in; none when in their own.',
  })
  readonly satInModuleId?: string;
}

/** A mark of an examination that was sat with another class, as the page sends it. */
export class MarkElsewhereRequest {
  @Id()
  readonly satInModuleId: string;

  @MarkField()
  readonly mark: number;

  @WholeNumber({ min: 1, max: 2 })
  readonly attempt: Attempt;

  @Text({ optional: true, max: 500 })
  readonly reason?: string;
}

export class MarksRequest {
  @PartList(() => MarkRequest, { max: 120 })
  readonly marks: MarkRequest[];

  @Text({ optional: true, max: 500, description: 'Why marks that were there already change; needed then.' })
  readonly reason?: string;
}

export class DiplomaRequest {
  @Text({ max: 60 })
  readonly number: string;

  @DayField({ description: 'The day printed on the diploma.' })
  readonly issuedOn: string;

  @Text({ optional: true, description: 'The school that issued it; left out, it stays.' })
  readonly school?: string;
}

export class GridMarkRequest extends MarkRequest {
  @Id()
  readonly enrollmentId: string;
}

/** What the grid page sends on: marks of many people. */
export class GridRequest {
  @PartList(() => GridMarkRequest, { max: 10_000 })
  readonly entries: GridMarkRequest[];

  @Text({ optional: true, max: 500, description: 'Why marks that were there already change; needed then.' })
  readonly reason?: string;
}

export class GridQuery {
  @WholeNumber({ min: 1, max: 60, optional: true, description: 'Number of the one module to show.' })
  readonly module?: number;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class GraduateDiplomaRequest extends DiplomaRequest {
  @Id()
  readonly diplomaId: string;
}

export class DiplomasRequest {
  @PartList(() => GraduateDiplomaRequest, { max: 500 })
  readonly diplomas: GraduateDiplomaRequest[];
}

export class ExamPermissionRequest {
  @Ids({ max: 60 })
  readonly moduleIds: string[];

  @Text({ max: 60 })
  readonly decisionNumber: string;

  @DayField()
  readonly decidedOn: string;

  @Text({ max: 500 })
  readonly reason: string;
}

export class WithdrawalRequest {
  @Text({ max: 500 })
  readonly reason: string;
}

export class ApplicationRequest {
  @Text({ optional: true, max: 500, description: 'Why marks that were there already change; needed then.' })
  readonly reason?: string;
}

export class MarkRowsQuery extends PageQuery {
  @OneOf(markVerdicts, { optional: true })
  readonly verdict?: MarkVerdict;
}

export class MarkImportQuery extends listQuery(importOrders) {
  @OneOf(markVerdicts, { optional: true })
  readonly verdict?: MarkVerdict;
}
