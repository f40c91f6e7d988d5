import { ArchiveLocked, type Parts } from '../archive';
import { NotASpreadsheet } from '../xlsx/read-xlsx';
import { readOds } from './read-ods';

const limits = { maxRows: 100, maxColumns: 20, maxCharacters: 10_000 };

function document(tables: string, styles = ''): Parts {
  const parts = {
    'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'meta-inf/manifest.xml': '<manifest:manifest/>',
  };
  return new Map(Object.entries(parts).map(([name, xml]) => [name, { name, data: Buffer.from(xml) }]));
}
const cell = (attributes: string, text: string) =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (content: string) => `<table:table table:name="S">${content}</table:table>`;
const rowsOf = async (content: string, styles = '') =>
  (await readOds(document(table(content), styles), limits))[0]!.rows;

describe('readOds', () => {
  it('takes a number as it is shown where that is the same with zeros before it, and a day as its format shows it', async () => {
    const number = (value: string, shown: string) => cell(`office:value-type="float" office:value="${value}"`, shown);
    const day = (value: string, style: string, shown: string) =>
      cell(`table:style-name="${style}" office:value-type="date" office:date-value="${value}"`, shown);
    const dates = `<number:date-style style:name="N1"><number:month/><number:text>/</number:text><number:year/></number:date-style>
      <style:style style:name="m" style:family="table-cell" style:data-style-name="N1"/>
      <style:style style:name="of-m" style:family="table-cell" style:parent-style-name="m"/>`;
    const cells = [
      number('903100185', '0903100185'),
      number('903100185', '0903 100 185'),
      number('1980', '1.980'),
      number('7.599999999999999', '7,6'),
      day('1985-03-12', 'd', '12/03/1985'),
      day('1985-03-01', 'of-m', '03/85'),
      day('1905-06-02', 'd', '02/06/1905'),
    ];
    expect(await rowsOf(row(cells.join('')), dates)).toEqual([
      ['0903100185', '0903 100 185', 1980, 7.6, { day: '1985-03-12' }, '03/1985', 1980],
    ]);
  });

  it('takes the text of a cell without notes and pictures, with its blanks and lines', async () => {
    const note = '<office:annotation><text:p>Ghi chú</text:p></office:annotation>';
    const picture = '<draw:frame><draw:text-box><text:p>Khung</text:p></draw:text-box></draw:frame>';
    const text = `<table:table-cell>${note}<text:p>Lê <text:span>Văn</text:span><text:s text:c="2"/>An</text:p><text:p>Hai</text:p>${picture}</table:table-cell>`;
    expect(await rowsOf(row(text))).toEqual([['Lê Văn  An\nHai']]);
  });

  it('tells an error and a formula that was never calculated, and knows a filtered row', async () => {
    const error = cell('table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"', '#DIV/0!');
    const [sheet] = await readOds(
      document(table(row(`${error}<table:table-cell table:formula="of:=[.A1]"/>`, 'table:visibility="filter"'))),
      limits,
    );
    expect(sheet!.rows).toEqual([
      [
        { noValue: 'error', text: '#DIV/0!' },
        { noValue: 'uncalculated', text: '=' },
      ],
    ]);
    expect([...sheet!.looks!.hiddenRows]).toEqual([0]);
  });

  it('holds rows and cells that are said to be repeated against the limits, blank ones not', async () => {
    const blank = row(
      '<table:table-cell table:number-columns-repeated="16384"/>',
      'table:number-rows-repeated="1048576"',
    );
    expect(await rowsOf(row(cell('table:number-columns-repeated="2"', 'a')) + blank)).toEqual([['a', 'a']]);
    const repeated = (columns: number, rows: number) =>
      rowsOf(row(cell(`table:number-columns-repeated="${columns}"`, 'a'), `table:number-rows-repeated="${rows}"`));
    await expect(repeated(21, 1)).rejects.toMatchObject({ what: 'columns' });
    await expect(repeated(1, 1_048_576)).rejects.toMatchObject({ what: 'rows' });
    await expect(repeated(20, 100)).rejects.toMatchObject({ what: 'characters' });
  });

  it('takes no text document, and none with a password', async () => {
    const text = new Map(document('')).set('content.xml', {
      name: 'content.xml',
      data: Buffer.from('<office:document-content><office:text/></office:document-content>'),
    });
    await expect(readOds(text, limits)).rejects.toBeInstanceOf(NotASpreadsheet);
    const locked = new Map(document('')).set('meta-inf/manifest.xml', {
      name: 'META-INF/manifest.xml',
      data: Buffer.from('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'),
    });
    await expect(readOds(locked, limits)).rejects.toBeInstanceOf(ArchiveLocked);
  });
});
