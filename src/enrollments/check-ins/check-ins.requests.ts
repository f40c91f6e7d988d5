import { Id, MomentField, OneOf, Text } from '../../platform/request-fields';
import { type Direction, directions } from '../attendance-line.entity';

export class HallRequest {
  @Id({ optional: true, description: 'Where the class has sites, the one whose hall it is.' })
  readonly siteId?: string;
}

export class HallQuery {
  @OneOf(directions, { optional: true, description: 'The code for coming in, unless told, or for going out.' })
  readonly direction?: Direction;
}

export class ScanTold {
  @MomentField({ optional: true })
  readonly scannedAt?: string;
}

export class CheckInRequest {
  @Text({ max: 100, description: 'What follows `/check-in/` in the address the QR holds.' })
  readonly token: string;

  @Text({
    max: 100,
    description:
      'A random name the device keeps; the first one a person uses in a class is theirs, and another is taken until the class manager has looked at it.',
  })
  readonly device: string;

  @MomentField({
    optional: true,
    description:
      'Of a code scanned without a network: when, by the clock of the phone. The code itself says which time counts.',
  })
  readonly scannedAt?: string;
}

export class TapRequest {
  @Id()
  readonly enrollmentId: string;

  @OneOf(['in', 'out', 'undo', 'undo_out', 'came_after_all'], {
    description:
      '`undo` takes the mark back, `undo_out` the going out; `came_after_all` is coming in of somebody excused.',
  })
  readonly do: 'in' | 'out' | 'undo' | 'undo_out' | 'came_after_all';

  @OneOf(directions, { optional: true })
  readonly direction?: Direction;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;

  @Id({ optional: true })
  readonly unitId?: string;
}

export class TapQuery {
  @OneOf(directions, { optional: true })
  readonly direction?: Direction;

  @Id({ optional: true })
  readonly unitId?: string;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}
