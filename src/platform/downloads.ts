import { StreamableFile } from '@nestjs/common';
import contentDisposition from 'content-disposition';
import { foldName } from './names';
import type { Upload } from './uploads';

const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Answers with a file that is saved under its name: in full (RFC 5987), and without marks for programs that know no better. */
export function download({ name, content }: Upload): StreamableFile {
  // The library takes what stands before a slash for a folder; classes and certificates have one in their number.
  const full = name.replace(/[\\/]+/g, '-');
  const fallback = foldName(full).replace(/[^\w.]+/g, '-');
  return new StreamableFile(content, {
    type: types[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    disposition: contentDisposition(full, { fallback }),
    length: content.length,
  });
}
