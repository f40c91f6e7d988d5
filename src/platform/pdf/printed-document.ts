import { dirname } from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

/** Tinos measures as Times New Roman, the type of official documents, and has every Vietnamese letter. */
export const typefaces = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));

export const fonts = {
  Tinos: {
    normal: `${typefaces}/400Regular/Tinos_400Regular.ttf`,
    bold: `${typefaces}/700Bold/Tinos_700Bold.ttf`,
    italics: `${typefaces}/400Regular_Italic/Tinos_400Regular_Italic.ttf`,
    bolditalics: `${typefaces}/700Bold_Italic/Tinos_700Bold_Italic.ttf`,
  },
};

/** Without functions in it: those cannot be given to a thread. */
export interface PrintedDocument {
  /** Shown by the reader's program, and read out first. */
  readonly title: string;
  readonly content: TDocumentDefinitions['content'];
  readonly landscape?: boolean;
  /** Left, top, right, bottom, in points; official margins when not given. */
  readonly margins?: [number, number, number, number];
  /** Whether some of it are headings (`headlineLevel`), which are kept on a page with what follows. */
  readonly hasHeadings?: boolean;
  /** "Trang 2/5" at the foot; not on a document of one page. */
  readonly numbered?: boolean;
}

/** All of a document but its foot: A4 pages with the typeface inside, so that they look alike everywhere. */
export function definitionOf(
  { title, content, landscape, margins }: PrintedDocument,
  creationDate: Date,
): TDocumentDefinitions {
  return {
    content,
    pageSize: 'A4',
    pageOrientation: landscape ? 'landscape' : 'portrait',
    // 30 mm left, 20 mm elsewhere, as for official documents.
    pageMargins: margins ?? [85, 57, 57, 57],
    defaultStyle: { font: 'Tinos', fontSize: 12, lineHeight: 1.15 },
    info: { title, creationDate },
    language: 'vi',
  };
}
