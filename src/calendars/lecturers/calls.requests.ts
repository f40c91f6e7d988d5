import { Texts } from '../../platform/request-parts';

export class LecturerCallRequest {
  @Texts({ max: 500, description: 'Keys of the half-days that were told, as the list gives them.' })
  readonly halfDays: readonly string[];
}
