import { Flag, Id, Text } from '../../platform/request-fields';

export class ClassMergerRequest {
  @Id({ description: 'The class everybody and everything goes into: another one of the course, under way.' })
  readonly intoClassId: string;

  @Flag({ description: 'Whether seats nobody holds go along, those of units as theirs.' })
  readonly withFreeSeats?: boolean;

  @Text({
    optional: true,
    max: 500,
    description: 'The decision by which people may be in another class at the hours of that one.',
  })
  readonly overlapReason?: string;

  @Text({ max: 500 })
  readonly reason: string;

  @Text({ optional: true, max: 64, description: 'The fingerprint of a preview: done only if exactly that happens.' })
  readonly expects?: string;
}
