// Tables of fields work without this file, field by field. With it they are filled in like a sheet.

const grids = '[data-grid]';
const fields = 'input[data-line]';

const placeOf = (field) => ({
  rows: [...field.closest('tbody').rows],
  row: field.closest('tr').sectionRowIndex,
  column: field.closest('td').cellIndex,
  line: field.dataset.line,
});
const fieldAt = ({ rows, line }, row, column) => rows[row]?.cells[column]?.querySelector(`input[data-line="${line}"]`);

// The columns that have such a field in some row: a row may lack its own.
const columnsOf = (place) => {
  const found = place.rows.flatMap((row) => [...row.cells].map((cell) => cell.cellIndex));
  return [...new Set(found)]
    .filter((column) => place.rows.some((_, row) => fieldAt(place, row, column)))
    .sort((one, other) => one - other);
};

function vertical(place, step) {
  for (let row = place.row + step; row >= 0 && row < place.rows.length; row += step) {
    const field = fieldAt(place, row, place.column);
    if (field) return field;
  }
  return null;
}

function sideways(place, step) {
  const columns = columnsOf(place);
  for (let next = columns.indexOf(place.column) + step; next >= 0 && next < columns.length; next += step) {
    const field = fieldAt(place, place.row, columns[next]);
    if (field) return field;
  }
  return null;
}

// At the foot of a column Enter goes on at the head of the next, and after the last one to the button that saves.
function onward(place) {
  const columns = columnsOf(place);
  const next = columns[columns.indexOf(place.column) + 1];
  const head = next === undefined ? null : place.rows.map((_, row) => fieldAt(place, row, next)).find(Boolean);
  return head ?? place.rows[0].closest('form').querySelector('button[type="submit"]');
}

const isAtStart = ({ selectionStart, selectionEnd }) => selectionStart === 0 && selectionEnd === 0;
const isAtEnd = ({ value, selectionStart }) => selectionStart === value.length;
const isWhole = ({ value, selectionStart, selectionEnd }) => selectionStart === 0 && selectionEnd === value.length;

function target(field, { key, shiftKey }) {
  const place = placeOf(field);
  if (key === 'ArrowDown') return vertical(place, 1);
  if (key === 'ArrowUp') return vertical(place, -1);
  if (key === 'Enter') return shiftKey ? vertical(place, -1) : (vertical(place, 1) ?? onward(place));
  if (key === 'ArrowLeft' && !shiftKey && (isAtStart(field) || isWhole(field))) return sideways(place, -1);
  if (key === 'ArrowRight' && !shiftKey && (isAtEnd(field) || isWhole(field))) return sideways(place, 1);
  return null;
}

const fieldOf = (event) => (event.target.matches?.(fields) && event.target.closest(grids) ? event.target : null);

document.addEventListener('keydown', (event) => {
  const field = fieldOf(event);
  if (!field || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const next = target(field, event);
  // Enter alone would send a grid that is half filled in.
  if (next || event.key === 'Enter') event.preventDefault();
  if (!next) return;
  next.focus();
  next.select?.();
});

const blockOf = (text) => {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
};

document.addEventListener('paste', (event) => {
  const field = fieldOf(event);
  if (!field) return;
  const block = blockOf(event.clipboardData.getData('text/plain'));
  if (block.length === 1 && block[0].length === 1) return;
  event.preventDefault();
  const place = placeOf(field);
  const columns = columnsOf(place).slice(columnsOf(place).indexOf(place.column));
  let [filled, skipped] = [0, 0];
  for (const [down, cells] of block.entries()) {
    for (const [across, value] of cells.entries()) {
      // A blank cell of the block leaves the field as it is.
      if (value === '') continue;
      const into = columns[across] === undefined ? null : fieldAt(place, place.row + down, columns[across]);
      if (!into) {
        skipped += 1;
        continue;
      }
      into.value = value;
      into.dispatchEvent(new Event('input', { bubbles: true }));
      filled += 1;
    }
  }
  const status = field.closest(grids).querySelector('[data-grid-status]');
  const said = (words, count) => words.replace('{count}', count);
  status.textContent = [
    said(status.dataset.filled, filled),
    skipped > 0 ? said(status.dataset.skipped, skipped) : '',
  ].join(' ');
});
