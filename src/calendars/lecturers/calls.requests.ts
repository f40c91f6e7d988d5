import { Texts } from '../../platform/requests';

export class LecturerCallRequest {
  @Texts({ max: 500, description: 'Keys of the half-days that were told, as the list gives them.' })
  readonly halfDays: readonly string[];
}
