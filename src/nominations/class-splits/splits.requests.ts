import { Id, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { Ids, Numbers, PartList } from '../../platform/request-parts';
import { type Division, divisions } from './division';

export class ClassPartRequest {
  @Text({ max: 60, description: 'Of the new class; unique.' })
  readonly code: string;

  @Text()
  readonly name: string;

  @Id({ optional: true, description: 'Its room; half-days at which another class has it have none yet.' })
  readonly roomId?: string;

  @Id({ optional: true, description: 'Its lecturer, likewise.' })
  readonly lecturerId?: string;

  @WholeNumber({
    min: 0,
    max: 500,
    optional: true,
    description: 'Seats for further people, added to the pool of the new class.',
  })
  readonly moreSeats?: number;

  @Ids({ optional: true, max: 200, description: 'Divided by `units`: those whose people go there.' })
  readonly unitIds?: string[];

  @Numbers({ optional: true, description: 'Divided by `groups`: those that go there.' })
  readonly groupNumbers?: number[];

  @Ids({ optional: true, description: 'Divided by `people`: those who go there.' })
  readonly personIds?: string[];
}

export class ClassSplitRequest {
  @OneOf(divisions, { description: 'Everybody in turn, by unit, by group, or one by one.' })
  readonly division: Division;

  @PartList(() => ClassPartRequest, { max: 5, description: 'The new classes; whoever goes to none of them stays.' })
  readonly parts: ClassPartRequest[];

  @Text({ max: 500 })
  readonly reason: string;

  @Text({ optional: true, max: 64, description: 'The fingerprint of a preview: done only if exactly that happens.' })
  readonly expects?: string;
}

export class SplitPageQuery {
  @OneOf(divisions, { optional: true })
  readonly division?: Division;

  @WholeNumber({ min: 1, max: 5, optional: true, description: 'How many new classes.' })
  readonly count?: number;

  @Id({ optional: true, description: 'Those who came with this class are chosen.' })
  readonly cameFrom?: string;
}
