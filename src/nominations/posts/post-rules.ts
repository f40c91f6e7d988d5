import { postRankWords } from '../../people/person.labels';
import { isAtLeast, type PostRank, postRanks } from '../../people/person.values';
import { ageByMonth, type Day, showDay } from '../../platform/clock';
import { many } from '../../platform/messages/counted';
import type { Bilingual } from '../../platform/messages/words';

/** What a rule says of somebody. */
export interface Judgement {
  readonly ok: boolean;
  /** A fact is still to come: a warning that says what to bring, whatever the severity of the rule. */
  readonly isUnknown?: boolean;
  readonly sentence: Bilingual;
}

/** What is known of the posts of somebody who is nominated. */
export interface PostsOfNominee {
  readonly position: string | null;
  /** What the roster says. */
  readonly keyCadre: boolean;
  /** Whether their posts make a key cadre; null where the catalogue does not know them. */
  readonly keyByPost: boolean | null;
  /** Whether the catalogue knows their position. */
  readonly isPostKnown: boolean;
  /** Of their posts in the enterprise and in the Party the higher rank; null where the catalogue knows neither. */
  readonly rank: PostRank | null;
  readonly postSince: Day | null;
  readonly planned: boolean;
  /** The post they are planned for as the roster writes it, and its rank; null where it says none, or none the catalogue knows. */
  readonly plannedPost: string | null;
  readonly plannedRank: PostRank | null;
}

type Parameters = Readonly<Record<string, unknown>>;

const blank = { vi: 'để trống', en: 'left blank' };
const ranked = (rank: PostRank): Bilingual => ({
  vi: postRankWords.vi[rank].toLowerCase(),
  en: postRankWords.en[rank].toLowerCase(),
});

/** The post decides; what the roster marks counts only where the catalogue does not know the post, and is asked for. */
function keyCadre(_: Parameters, { keyCadre, keyByPost, planned, position }: PostsOfNominee): Judgement {
  if (keyByPost) {
    return { ok: true, sentence: { vi: 'Là cán bộ chủ chốt theo chức vụ.', en: 'Is a key cadre by the post.' } };
  }
  if (planned) {
    return {
      ok: true,
      sentence: { vi: 'Được quy hoạch chức danh cán bộ chủ chốt.', en: 'Is planned for a key post.' },
    };
  }
  const said = { vi: position ?? blank.vi, en: position ?? blank.en };
  if (keyByPost === null && keyCadre) {
    return {
      ok: true,
      isUnknown: true,
      sentence: {
        vi: `Đơn vị ghi là cán bộ chủ chốt, nhưng danh mục chức vụ chưa nhận ra chức vụ (${said.vi}); ${toBring.vi}.`,
        en: `Marked as a key cadre, but the catalogue of posts does not know the position (${said.en}); ${toBring.en}.`,
      },
    };
  }
  if (keyByPost === null) {
    return {
      ok: false,
      sentence: {
        vi: `Không phải cán bộ chủ chốt: danh mục chức vụ chưa có chức vụ (${said.vi}), đơn vị không đánh dấu; cũng không được quy hoạch.`,
        en: `Is no key cadre: the catalogue of posts does not know the position (${said.en}), and the unit marks and plans none.`,
      },
    };
  }
  return {
    ok: false,
    sentence: keyCadre
      ? {
          vi: `Đơn vị ghi là cán bộ chủ chốt, nhưng chức vụ (${said.vi}) không phải chủ chốt theo danh mục chức vụ; cũng không được quy hoạch.`,
          en: `Marked as a key cadre, but the position (${said.en}) makes none by the catalogue of posts; not planned for one either.`,
        }
      : {
          vi: `Không phải cán bộ chủ chốt theo chức vụ (${said.vi}) và không được quy hoạch theo danh sách của đơn vị.`,
          en: `Is neither a key cadre by the position (${said.en}) nor planned for a key post in the unit’s roster.`,
        },
  };
}

