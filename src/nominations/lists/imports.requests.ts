import { OneOf } from '../../platform/request-fields';
import { type ListVerdict, listVerdicts } from './verdicts';

/** Which rows of a list a page shows. */
export class ListRowsQuery {
  @OneOf(listVerdicts, { optional: true })
  readonly verdict?: ListVerdict;
}
