import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { LayoutThread } from '../layout-thread';
import { definitionOf, fonts, type PrintedDocument, typefaces } from './printed-document';

/** The layout of a table with many narrow columns; it is made of functions, so only its name comes from outside. */
export const closeLayout = 'close';

interface Task {
  readonly definition: ReturnType<typeof definitionOf>;
  readonly numbered: boolean;
  readonly hasHeadings: boolean;
}

/** Prints documents as PDF. */
@Injectable()
export class PdfThread extends LayoutThread<Task> {
  constructor(private readonly clock: Clock) {
    super(join(__dirname, 'printing-thread.cjs'), { fonts, typefaces, closeLayout });
  }

  /** @throws when it cannot be laid out, or costs more than a document may */
  async print(document: PrintedDocument): Promise<Buffer> {
    const { numbered = true, hasHeadings = false } = document;
    return this.layOut({ definition: definitionOf(document, this.clock.now()), numbered, hasHeadings });
  }
}
