import { PageQuery } from '../../platform/paging';
import { Id, OneOf, Text } from '../../platform/request-fields';
import { Ids } from '../../platform/request-parts';
import { settledStandings, type SettledStanding } from '../attendance.queries';
import {
  type DeviceOrder,
  deviceOrders,
  type ScanOrder,
  scanOrders,
  scanStates,
  type ScanState,
} from './to-settle.queries';
import { whysRefused, type WhyRefused } from './why-refused';
import { type WaitsFor, waitingFor } from '../scans-waiting.queries';

const mostAtOnce = 500;

export class RefusedScansQuery extends PageQuery {
  @OneOf(scanOrders, { optional: true, description: 'The latest first unless told.' })
  readonly sort?: ScanOrder;

  @OneOf(scanStates, { optional: true, description: 'Those that wait, or those that were settled so.' })
  readonly state?: ScanState;

  @OneOf(whysRefused, { optional: true })
  readonly why?: WhyRefused;

  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly halfDayId?: string;
}

export class RefusedScansPageQuery {
  @OneOf(waitingFor, { optional: true })
  readonly waitsFor?: WaitsFor;

  @OneOf(scanOrders, { optional: true, description: 'The latest first unless told.' })
  readonly sort?: ScanOrder;

  @OneOf(['all', ...scanStates], { optional: true })
  readonly state?: ScanState | 'all';

  @OneOf(whysRefused, { optional: true })
  readonly why?: WhyRefused;

  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly halfDayId?: string;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class OtherDevicesQuery extends PageQuery {
  @OneOf(deviceOrders, { optional: true, description: 'The latest first unless told.' })
  readonly sort?: DeviceOrder;

  @OneOf(settledStandings, { optional: true })
  readonly standing?: SettledStanding;

  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly halfDayId?: string;
}

export class OtherDevicesPageQuery {
  @OneOf(waitingFor, { optional: true })
  readonly waitsFor?: WaitsFor;

  @OneOf(deviceOrders, { optional: true, description: 'The latest first unless told.' })
  readonly sort?: DeviceOrder;

  @OneOf(['all', ...settledStandings], { optional: true })
  readonly standing?: SettledStanding | 'all';

  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly halfDayId?: string;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class ChosenBody {
  @Ids({ max: mostAtOnce })
  readonly ids: string[];
}

export class ChosenWithReasonBody extends ChosenBody {
  @Text({ max: 500 })
  readonly reason: string;
}

export class DismissalBody extends ChosenBody {
  @Text({ max: 500, optional: true })
  readonly reason?: string;
}

/** Which of the two buttons of the form was pressed. */
export class ScanDecision {
  @OneOf(['take', 'dismiss'])
  readonly do: 'take' | 'dismiss';
}

export class DeviceDecision {
  @OneOf(['accept', 'refuse'])
  readonly do: 'accept' | 'refuse';
}
