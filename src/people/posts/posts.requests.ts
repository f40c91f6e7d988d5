import { PageQuery } from '../../platform/paging';
import { Flag, Id, OneOf, Text } from '../../platform/request-fields';
import { Part, Texts } from '../../platform/request-parts';
import { type PostRank, postRanks } from '../person.values';

/** A minus turns the order round. */
const postOrders = ['rank', '-rank', 'name', '-name', 'people', '-people'] as const;
export type PostOrder = (typeof postOrders)[number];

export class PostsQuery extends PageQuery {
  @Text({ optional: true, max: 100, description: 'Words of a name or of a spelling, with or without marks.' })
  readonly search?: string;

  @OneOf(postRanks, { optional: true })
  readonly rank?: PostRank;

  @Flag()
  readonly makesKeyCadre?: boolean;

  @Flag()
  readonly verified?: boolean;

  @OneOf(postOrders, { optional: true, description: 'Highest rank first unless told.' })
  readonly sort?: PostOrder;
}

/** The same on a page, whose address names the cursor so. */
export class PostsPageQuery extends PostsQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

/** What a post is, and how rosters write it. */
export class PostRequest {
  @Text()
  readonly nameVi: string;

  @Text({ optional: true, description: 'As in Vietnamese unless told.' })
  readonly nameEn?: string;

  @OneOf(postRanks)
  readonly rank: PostRank;

  @Flag({ description: 'Whether who holds it is a key cadre; no unless told.' })
  readonly makesKeyCadre?: boolean;

  @Texts({ max: 200, optional: true, description: 'Other ways rosters write it; the name is one already.' })
  readonly spellings?: readonly string[];

  @Text({ max: 500, description: 'The text that says so.' })
  readonly citationVi: string;

  @Text({ max: 500, optional: true, description: 'As in Vietnamese unless told.' })
  readonly citationEn?: string;

  @Flag({ description: 'Whether somebody has read it there.' })
  readonly verified?: boolean;
}

export class PostTrialRequest {
  @Id({ optional: true, description: 'The post that would change; a new one unless told.' })
  readonly postId?: string;

  @Part(() => PostRequest, { optional: true, description: 'Left out: the post would go.' })
  readonly post?: PostRequest;
}

export const unknownPlaces = ['position', 'partyPosition', 'plannedPost'] as const;
export type UnknownPlace = (typeof unknownPlaces)[number];

const unknownOrders = ['people', '-people', 'text', '-text'] as const;
export type UnknownOrder = (typeof unknownOrders)[number];

export class UnknownTextsQuery extends PageQuery {
  @Text({ optional: true, max: 100 })
  readonly search?: string;

  @OneOf(unknownPlaces, { optional: true, description: 'Where the roster says it.' })
  readonly place?: UnknownPlace;

  @OneOf(unknownOrders, { optional: true, description: 'What most people have first unless told.' })
  readonly sort?: UnknownOrder;
}

export class UnknownTextsPageQuery extends UnknownTextsQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

/** Marked as a key cadre though the post makes none; or the other way round. */
export const contradictionKinds = ['marked', 'unmarked'] as const;
export type ContradictionKind = (typeof contradictionKinds)[number];

const contradictionOrders = ['name', '-name', 'unit', '-unit'] as const;
export type ContradictionOrder = (typeof contradictionOrders)[number];

export class ContradictionsQuery extends PageQuery {
  @Id({ optional: true })
  readonly unitId?: string;

  @Text({ optional: true, max: 100, description: 'Words of a name, with or without marks.' })
  readonly search?: string;

  @OneOf(contradictionKinds, { optional: true })
  readonly kind?: ContradictionKind;

  @OneOf(contradictionOrders, { optional: true, description: 'By given name unless told.' })
  readonly sort?: ContradictionOrder;
}

export class ContradictionsPageQuery extends ContradictionsQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class NewPostQuery {
  @Text({ optional: true, description: 'How a roster writes it.' })
  readonly spelling?: string;
}

export class SettlingQuery {
  @Text()
  readonly spelling: string;

  @Id({ optional: true, description: 'The post it belongs to; a new one unless told.' })
  readonly postId?: string;
}
