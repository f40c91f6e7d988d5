import type { Tx } from '../platform/database/database';

/** A hall of a class that is held in several at once. */
export interface SiteNamed {
  readonly id: string;
  readonly name: string;
}

/** Which class has several halls, and where each unit sits, is known above. */
export abstract class Sites {
  /** The central site first. */
  abstract ofClass(classId: string): Promise<SiteNamed[]>;

  /** Where people sent by the unit sit; null where the class has no site for it. */
  abstract ofUnit(tx: Tx, classId: string, unitId: string): Promise<SiteNamed | null>;

  abstract names(ids: readonly (string | null)[], tx?: Tx): Promise<ReadonlyMap<string | null, string>>;
}

/** The name of a site in the place of its id; null where there is none. */
export async function withSiteNames<Row extends { readonly siteId: string | null }>(
  sites: Sites,
  rows: readonly Row[],
): Promise<(Omit<Row, 'siteId'> & { readonly siteName: string | null })[]> {
  const names = await sites.names(rows.map(({ siteId }) => siteId));
  return rows.map(({ siteId, ...row }) => ({ ...row, siteName: names.get(siteId) ?? null }));
}
