import type { Day } from '../platform/clock';
import { DayField, Flag, Id, OneOf, Text } from '../platform/request-fields';
import { PartList } from '../platform/request-parts';
import { addedKinds, longestCode, longestName } from './unit-facts';
import { mostUnits } from './unit-lines';

export class NewUnitRequest {
  @Text({ max: longestCode, description: 'Short name, unique.' })
  readonly code: string;

  @OneOf(addedKinds)
  readonly kind: (typeof addedKinds)[number];

  @Text({ max: longestName })
  readonly nameVi: string;

  @Text({ optional: true, max: longestName, description: 'The same in English; as in Vietnamese unless told.' })
  readonly nameEn?: string;

  @Id({
    description: 'The unit above it: the Bloc, a Group or a base unit; a unit outside the Group stands below the Bloc.',
  })
  readonly parentId: string;

  @Text({ optional: true, max: 300 })
  readonly address?: string;

  @DayField({ optional: true, description: 'Since when name and place hold; since 1/10/2020 unless told.' })
  readonly since?: Day;
}

class ListedUnitPart {
  @Text({ max: longestCode, description: 'Short name, unique.' })
  readonly code: string;

  @Text({ max: longestName })
  readonly nameVi: string;

  @Text({ optional: true, max: longestName })
  readonly nameEn?: string;

  @Text({ max: longestCode, description: 'The code of the unit above it, of the tree or of this list.' })
  readonly parentCode: string;

  @OneOf(addedKinds, { optional: true, description: '`base` unless told.' })
  readonly kind?: (typeof addedKinds)[number];
}

export class NewUnitsRequest {
  @PartList(() => ListedUnitPart, { max: mostUnits })
  readonly units: ListedUnitPart[];
}

/** As somebody pastes them into the page. */
export class PastedUnitsRequest {
  @Text({ max: 100_000 })
  readonly units: string;

  @Id()
  readonly parentId: string;
}

export class UnitSheetRequest {
  @Id({ optional: true })
  readonly parentId?: string;
}

export class ExampleQuery {
  @Flag()
  readonly example?: boolean;
}

export class MoveUnitRequest {
  @Id({ description: 'The unit above it from that day on.' })
  readonly parentId: string;

  @DayField({ description: 'The first day; may be a day to come.' })
  readonly since: Day;

  @Text({ max: 500, description: 'The decision, or why.' })
  readonly reason: string;
}

export class UnitAddressRequest {
  @Text({ optional: true, max: 300, description: 'Left out, none is on file.' })
  readonly address?: string;
}

export class UnitReturnRequest {
  @Text({ max: 500, description: 'The decision, or why.' })
  readonly reason: string;
}

export class RenameUnitRequest {
  @Text({ max: longestName })
  readonly nameVi: string;

  @Text({ max: longestName, description: 'The name in English.' })
  readonly nameEn: string;

  @DayField({ description: 'The first day of the name; may be a day to come.' })
  readonly since: Day;

  @Text({ max: 500, description: 'The decision, or why.' })
  readonly reason: string;
}
