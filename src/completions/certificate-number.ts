/** What a number is made of: its place in the register of a series and year. */
export interface RegisterPlace {
  readonly sequence: number;
  readonly year: number;
}

/**
 * A certificate's number as it is printed. `{seq}` is the place in the register, `{seq:3}` the same with at least three
 * digits, `{year}` the year of issue: `{seq:3}/{year}/GCN-ĐUK` gives `007/2026/GCN-ĐUK`.
 * @throws Error on a placeholder it does not know, or when nothing would tell two numbers apart
 */
export function certificateNumber(template: string, { sequence, year }: RegisterPlace): string {
  if (!/\{seq(:\d)?\}/.test(template) || !template.includes('{year}')) {
    throw new Error(`The certificate number ${template} needs {seq} and {year}, or numbers would repeat.`);
  }
  return template.replace(/\{([^}]*)\}/g, (placeholder, name: string) => {
    const [part, digits = '1'] = name.split(':');
    if (part === 'seq') return String(sequence).padStart(Number(digits), '0');
    if (part === 'year') return String(year);
    throw new Error(`The certificate number ${template} has an unknown part ${placeholder}.`);
  });
}
