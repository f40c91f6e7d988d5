// Lays a document out, in a thread of its own. Plain JavaScript: a thread starts without the loaders of the process it belongs to.
const { workerData } = require('node:worker_threads');
const pdfmake = require('pdfmake');

const { fonts, typefaces, closeLayout } = workerData;
pdfmake.setFonts(fonts);
// What is printed was typed by people: it may name no address and no file but the typefaces.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(typefaces));
pdfmake.addTableLayouts({ [closeLayout]: { paddingLeft: () => 1.5, paddingRight: () => 1.5 } });

const pageNumber = (page, pages) =>
  pages > 1 ? { text: `Trang ${page}/${pages}`, alignment: 'center', fontSize: 10, margin: [0, 20, 0, 0] } : '';

/** In points: a heading, that of its table over four lines, and a row. Where a table goes on to the next page is not told beforehand. */
const leastRoom = 110;
const isLeftAlone = ({ headlineLevel, startPosition: { pageInnerHeight, verticalRatio } }) =>
  headlineLevel !== undefined && (1 - verticalRatio) * pageInnerHeight < leastRoom;

/** @param {{ definition: import('pdfmake/interfaces').TDocumentDefinitions, numbered: boolean, hasHeadings: boolean }} document */
module.exports = ({ definition, numbered, hasHeadings }) =>
  pdfmake
    .createPdf({
      ...definition,
      footer: numbered ? pageNumber : undefined,
      pageBreakBefore: hasHeadings ? isLeftAlone : undefined,
    })
    .getBuffer();
