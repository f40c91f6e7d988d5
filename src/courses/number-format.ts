import type { Bilingual } from '../platform/messages/words';

/** What stands for a certificate's place in its register: `{number}` or `{seq}`, with `:3` in at least three digits. */
const placeholder = /\{([^{}]*)\}/g;
const known = /^((number|seq)(:[1-9])?|year|series)$/;

/** What is wrong with a template for certificate numbers, and the remedy; null when nothing is. */
export function faultOf(template: string): (Bilingual & { readonly code: string }) | null {
  const parts = [...template.matchAll(placeholder)].map(([, part]) => part!);
  const unknown = parts.find((part) => !known.test(part)) ?? /[{}]/.exec(template.replace(placeholder, ''))?.[0];
  if (unknown !== undefined) {
    return {
      code: 'unknown_placeholder',
      vi: `Mẫu số có phần “${unknown}” không dùng được. Chỉ dùng {number:3} (hoặc {seq:3}), {year} và {series}; ví dụ: {number:3}/GCN-{series}-{year}.`,
      en: `The template has a part “${unknown}” that means nothing. Use only {number:3} (or {seq:3}), {year} and {series}; for example {number:3}/GCN-{series}-{year}.`,
    };
  }
  if (!parts.some((part) => /^(number|seq)/.test(part))) {
    return {
      code: 'without_number',
      vi: 'Mẫu số phải có {number} để mỗi giấy chứng nhận một số; ví dụ: {number:3}/GCN-{series}-{year}.',
      en: 'The template needs {number}, so that each certificate has its own number; for example {number:3}/GCN-{series}-{year}.',
    };
  }
  if (!parts.includes('year')) {
    return {
      code: 'without_year',
      vi: 'Mẫu số phải có {year}, vì mỗi năm đánh số lại từ 1 và số sẽ trùng; ví dụ: {number:3}/GCN-{series}-{year}.',
      en: 'The template needs {year}: numbers begin at 1 every year and would repeat; for example {number:3}/GCN-{series}-{year}.',
    };
  }
  return null;
}

/** A template with its parts filled in by `valueOf`, which gets the name and the least number of digits. */
export function fillTemplate(template: string, valueOf: (name: string, digits: number) => string): string {
  return template.replace(placeholder, (_, part: string) => {
    const [name, digits = '1'] = part.split(':') as [string, string?];
    return valueOf(name, Number(digits));
  });
}
