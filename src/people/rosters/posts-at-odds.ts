import type { Tx } from '../../platform/database/database';
import type { FieldError } from '../../platform/problems/refusal';
import { keyByPosts } from '../posts/contradictions.queries';
import type { ComparedRow } from './comparison';

/** The rows, those with a remark on whom the roster calls a key cadre against their post, or not against it. */
export async function withPostsAtOdds(tx: Tx, rows: readonly ComparedRow[]): Promise<readonly ComparedRow[]> {
  const told = rows.map(({ after, before }) => after ?? before);
  const byPosts = await keyByPosts(
    tx,
    told.map((facts) => ({ position: facts?.position ?? null, partyPosition: facts?.partyPosition ?? null })),
  );
  return rows.map((row, at) => {
    const [facts, isKey] = [told[at], byPosts[at]];
    if (!facts || isKey === null || isKey === undefined || isKey === facts.keyCadre) return row;
    const position = [facts.position, facts.partyPosition].filter(Boolean).join(', ');
    return { ...row, problems: [...row.problems, atOdds(position, isKey)] };
  });
}

const atOdds = (position: string, isKey: boolean): FieldError => ({
  field: 'keyCadre',
  code: 'at_odds_with_post',
  message: isKey
    ? {
        vi: `Chức vụ “${position}” là cán bộ chủ chốt theo danh mục chức vụ, nhưng danh sách không đánh dấu. Hệ thống tính theo chức vụ. Hãy kiểm tra lại.`,
        en: `“${position}” makes a key cadre by the catalogue of posts, but is not marked as one. The post counts; check it.`,
      }
    : {
        vi: `Danh sách đánh dấu cán bộ chủ chốt, nhưng chức vụ “${position}” không phải chủ chốt theo danh mục chức vụ. Hệ thống tính theo chức vụ. Hãy kiểm tra lại.`,
        en: `Marked as a key cadre, but “${position}” makes none by the catalogue of posts. The post counts; check it.`,
      },
});
