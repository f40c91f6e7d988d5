import type { Tx } from '../platform/database/database';
import { type Hindrance, type Pair, PartInMergers } from '../people/mergers/merged-parts';
import { decidedAboutEachOther } from './decided-about-oneself';

/** One of the two decided about the other: as one person they would have decided about themselves (I12). */
export class DecisionsOfMergedPeople extends PartInMergers {
  readonly name = 'decisions';
  readonly tables = [];

  override async hindrances(tx: Tx, { staysId, goesId }: Pair): Promise<Hindrance[]> {
    const [one] = await tx.rows<unknown>(`${decidedAboutEachOther} LIMIT 1`, [staysId, goesId]);
    return one === undefined ? [] : [{ sentence: decided, href: null }];
  }
}

const decided = {
  vi: 'Một hồ sơ đã quyết định việc của hồ sơ kia; không ai tự quyết định việc của mình, nên đây khó là một người. Hãy kiểm tra lại tài khoản nào thuộc về ai.',
  en: 'The account of one decided about the other. Nobody decides about oneself, so they are hardly one person; check whose account it is.',
};
