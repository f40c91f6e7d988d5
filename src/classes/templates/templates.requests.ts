import { PartialType } from '@nestjs/swagger';
import { PageQuery } from '../../platform/paging';
import { Flag, Id, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { SomeOf } from '../../platform/request-parts';
import { isEmptied, readRequest } from '../../platform/requests';
import type { TemplateFacts } from './template.entity';
import { type DayPart, dayParts } from '../day-parts';
import { mostHalfDays } from '../timetable/pattern';
import { classModes, type ClassMode } from '../class-mode';
import { type Weekday, weekdays } from '../weekdays';
import { listQuery, nameOrders } from '../../platform/paging';

export class NewTemplateRequest {
  @Text({ description: 'Unique among the templates.' })
  readonly name: string;

  @Id()
  readonly courseId: string;

  @OneOf(classModes)
  readonly mode: ClassMode;

  @WholeNumber({ min: 1, max: 5000 })
  readonly capacity: number;

  @WholeNumber({ min: 1, max: 5000, optional: true, description: 'At most the capacity.' })
  readonly minSize?: number;

  @Flag()
  readonly poolOpen?: boolean;

  @Flag()
  readonly freedToPool?: boolean;

  @Id({ optional: true })
  readonly roomId?: string;

  @SomeOf(weekdays, { optional: true, description: 'The usual weekdays, Monday 1 to Sunday 7.' })
  readonly weekdays?: Weekday[];

  @SomeOf(dayParts, { optional: true, description: 'The usual parts of the day.' })
  readonly parts?: DayPart[];

  @WholeNumber({ min: 1, max: mostHalfDays, optional: true, description: 'How many half-days.' })
  readonly halfDayCount?: number;

  @Text({ optional: true, max: 500 })
  readonly note?: string;
}

/** What is left out stays; what may be absent and is sent as null or empty is taken away. */
export class ChangeTemplateRequest extends PartialType(NewTemplateRequest) {}

export class TemplateListQuery extends PageQuery {
  @Id({ optional: true })
  readonly courseId?: string;
}

/** The same on a page. */
export class TemplateListPageQuery extends listQuery(nameOrders) {
  @Id({ optional: true })
  readonly courseId?: string;
}

/** Where a new template begins: empty, or as a class is. */
export class NewTemplateQuery {
  @Id({ optional: true })
  readonly classId?: string;
}

/** The template whose usual days a class is to have. */
export class TemplateTimetableQuery {
  @Id()
  readonly templateId: string;
}

/** The template as its reader saw it: another one is not removed in its place. */
export class TemplateRemovalRequest {
  @Text({ max: 20 })
  readonly version: string;
}

const nothing = { minSize: null, roomId: null, halfDayCount: null, note: null, weekdays: [], parts: [] } as const;

/** @throws InvalidInput */
export function readNewTemplate(sent: object): TemplateFacts {
  return { poolOpen: true, freedToPool: false, ...nothing, ...given(readRequest(NewTemplateRequest, sent)) };
}

/** @throws InvalidInput */
export function readTemplateChanges(sent: object): Partial<TemplateFacts> {
  const emptied = Object.entries(nothing).filter(([field]) => isEmptied(sent, field));
  return {
    ...given(readRequest(ChangeTemplateRequest, sent, ['name', 'courseId', 'capacity'])),
    ...Object.fromEntries(emptied),
  };
}

/** A form leaves out boxes nobody ticked, so the days of a form that came without any are none. @throws InvalidInput */
export function readTemplateForm(sent: object): Partial<TemplateFacts> {
  return readTemplateChanges({ weekdays: '', parts: '', ...sent });
}

function given<T extends object>(sent: T): T {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as T;
}
