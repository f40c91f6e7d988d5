import { DayField, Id, MarkField, OneOf, PartList, Text, WholeNumber } from '../platform/requests';
import type { Attempt } from './mark-sheet';
import { type ModuleKind, moduleKinds } from './theory-module.entity';

export class ModuleRequest {
  @WholeNumber({ min: 1, max: 60 })
  readonly number: number;

  @Text()
  readonly name: string;

  @OneOf(moduleKinds)
  readonly kind: ModuleKind;

  @WholeNumber({ min: 1, max: 20, description: 'How much it counts in the average.' })
  readonly weight: number;
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
}

export class MarksRequest {
  @PartList(() => MarkRequest, { max: 120 })
  readonly marks: MarkRequest[];
}

export class DiplomaRequest {
  @Text({ max: 60 })
  readonly number: string;

  @DayField({ description: 'The day printed on the diploma.' })
  readonly issuedOn: string;
}

export class GridMarkRequest extends MarkRequest {
  @Id()
  readonly enrollmentId: string;
}

/** What the grid page sends on: marks of many people. */
export class GridRequest {
  @PartList(() => GridMarkRequest, { max: 10_000 })
  readonly entries: GridMarkRequest[];
}

export class GridQuery {
  @WholeNumber({ min: 1, max: 60, optional: true, description: 'Number of the one module to show.' })
  readonly module?: number;

  @Text({ optional: true, max: 500 })
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
