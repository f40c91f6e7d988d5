// The box of the header works without this file: it leads to the page of what is found. This shows the first of it below
// the box while one types, and lets keys alone do the rest: / goes to the box, arrows through what is found, Enter opens, Escape closes.
const box = document.querySelector('.masthead-search');
const input = box.querySelector('input');
const found = document.getElementById('search-found');
const said = box.querySelector('[aria-live]');

const isEnough = () => input.value.trim().length > 1;
const isShown = (shown) => {
  found.hidden = !shown;
};

document.addEventListener('keydown', (event) => {
  const isCommand = event.ctrlKey || event.altKey || event.metaKey;
  if (event.key !== '/' || isCommand || event.target.closest('input, textarea, select, [contenteditable]')) return;
  event.preventDefault();
  // On a phone the box is in the menu.
  if (input.offsetParent === null) box.parentElement.querySelector('.fold-switch').open = true;
  input.focus();
  input.select();
});

box.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !found.hidden) {
    event.preventDefault();
    input.focus();
    isShown(false);
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || found.hidden) return;
  const stops = [input, ...found.querySelectorAll('a')];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

box.addEventListener('htmx:configRequest', (event) => {
  if (!isEnough()) event.preventDefault();
});
box.addEventListener('htmx:afterSwap', () => {
  isShown(isEnough() && box.contains(document.activeElement));
  said.textContent = found.querySelector('.found-count, .empty-state-title')?.textContent ?? '';
});

input.addEventListener('input', () => {
  if (!isEnough()) isShown(false);
});
input.addEventListener('focus', () => {
  if (isEnough() && found.childElementCount > 0) isShown(true);
});
box.addEventListener('focusout', ({ relatedTarget }) => {
  if (!box.contains(relatedTarget)) isShown(false);
});