function postRank({ atLeast, orPlanned }: Parameters, posts: PostsOfNominee): Judgement {
  const floor = atLeast as PostRank;
  const { rank, isPostKnown, position } = posts;
  const wanted = {
    vi: `yêu cầu từ ${ranked(floor).vi}${orPlanned ? ', hoặc quy hoạch' : ''}`,
    en: `required: ${ranked(floor).en} or above${orPlanned ? ', or planned for it' : ''}`,
  };
  const said = { vi: position ?? blank.vi, en: position ?? blank.en };
  const held = rank === null ? { vi: 'chưa rõ cấp bậc', en: 'of no known rank' } : ranked(rank);
  const inPost = rank !== null && isAtLeast(postRanks, rank, floor);
  if (!inPost && orPlanned && posts.planned) {
    const plan = plannedPost({ atLeast }, posts);
    if (plan.ok) return plan;
  }
  if (inPost || isPostKnown) {
    return {
      ok: inPost,
      sentence: {
        vi: `Chức vụ ${said.vi}: ${held.vi} (${wanted.vi}).`,
        en: `Position ${said.en}: ${held.en} (${wanted.en}).`,
      },
    };
  }
  return {
    ok: true,
    isUnknown: true,
    sentence: {
      vi: `Danh mục chức vụ chưa nhận ra chức vụ (${said.vi}; ${wanted.vi}); ${toBring.vi}.`,
      en: `The catalogue of posts does not know the position (${said.en}; ${wanted.en}); ${toBring.en}.`,
    },
  };
}

function plannedPost({ atLeast }: Parameters, posts: PostsOfNominee): Judgement {
  const { planned, plannedRank, plannedPost } = posts;
  const floor = ranked(atLeast as PostRank);
  const wanted = { vi: `yêu cầu từ ${floor.vi}`, en: `required: ${floor.en} or above` };
  if (!planned)
    return {
      ok: false,
      sentence: {
        vi: `Không được quy hoạch theo danh sách của đơn vị (${wanted.vi}).`,
        en: `Not planned for any post in the unit’s roster (${wanted.en}).`,
      },
    };
  if (plannedRank === null)
    return {
      ok: true,
      isUnknown: true,
      sentence: plannedPost
        ? {
            vi: `Danh mục chức vụ chưa nhận ra chức danh quy hoạch (${plannedPost}; ${wanted.vi}); ${toBring.vi}.`,
            en: `The catalogue of posts does not know the post planned for (${plannedPost}; ${wanted.en}); ${toBring.en}.`,
          }
        : {
            vi: `Được quy hoạch, nhưng danh sách chưa ghi chức danh (${wanted.vi}); đề nghị đơn vị ghi chức danh quy hoạch.`,
            en: `Planned, but the roster does not say for which post (${wanted.en}); write it there.`,
          },
    };
  return {
    ok: isAtLeast(postRanks, plannedRank, atLeast as PostRank),
    sentence: {
      vi: `Được quy hoạch ${plannedPost}: ${ranked(plannedRank).vi} (${wanted.vi}).`,
      en: `Planned for ${plannedPost}: ${ranked(plannedRank).en} (${wanted.en}).`,
    },
  };
}

const toBring = {
  vi: 'đề nghị đơn vị ghi rõ, hoặc văn phòng đào tạo bổ sung danh mục',
  en: 'write it in full, or have the training office add it',
};

function yearsInPost({ atLeast }: Parameters, { postSince }: PostsOfNominee, opensOn: Day): Judgement {
  if (postSince === null)
    return {
      ok: true,
      isUnknown: true,
      sentence: {
        vi: `Danh sách của đơn vị chưa có ngày giữ chức vụ (yêu cầu giữ chức vụ từ ${atLeast} năm); đề nghị bổ sung.`,
        en: `The unit’s roster does not say since when the post is held (required: ${atLeast} years in it); add it.`,
      },
    };
  const years = Math.max(0, ageByMonth(postSince, opensOn));
  return {
    ok: years >= Number(atLeast),
    sentence: {
      vi: `Giữ chức vụ từ ngày ${showDay(postSince)}, được ${years} năm vào ngày khai giảng (yêu cầu từ ${atLeast} năm).`,
      en: `In the post since ${showDay(postSince)}, ${many(years, 'year')} on the opening day (required: ${atLeast}).`,
    },
  };
}

/** Rules about posts; thresholds and citations are data of the course. */
export const postRules = {
  key_cadre: keyCadre,
  post_rank: postRank,
  planned_post: plannedPost,
  years_in_post: (parameters: Parameters, posts: PostsOfNominee, { opensOn }: { readonly opensOn: Day }) =>
    yearsInPost(parameters, posts, opensOn),
} as const;
