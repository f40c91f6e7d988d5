import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { Locale } from '../../platform/messages/words';
import type { PageOf } from '../../platform/paging';
import { TooManyToExport } from '../../platform/problems/refusals';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../../platform/uploads';
import { unitsListedFor } from '../people.policy';
import { peopleWords } from '../people.words';
import { ContradictionsQueries } from './contradictions.queries';
import { PostsQueries } from './posts.queries';
import type { ContradictionsQuery, PostsQuery, UnknownTextsQuery } from './posts.requests';
import { postRankWords } from '../person.labels';
import { postActions, postWords } from './posts.words';
import { UnknownTextsQueries } from './unknown-texts.queries';

const mostLines = 10_000;

/** The lists about posts as workbooks, in the order and by the filters of the page. Each is refused where it is too long: TooManyToExport. */
@Injectable()
export class PostWorkbooksService {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsQueries,
    private readonly unknown: UnknownTextsQueries,
    private readonly contradictions: ContradictionsQueries,
    private readonly journal: Journal,
  ) {}

  async ofPosts(query: PostsQuery, locale: Locale): Promise<Upload> {
    const say = postWords[locale];
    const items = whole(await this.posts.list({ ...query, limit: mostLines }));
    const headings = [say.number, say.name, say.rank, say.makesKeyCadre, say.holders, say.spellings, say.citation];
    const lines = items.map((post) => [
      locale === 'vi' ? post.nameVi : post.nameEn,
      postRankWords[locale][post.rank],
      post.makesKeyCadre ? peopleWords[locale].yes : peopleWords[locale].no,
      post.people,
      post.spellings.join('; '),
      post.verified ? post.citation[locale] : `${post.citation[locale]} (${say.unverified})`,
    ]);
    return this.file('danh-muc-chuc-vu', say.title, [6, 36, 24, 14, 10, 60, 60], listSheet(say.title, headings, lines));
  }

  async ofUnknown(query: UnknownTextsQuery, locale: Locale): Promise<Upload> {
    const say = postWords[locale];
    const items = whole(await this.unknown.list({ ...query, limit: mostLines }));
    const headings = [say.number, say.text, say.place, say.holders, say.units];
    const lines = items.map(({ text, place, people, units }) => [text, say[place], people, units]);
    return this.file('chuc-vu-chua-co', say.unknown, [6, 50, 24, 10, 40], listSheet(say.unknown, headings, lines));
  }

  /** People stand in it, so it leaves a line in the journal. */
  async ofContradictions(actor: Actor, query: ContradictionsQuery, locale: Locale): Promise<Upload> {
    const say = postWords[locale];
    const { unitId, ...filter } = query;
    const unitIds = unitsListedFor(actor, unitId);
    const items = whole(await this.contradictions.list({ ...filter, unitIds, limit: mostLines }));
    const headings = [say.number, say.fullName, say.code, say.unit, say.position, say.partyPosition];
    const lines = items.map((item) => [
      ...[item.fullName, item.code, item.unitName, item.position ?? '', item.partyPosition ?? ''],
      ...[locale === 'vi' ? item.postVi : item.postEn, item.keyCadre ? say.marked : say.unmarked],
    ]);
    const sheet = listSheet(say.contradictions, [...headings, say.byCatalogue, say.kind], lines);
    const file = await this.file('chu-chot-trai-chuc-vu', say.contradictions, [6, 28, 14, 36, 30, 24, 30, 40], sheet);
    await this.database.inTransaction((tx) =>
      this.journal.write(tx, actor, {
        action: postActions.contradictions_exported,
        subject: { type: 'account', id: actor.accountId! },
        facts: { count: items.length },
      }),
    );
    return file;
  }

  private async file(
    name: string,
    title: string,
    widths: readonly number[],
    sheet: ReturnType<typeof listSheet>,
  ): Promise<Upload> {
    return { name: `${name}.xlsx`, content: await writeXlsx(title, [...widths], sheet) };
  }
}

function whole<Item>({ items, next }: PageOf<Item>): readonly Item[] {
  if (next !== null) throw new TooManyToExport(mostLines);
  return items;
}
