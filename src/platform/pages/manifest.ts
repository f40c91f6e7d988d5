import type { Locale } from '../messages/words';
import { barColours } from './page-theme';
import { pageWords } from './words';

/** What a telephone is told of the service when somebody puts it among its programs. @param addressOf of one of our pictures */
export function manifestOf(locale: Locale, addressOf: (icon: string) => string): string {
  const { productName, productPurpose } = pageWords[locale];
  const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
    src: addressOf(name),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return JSON.stringify({
    // The same program in either language.
    id: '/',
    name: `${productName} – ${productPurpose}`,
    short_name: productName,
    lang: locale,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: barColours.light,
    background_color: '#f5f6f8',
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable.png', 512, 'maskable'),
    ],
  });
}
