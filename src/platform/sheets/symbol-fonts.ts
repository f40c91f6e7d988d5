/** Fonts whose letters are drawn as signs: what a spreadsheet keeps is "P", what everybody sees is ✓. By the code of the letter. */
const signs: readonly (readonly [font: RegExp, signs: Readonly<Record<number, string>>])[] = [
  [/^wingdings 2$/i, { 0x4f: '✗', 0x50: '✓', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa2: '■', 0xa3: '□' }],
  [/^wingdings 3$/i, {}],
  [
    /^wingdings$/i,
    {
      0x6c: '●',
      0x6e: '■',
      0x6f: '□',
      0x78: '☒',
      0xa8: '□',
      0xfb: '✗',
      0xfc: '✓',
      0xfd: '☒',
      0xfe: '☑',
    },
  ],
  [/^webdings$/i, { 0x61: '✓', 0x63: '□', 0x67: '■', 0x72: '✗' }],
  [/^marlett$/i, { 0x61: '✓', 0x62: '✓', 0x72: '✗' }],
  [/^symbol$/i, { 0xb4: '×', 0xd6: '✓' }],
  [/dingbats/i, { 0x33: '✓', 0x34: '✓', 0x35: '✗', 0x36: '✗', 0x37: '✗', 0x38: '✗', 0x6e: '■', 0x6f: '□' }],
];

export function isSymbolFont(font: string): boolean {
  return signs.some(([known]) => known.test(font.trim()));
}

/** What the letters look like in this font; null when a sign is not known. */
export function signsShown(text: string, font: string): string | null {
  const [, known = {}] = signs.find(([name]) => name.test(font.trim())) ?? [];
  let shown = '';
  for (const letter of text.trim()) {
    const code = letter.codePointAt(0)!;
    // Word processors keep such letters in the private area that begins at F000.
    const sign = known[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code];
    if (sign === undefined && !/[\s\d.,]/.test(letter)) return null;
    shown += sign ?? letter;
  }
  return shown;
}
