import { crc32, deflateSync } from 'node:zlib';

/** A PDF of one page as plain as can be; `more` are objects beside it, `trailer` what its directory says besides. */
export function pdf({ pages = 1, more = '', trailer = '', after = '' } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, n) => `${10 + n} 0 R`).join(' ');
  const each = Array.from({ length: pages }, (_, n) => `${10 + n} 0 obj\n<</Type /Page /Parent 2 0 R>>\nendobj\n`).join(
    '',
  );
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Count ${pages} /Kids [${kids}]>>\nendobj\n${each}${more}` +
      `xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R /Size 3 ${trailer}>>\nstartxref\n9\n%%EOF\n${after}`,
    'latin1',
  );
}

/** Objects as office programs pack them since PDF 1.5: nobody reads them by looking at the bytes. */
export const packed = (objects: string, dictionary = '/Filter /FlateDecode') => {
  const content = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1');
  return `5 0 obj\n<</Type /ObjStm /N 1 /First 4 /Length ${content.length} ${dictionary}>>\nstream\r\n${content}\r\nendstream\nendobj\n`;
};

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A grey picture; `chunks` stand before its end. */
export function png({ width = 2, height = 2, chunks = [] as [string, string][], after = '' } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...chunks.map(([type, text]) => chunk(type, Buffer.from(text, 'latin1'))),
    chunk('IDAT', deflateSync(Buffer.alloc(6))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(after, 'latin1'),
  ]);
}

const segment = (code: number, data: Buffer) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, code]), length, data]);
};

/** What a telephone writes: which way up (6: a quarter turn), and a place. */
export const exifWithPlace = Buffer.from(
  'Exif\0\0II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0GPS 10.7769 N 106.7009 E',
  'latin1',
);

/** The parts of a JPEG in their order; what its data mean is nobody's concern here. */
export function jpeg({ width = 8, height = 8, exif = Buffer.alloc(0), after = '' } = {}): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(exif.length > 0 ? [segment(0xe1, exif)] : []),
    segment(0xfe, Buffer.from('<script>alert(1)</script>')),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from('0102ff0003ffd004', 'hex'),
    Buffer.from('ffd9', 'hex'),
    Buffer.from(after, 'latin1'),
  ]);
}
