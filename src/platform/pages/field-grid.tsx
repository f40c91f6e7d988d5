import type { ComponentChildren } from 'preact';
import { assetUrl } from './assets';
import { useWords } from './page-context';
import { pageWords } from './words';

/**
 * A table of fields to be filled in like a sheet: with the script, arrows and Enter move, and a block copied from a
 * spreadsheet fills the fields from the one in focus. Fields that take part carry `data-line`, their place in the cell.
 */
export function FieldGrid({ children }: { children: ComponentChildren }) {
  const text = useWords(pageWords);
  return (
    <div data-grid>
      <script src={assetUrl('grid.js')} type="module" />
      <p class="quiet only-with-script">{text.gridHowTo}</p>
      {children}
      <p role="status" data-grid-status data-filled={text.gridFilled} data-skipped={text.gridSkipped} />
    </div>
  );
}
