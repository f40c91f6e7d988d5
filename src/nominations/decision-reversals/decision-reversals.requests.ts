import { Text } from '../../platform/requests';

export class UndoQuery {
  @Text({ optional: true, max: 2_000, description: 'The page of our own to go to.' })
  readonly to?: string;
}
