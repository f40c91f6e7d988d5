import { Injectable } from '@nestjs/common';
import { DocxThread } from '../platform/docx/docx-thread';
import { PdfThread } from '../platform/pdf/pdf-thread';
import type { Upload } from '../platform/uploads';
import type { Paper } from './paper';
import { docxOf } from './paper-docx';
import { pdfOf } from './paper-pdf';
import { xlsxOf } from './paper-xlsx';
import type { PaperFormat } from './sheets';

/** Makes files of papers: to print and sign, to work on, or to go on writing in. */
@Injectable()
export class Printer {
  constructor(
    private readonly pdf: PdfThread,
    private readonly docx: DocxThread,
  ) {}

  /** @param name without its ending */
  async file(name: string, paper: Paper, format: PaperFormat): Promise<Upload> {
    return { name: `${name}.${format}`, content: await this.contentOf(paper, format) };
  }

  private async contentOf(paper: Paper, format: PaperFormat): Promise<Buffer> {
    if (format === 'xlsx') return xlsxOf(paper);
    return format === 'docx' ? this.docx.write(docxOf(paper)) : this.pdf.print(pdfOf(paper));
  }
}
