import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { LayoutThread } from '../layout-thread';
import type { WrittenDocument } from './written-document';

/** Writes A4 documents in Times New Roman for Word and LibreOffice. */
@Injectable()
export class DocxThread extends LayoutThread<WrittenDocument> {
  constructor() {
    super(join(__dirname, 'writing-thread.cjs'));
  }

  /** @throws when it cannot be written, or costs more than a document may */
  async write(document: WrittenDocument): Promise<Buffer> {
    return this.layOut(document);
  }
}
