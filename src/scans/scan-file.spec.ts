import { exifWithPlace, jpeg, packed, pdf, png } from '../../test/scans/hostile';
import { InvalidInput } from '../platform/problems/refusals';
import { readScan } from './scan-file';

const read = (content: Buffer, name = 'cong-van.pdf') => readScan({ name, content }, 40);
function codeOf(content: Buffer, name?: string): string {
  try {
    read(content, name);
    return 'taken';
  } catch (refusal) {
    return (refusal as InvalidInput).fields[0]!.code;
  }
}
const zip = 'PK\x03\x04x.exe' + 'PK\x05\x06' + '\0'.repeat(18);
const action = (inside: string) => `4 0 obj\n<<${inside}>>\nendobj\n`;

describe('readScan', () => {
  it('takes a PDF byte for byte, and counts its pages', () => {
    const content = pdf({ pages: 3 });
    expect(read(content)).toMatchObject({ type: 'pdf', pages: 3, content });
  });

  it('counts pages that are packed', () => {
    expect(read(pdf({ pages: 1, more: packed('7 0 <</Type /Page /Parent 2 0 R>>') })).pages).toBe(2);
  });

  it('takes a PDF with a table of contents', () => {
    expect(codeOf(pdf({ more: action('/Type /Outlines /First 7 0 R /Last 8 0 R /Count 2') }))).toBe('taken');
  });

  it('takes a PDF that is signed, and one with a link', () => {
    expect(codeOf(pdf({ more: action('/Type /Sig /ByteRange [0 1 2 3] /Contents <00>') }))).toBe('taken');
    expect(codeOf(pdf({ more: action('/S /URI /URI (https://khoi.example.vn)') }))).toBe('taken');
  });

  it.each([
    ['a script', action('/S /JavaScript /JS (app.alert\\(1\\))')],
    ['a script whose name is written in numbers', action('/S /J#61v#61Script /JS (x)')],
    ['a script that is packed', packed('7 0 <</S /JavaScript /JS (x)>>')],
    [
      'a script in a packed stream that says it is a picture',
      packed('7 0 <</S /JavaScript>>').replace('/N 1', '/Subtype /Image /N 1'),
    ],
    [
      'a script in a packed stream that does not say what it is, which readers open all the same',
      packed('7 0 <</S /JavaScript>>').replace('/Type /ObjStm ', ''),
    ],
    ['an attached file', action('/Names <</EmbeddedFiles <</Names [(a.exe) 5 0 R]>>>>')],
    ['an attached file without a list', action('/Type /Filespec /F (a.exe) /EF <</F 5 0 R>>')],
    ['a program to start', action('/S /Launch /F (cmd.exe)')],
    ['a form of its own language', action('/AcroForm <</XFA [(x) 5 0 R]>>')],
    ['a form that sends what is typed', action('/S /SubmitForm /F (https://x.example)')],
  ])('refuses a PDF with %s', (_, more) => expect(codeOf(pdf({ more }))).toBe('has_actions'));

  it('refuses a PDF that is encrypted', () => {
    expect(codeOf(pdf({ trailer: '/Encrypt 8 0 R' }))).toBe('password_protected');
    expect(codeOf(pdf({ more: packed('7 0 <</Type /XRef /Encrypt 8 0 R>>') }))).toBe('password_protected');
  });

  it('refuses a PDF whose objects are packed in a way it does not open', () => {
    expect(codeOf(pdf({ more: packed('x', '/Filter [/ASCIIHexDecode /FlateDecode]') }))).toBe('not_looked_into');
    expect(codeOf(pdf({ more: packed('x', '/Filter 9 0 R') }))).toBe('not_looked_into');
    expect(codeOf(pdf({ more: packed('x'.repeat(9 * 1024 * 1024)) }))).toBe('not_looked_into');
  });

  it('refuses a PDF with another file behind or before it, cut off, or without a page', () => {
    expect(codeOf(pdf({ after: zip }))).toBe('two_files');
    expect(codeOf(pdf({ after: '<html><script>alert(1)</script>' }))).toBe('two_files');
    expect(codeOf(Buffer.concat([Buffer.from('GIF89a'), pdf()]))).toBe('no_scan');
    expect(codeOf(pdf().subarray(0, 200))).toBe('damaged');
    expect(codeOf(pdf({ pages: 0 }))).toBe('damaged');
  });

  it('refuses more pages than a letter has', () => {
    expect(codeOf(pdf({ pages: 41 }))).toBe('too_many_pages');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty_file'],
    ['a ZIP called .pdf', Buffer.from(zip, 'latin1'), 'no_scan'],
    ['a page of the web called .pdf', Buffer.from('<html></html>'), 'no_scan'],
    ['a picture that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'no_scan'],
    ['a program', Buffer.from('MZ\x90\0'), 'no_scan'],
  ])('refuses %s', (_, content, code) => expect(codeOf(content)).toBe(code));

  it('is told by what is in it: a picture called .pdf is a picture, and is called so', () => {
    expect(read(png(), 'cong-van.pdf')).toMatchObject({ type: 'png', name: 'cong-van.png' });
    expect(read(jpeg(), 'chup.png.exe')).toMatchObject({ type: 'jpeg', name: 'chup.png.jpg' });
  });

  it.each([
    ['../../etc/passwd\0.pdf', 'passwd.pdf'],
    ['C:\\Users\\an\\47-CV.PDF', '47-CV.pdf'],
    ['\u202Efdp.exe', 'fdp.pdf'],
    ['<img src=x>.pdf', 'img src=x.pdf'],
    ['', 'ban-chup.pdf'],
  ])('calls “%s” %s', (name, shown) => expect(read(pdf(), name).name).toBe(shown));

  it('leaves of a JPEG the picture and which way up it is: no place, no comment, nothing behind its end', () => {
    const { content } = read(jpeg({ exif: exifWithPlace, after: zip }));
    const text = content.toString('latin1');
    expect(text).toContain('Exif');
    expect(text).not.toMatch(/GPS|script|PK/);
    // Read once more it says the same: a quarter turn.
    expect(read(content).content.equals(content)).toBe(true);
    expect(content.includes(Buffer.from('01120003000000010006', 'hex'))).toBe(true);
    expect(content.subarray(-10).toString('hex')).toBe('0102ff0003ffd004ffd9');
  });

  it('leaves of a PNG the picture alone', () => {
    const { content } = read(
      png({
        chunks: [
          ['eXIf', 'GPS'],
          ['tEXt', 'Author\0An'],
          ['iTXt', '<script>'],
        ],
        after: zip,
      }),
    );
    expect(content.equals(png())).toBe(true);
  });

  it('refuses pictures that are damaged, or of more dots than a sheet of paper has', () => {
    expect(codeOf(png({ width: 60_000, height: 60_000 }))).toBe('too_many_dots');
    expect(codeOf(png({ width: 0 }))).toBe('damaged');
    expect(codeOf(png().subarray(0, 50))).toBe('damaged');
    const twisted = png();
    twisted[20]! ^= 1;
    expect(codeOf(twisted)).toBe('damaged');
    expect(codeOf(jpeg({ width: 65_000, height: 65_000 }))).toBe('too_many_dots');
    expect(codeOf(jpeg().subarray(0, -3))).toBe('damaged');
    expect(codeOf(Buffer.from('ffd8ffd9', 'hex'))).toBe('damaged');
  });

  it('is not held up by a file that was made to take long', () => {
    const many = `${'/'.repeat(400_000)}${'/First 1 '.repeat(100_000)}${'stream\n'.repeat(200_000)}${'<<obj '.repeat(200_000)}`;
    const began = process.hrtime.bigint();
    codeOf(pdf({ more: many }));
    expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(5);
  });
});
