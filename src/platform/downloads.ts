import { StreamableFile } from '@nestjs/common';
import { foldName } from './names';
import type { Upload } from './uploads';

const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Answers with a file that is saved under its name: in full (RFC 5987), and without marks for programs that know no better. */
export function download({ name, content }: Upload): StreamableFile {
  const plain = foldName(name).replace(/[^\w.]+/g, '-');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new StreamableFile(content, {
    type: types[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${full}`,
    length: content.length,
  });
}
