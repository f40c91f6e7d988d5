import { linkTo } from '../../platform/pages/links';
import type { PlatformSettings } from '../../platform/settings';

/**
 * What a notice of a review offers: the address that takes it back, where decisions wait before anybody is told.
 * @param to where it leads then
 */
export const undoPath = (
  { decisionWaitMinutes }: Pick<PlatformSettings, 'decisionWaitMinutes'>,
  reviewId: string,
  to: string,
): string | undefined => (decisionWaitMinutes > 0 ? linkTo(`/reviews/${reviewId}/reversal`, { to }) : undefined);
