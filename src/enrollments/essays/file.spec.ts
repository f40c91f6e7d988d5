import { InvalidInput } from '../../platform/problems/refusals';
import { pack, type Part } from '../../platform/sheets/archive';
import { readEssayFile } from './file';

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const typesOf = (type: string) => `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
const part = (name: string, text = '<x/>'): Part => ({ name, data: Buffer.from(text) });
const document = part('word/document.xml');
const docx = (...more: Part[]) => pack([part('[Content_Types].xml', typesOf(main)), document, ...more]);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF\n', 'latin1');

const read = async (content: Buffer, name = 'bai.pdf') => {
  try {
    const { kind, name: shown } = await readEssayFile({ name, content });
    return `${kind}: ${shown}`;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const [wrong] = error.fields;
    return `${wrong!.field}: ${wrong!.code}`;
  }
};

describe('the file of an essay', () => {
  it('is a PDF or a Word document by what is in it, whatever its name says', async () => {
    expect(await read(pdf, 'Bài thu hoạch.docx')).toBe('pdf: Bài thu hoạch.docx');
    expect(await read(await docx())).toBe('docx: bai.pdf');
    expect(await read(Buffer.from('<html><script>alert(1)</script></html>'))).toBe('file: neither_pdf_nor_docx');
    expect(await read(await pack([part('[Content_Types].xml'), part('xl/workbook.xml')]))).toBe(
      'file: neither_pdf_nor_docx',
    );
    expect(await read(Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).toBe('file: old_word');
    expect(await read(Buffer.alloc(0))).toBe('file: empty_file');
  });

  it('is refused when it was cut off on the way', async () => {
    expect(await read(pdf.subarray(0, 20))).toBe('file: damaged');
    const whole = await docx();
    expect(await read(whole.subarray(0, whole.length - 30))).toBe('file: damaged');
  });

  it('carries no macros, under whatever name they hide', async () => {
    expect(await read(await docx(part('word/vbaProject.bin')))).toBe('file: has_macros');
    expect(await read(await docx(part('word/activeX/activeX1.xml')))).toBe('file: has_macros');
    const enabled = part('[Content_Types].xml', typesOf('application/vnd.ms-word.document.macroEnabled.main+xml'));
    expect(await read(await pack([enabled, document]))).toBe('file: has_macros');
  });

  it('keeps of its name what is one: no path, no control signs, nothing that turns the writing round', async () => {
    expect(await read(pdf, 'C:\\bai\\..\\thu\r\nhoach\u202Efdp.exe')).toBe('pdf: thuhoachfdp.exe');
    expect(await read(pdf, '\u0000')).toBe('pdf: bai-thu-hoach');
  });
});
