import type { CourseKind } from '../courses/course.entity';
import type { ClassStage } from './training-class.stage';

/** What the office does next with a class, and in which part of it; nothing is the class's own page. */
export const partOfStep = {
  allocate: '/seats',
  study: '/study',
  follow: '/nominations',
  confirm: '',
  prepare: '',
  attend: '/attendance',
  close: '/completion',
} as const;
export type ClassStep = keyof typeof partOfStep;

/** Null once the class has ended. Units register for a study session, which has neither seats nor nominations. */
export function stepOf({ stage, courseKind }: { stage: ClassStage; courseKind: CourseKind }): ClassStep | null {
  switch (stage) {
    case 'closed':
    case 'cancelled':
    case 'merged':
      return null;
    case 'running':
      return 'attend';
    case 'to_close':
      return 'close';
    case 'confirmed':
      return 'prepare';
    case 'call_over':
      return 'confirm';
    default:
      if (courseKind === 'study_session') return 'study';
      return stage === 'call_open' ? 'follow' : 'allocate';
  }
}
