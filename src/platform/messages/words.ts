export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];

/** One sentence in both languages, Vietnamese first. */
export type Bilingual = Readonly<Record<Locale, string>>;

type Phrase = string | ((...facts: never[]) => string);
type Table = Record<string, { readonly vi: Phrase; readonly en: Phrase }>;

/**
 * Declares the words of a feature, both languages side by side: a missing translation does not compile.
 * Read them as `nominationWords[locale].submitted`.
 */
export function words<const T extends Table & { [K in keyof T]: { vi: Phrase; en: Widened<T[K]['vi']> } }>(
  table: T,
): Readonly<Record<Locale, { readonly [K in keyof T]: Widened<T[K]['vi']> }>> {
  const inOne = (locale: Locale) =>
    Object.fromEntries(Object.entries(table).map(([key, phrase]) => [key, phrase[locale]])) as {
      [K in keyof T]: Widened<T[K]['vi']>;
    };
  return { vi: inOne('vi'), en: inOne('en') };
}

type Widened<P> = P extends string ? string : P;

/** The language asked for by an `Accept-Language` header; Vietnamese when nothing we speak is asked for. */
export function localeFrom(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((code): code is Locale => locales.some((locale) => locale === code));
  return wanted ?? 'vi';
}
