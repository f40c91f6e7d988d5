import { Id, OneOf, Text } from '../platform/request-fields';
import { type ScanKind, scanKinds } from './scan-kinds';

/** Which letter or decision. */
export class PaperRequest {
  @OneOf(scanKinds, { description: 'Which kind of letter or decision.' })
  readonly kind: ScanKind;

  @Id({
    description:
      'The letter or decision: `letter.id` or `groupLetter.id` of a nomination, the id of an override, amendment, reopening or class, the enrollment of a deferral; lists name it `paperId`; of a corrected roll too.',
  })
  readonly paperId: string;
}

export class SupersessionRequest {
  @Text({ max: 500 })
  readonly reason: string;
}
