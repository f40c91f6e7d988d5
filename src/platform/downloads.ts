import { StreamableFile } from '@nestjs/common';
import { foldName } from './names';
import type { Upload } from './uploads';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answers with a spreadsheet that is saved under its name: in full (RFC 5987), and without marks for programs that know no better. */
export function download({ name, content }: Upload): StreamableFile {
  const plain = foldName(name).replace(/[^\w.]+/g, '-');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new StreamableFile(content, {
    type: /\.xlsx$/i.test(name) ? xlsx : 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${full}`,
    length: content.length,
  });
}
