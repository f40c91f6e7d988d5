import { type CallHandler, Injectable, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom } from 'rxjs';
import { Database } from '../../database/database';
import { download } from '../../downloads';
import { Journal } from '../../journal/journal';
import { NotFound } from '../../problems/refusals';
import { pageLocale } from '../page-locale';
import { exportActions, exportWords } from './exports.words';
import { listParts } from './list';
import { TakenList } from './taken-list';

declare module 'fastify' {
  interface FastifyRequest {
    /** The list of the page that is downloaded instead of the page. */
    takenList?: TakenList;
  }
}

/** What an address calls the place in a list; a download begins at its start. */
const cursors = ['after', 'cursor', 'unitsAfter', 'heldBackAfter'];

/** A list as a file: the page is drawn as it is for its reader, one after the other, and what its table says is kept. */
@Injectable()
export class ListDownloads {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** The list the address asks for; what every list understands is taken out of the query, which no request knows it by. */
  asked(request: FastifyRequest): TakenList | null {
    const query = request.query as Record<string, unknown>;
    const { excel } = query;
    delete query[listParts.order];
    if (request.method !== 'GET' || excel === undefined) return null;
    for (const name of [listParts.excel, ...cursors]) delete query[name];
    const taken = new TakenList(Number(excel));
    request.takenList = taken;
    return taken;
  }

  /** @throws NotFound when the page has no such list, TooManyToExport */
  async file(
    request: FastifyRequest,
    reply: FastifyReply,
    taken: TakenList,
    page: CallHandler,
  ): Promise<StreamableFile> {
    const query = request.query as Record<string, unknown>;
    for (let next; ; query[next.cursor] = next.value) {
      await lastValueFrom(page.handle());
      next = taken.nextPage();
      if (!next) break;
    }
    if (!taken.isFound || !request.actor) throw new NotFound();
    await this.note(request, taken);
    // What is answered is no page any more.
    reply.removeHeader('Content-Type');
    return download(await taken.workbook(exportWords[pageLocale(request)].number));
  }

  private async note({ actor, params, routeOptions: { url = '' } }: FastifyRequest, { count }: TakenList) {
    const classId = url.startsWith('/classes/:id') ? (params as { id: string }).id : null;
    await this.database.inTransaction((tx) =>
      this.journal.write(tx, actor!, {
        action: exportActions.list,
        subject: { type: 'account', id: actor!.accountId! },
        classId,
        facts: { list: url, count },
      }),
    );
  }
}
