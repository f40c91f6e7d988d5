import { Text } from '../../platform/request-fields';

export class UndoQuery {
  @Text({ optional: true, max: 2_000, description: 'The page of our own to go to.' })
  readonly to?: string;
}
