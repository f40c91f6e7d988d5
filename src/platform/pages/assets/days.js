// Days are typed without this file. With it a button beside each field opens a month to choose from, by mouse, finger or keys.

const page = document.documentElement;
const language = page.lang || 'vi';
const aDay = 86_400_000;
const earliest = '1900-01-01';
const latest = '2199-12-31';

const isoOf = (date) => date.toISOString().slice(0, 10);
const dateOf = (day) => new Date(`${day}T00:00:00Z`);
const shownDay = (day) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
const today = () => isoOf(new Date(Date.now() + 7 * 3_600_000));
const inUtc = (options) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });

// The day that stands in a field, when it is one; the server reads more than this.
function dayIn(text) {
  const typed = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  const day = typed ? `${typed[3]}-${typed[2].padStart(2, '0')}-${typed[1].padStart(2, '0')}` : text.trim();
  const date = dateOf(day);
  return !Number.isNaN(date.getTime()) && isoOf(date) === day ? day : null;
}

function daysOn(day, count) {
  return isoOf(new Date(dateOf(day).getTime() + count * aDay));
}

// The same day some months on, or the last one of a month that is shorter.
function monthsOn(day, count) {
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return isoOf(new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last))));
}

// Monday is the first day of a week.
const weekdayOf = (day) => (dateOf(day).getUTCDay() + 6) % 7;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const parts = {};
let choosing = null;

function build() {
  const step = (months, sign) =>
    make('button', { type: 'button', class: 'btn calendar-step', 'data-months': months }, sign);
  const week = [...Array(7).keys()].map((index) => dateOf(daysOn('2024-01-01', index)));
  const weekday = (date) =>
    make(
      'th',
      { scope: 'col', abbr: inUtc({ weekday: 'long' }).format(date) },
      inUtc({ weekday: 'narrow' }).format(date),
    );
  parts.month = make('h2', { class: 'calendar-month', 'aria-live': 'polite', id: 'calendar-month' });
  parts.steps = [step(-12, '«'), step(-1, '‹'), step(1, '›'), step(12, '»')];
  parts.days = make('tbody');
  parts.today = make('button', { type: 'button', class: 'btn' });
  parts.close = make('button', { type: 'button', class: 'btn' });
  const [yearBack, back, on, yearOn] = parts.steps;
  parts.dialog = make(
    'dialog',
    { class: 'calendar' },
    make(
      'div',
      { class: 'calendar-body' },
      make('div', { class: 'calendar-head' }, yearBack, back, parts.month, on, yearOn),
      make(
        'table',
        { role: 'grid', 'aria-labelledby': 'calendar-month' },
        make('thead', {}, make('tr', {}, ...week.map(weekday))),
        parts.days,
      ),
      make('div', { class: 'calendar-foot' }, parts.today, parts.close),
    ),
  );
  document.body.append(parts.dialog);
  parts.dialog.addEventListener('click', (event) => {
    const pressed = event.target.closest('button');
    if (event.target === parts.dialog || pressed === parts.close) return parts.dialog.close();
    if (pressed === parts.today) return choose(within(today()));
    if (pressed?.dataset.months) return show(monthsOn(choosing.at, Number(pressed.dataset.months)));
    if (pressed?.dataset.day) choose(pressed.dataset.day);
  });
  parts.days.addEventListener('keydown', (event) => {
    const next = dayByKey(event);
    if (next === null) return;
    event.preventDefault();
    show(next);
    parts.days.querySelector('[tabindex="0"]').focus();
  });
}

function dayByKey({ key, shiftKey }) {
  const { at } = choosing;
  if (key === 'ArrowLeft') return daysOn(at, -1);
  if (key === 'ArrowRight') return daysOn(at, 1);
  if (key === 'ArrowUp') return daysOn(at, -7);
  if (key === 'ArrowDown') return daysOn(at, 7);
  if (key === 'Home') return daysOn(at, -weekdayOf(at));
  if (key === 'End') return daysOn(at, 6 - weekdayOf(at));
  if (key === 'PageUp') return monthsOn(at, shiftKey ? -12 : -1);
  if (key === 'PageDown') return monthsOn(at, shiftKey ? 12 : 1);
  return null;
}

const within = (day) => (day < choosing.min ? choosing.min : day > choosing.max ? choosing.max : day);

function show(day) {
  choosing.at = within(day);
  const first = `${choosing.at.slice(0, 8)}01`;
  const length = dateOf(daysOn(monthsOn(first, 1), -1)).getUTCDate();
  const cells = [
    ...Array(weekdayOf(first)).fill(null),
    ...[...Array(length).keys()].map((index) => daysOn(first, index)),
  ];
  const weeks = [];
  for (let from = 0; from < cells.length; from += 7) weeks.push(cells.slice(from, from + 7));
  parts.month.textContent = inUtc({ month: 'long', year: 'numeric' }).format(dateOf(first));
  parts.days.replaceChildren(...weeks.map((week) => make('tr', {}, ...week.map(cellOf))));
}

function cellOf(day) {
  if (day === null) return make('td');
  const button = make(
    'button',
    {
      type: 'button',
      class: 'calendar-day',
      'data-day': day,
      tabindex: day === choosing.at ? '0' : '-1',
      'aria-label': `${inUtc({ weekday: 'long' }).format(dateOf(day))}, ${shownDay(day)}`,
    },
    String(Number(day.slice(8))),
  );
  if (day === today()) button.setAttribute('aria-current', 'date');
  button.disabled = day !== within(day);
  return make('td', { role: 'gridcell', 'aria-selected': String(day === choosing.chosen) }, button);
}

function choose(day) {
  const { field, opener } = choosing;
  field.value = shownDay(day);
  for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
  opener.setAttribute('aria-label', `${opener.title}, ${field.value}`);
  parts.dialog.close();
}

function open(opener) {
  if (!parts.dialog) build();
  const field = opener.parentElement.querySelector('input');
  const { min = earliest, max = latest, words } = opener.dataset;
  const said = JSON.parse(words);
  choosing = { field, opener, min, max, chosen: dayIn(field.value) };
  parts.dialog.setAttribute('aria-label', opener.title);
  for (const [index, label] of said.steps.entries()) {
    parts.steps[index].setAttribute('aria-label', label);
    parts.steps[index].title = label;
  }
  parts.today.textContent = said.today;
  parts.close.textContent = said.close;
  show(choosing.chosen ?? today());
  parts.dialog.showModal();
  parts.days.querySelector('[tabindex="0"]').focus();
}

// Browsers without dialogs keep the field alone.
if (typeof HTMLDialogElement === 'function') {
  page.dataset.calendar = 'yes';
  document.addEventListener('click', (event) => {
    const opener = event.target.closest?.('.day-open');
    if (opener) open(opener);
  });
}
