// A field that chooses one of many works without this file: what is typed is looked up where it is sent. This shows below
// the field what is found so far, and lets keys do the rest: arrows go through it, Enter takes one, Escape closes.
const fieldOf = (target) => target.closest?.('.searched');
const partsOf = (field) => ({
  input: field.querySelector('input'),
  found: field.querySelector('.searched-found'),
  said: field.querySelector('[aria-live]'),
});
const optionsOf = (field) => [...field.querySelectorAll('[role=option]')];

function show(field, isShown) {
  const { input, found } = partsOf(field);
  found.hidden = !isShown;
  input.setAttribute('aria-expanded', String(isShown && optionsOf(field).length > 0));
  if (!isShown) mark(field, null);
}

function mark(field, marked) {
  for (const option of optionsOf(field)) option.setAttribute('aria-selected', String(option === marked));
  const { input } = partsOf(field);
  if (marked) input.setAttribute('aria-activedescendant', marked.id);
  else input.removeAttribute('aria-activedescendant');
  marked?.scrollIntoView({ block: 'nearest' });
}

function take(field, option) {
  partsOf(field).input.value = option.textContent;
  show(field, false);
}

for (const field of document.querySelectorAll('.searched')) {
  const { input, found } = partsOf(field);
  found.id = `${input.id}-found`;
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
  }))
    input.setAttribute(name, value);
}

document.addEventListener('htmx:configRequest', ({ target, detail }) => {
  if (fieldOf(target)) detail.parameters = { q: target.value };
});

document.addEventListener('htmx:beforeRequest', (event) => {
  const field = fieldOf(event.target);
  if (!field || event.target.value.trim()) return;
  event.preventDefault();
  show(field, false);
});

document.addEventListener('htmx:afterSwap', ({ target }) => {
  const field = fieldOf(target);
  if (!field) return;
  const { input, found, said } = partsOf(field);
  const list = found.querySelector('[role=listbox]');
  if (list) {
    list.id = `${found.id}-list`;
    input.setAttribute('aria-controls', list.id);
  } else input.removeAttribute('aria-controls');
  for (const [place, option] of optionsOf(field).entries()) option.id = `${found.id}-${place}`;
  show(field, document.activeElement === input);
  said.textContent = found.querySelector('p').textContent;
});

document.addEventListener('keydown', (event) => {
  const field = fieldOf(event.target);
  if (!field || partsOf(field).found.hidden) return;
  const options = optionsOf(field);
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined && options.length > 0) {
    event.preventDefault();
    mark(field, options[Math.min(Math.max(at + step, 0), options.length - 1)]);
  } else if (event.key === 'Enter' && at >= 0) {
    event.preventDefault();
    take(field, options[at]);
  } else if (event.key === 'Escape') {
    event.preventDefault();
    show(field, false);
  }
});

// Pressed, not clicked: the field keeps the focus.
document.addEventListener('mousedown', (event) => {
  const option = event.target.closest?.('.searched [role=option]');
  if (!option) return;
  event.preventDefault();
  take(fieldOf(option), option);
});

document.addEventListener('focusout', ({ target }) => {
  const field = fieldOf(target);
  if (field) show(field, false);
});
