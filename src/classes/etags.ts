import { ChangedMeanwhile } from '../platform/problems/refusals';

export const etagOf = (version: number): string => `"${version}"`;

/** The version an `If-Match` names; null when none is asked for. @throws ChangedMeanwhile for a tag that is none of ours */
export function versionIn(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null;
  const [, version] = /^"(\d{1,9})"$/.exec(ifMatch.trim()) ?? [];
  if (version === undefined) throw new ChangedMeanwhile();
  return Number(version);
}
