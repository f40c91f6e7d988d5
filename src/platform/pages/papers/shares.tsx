import type { Locale } from '../../messages/words';
import { useLocale } from '../page-context';

/** A part of a whole in percent, to one decimal; null when there is no whole to take a part of. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part * 1000) / whole) / 10 : null;
}

/** `83,3%` in Vietnamese, `83.3%` in English; a dash where there is nothing to measure. */
export function showShare(percent: number | null, locale: Locale): string {
  if (percent === null) return '–';
  const text = percent.toFixed(1);
  return `${locale === 'vi' ? text.replace('.', ',') : text}%`;
}

/** A share in words, and as a bar for the eye that compares rows. */
export function Share({ percent }: { percent: number | null }) {
  const locale = useLocale();
  return (
    <>
      {showShare(percent, locale)}
      {percent !== null && <progress value={Math.min(percent, 100)} max={100} aria-hidden="true" />}
    </>
  );
}
