const drawings = {
  pass: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0 -18', 'M8 12.5l2.8 2.8l5.4 -6'],
  warn: ['M12 3.5l9.2 16.5h-18.4z', 'M12 10v4', 'M12 17v.2'],
  block: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0 -18', 'M8.8 8.8l6.4 6.4', 'M15.2 8.8l-6.4 6.4'],
  info: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0 -18', 'M12 11v5.5', 'M12 7.8v.2'],
  bell: [
    'M10 5a2 2 0 0 1 4 0a7 7 0 0 1 4 6v3a4 4 0 0 0 2 3h-16a4 4 0 0 0 2 -3v-3a7 7 0 0 1 4 -6',
    'M9 17v1a3 3 0 0 0 6 0v-1',
  ],
  menu: ['M4 6.5h16', 'M4 12h16', 'M4 17.5h16'],
  search: ['M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0 -13', 'M15.5 15.5l5 5'],
  filter: ['M4 5.5h16l-6.2 7.2v6.3l-3.6 -2v-4.3z'],
  ascending: ['M12 19v-14', 'M6 11l6 -6l6 6'],
  descending: ['M12 5v14', 'M6 13l6 6l6 -6'],
  sortable: ['M8 9l4 -4l4 4', 'M8 15l4 4l4 -4'],
  calendar: ['M4 6.5h16v13.5h-16z', 'M4 11h16', 'M8.5 3.5v5', 'M15.5 3.5v5'],
  download: ['M12 4v11', 'M7 10.5l5 5l5 -5', 'M4.5 19.5h15'],
  next: ['M9 5l7 7l-7 7'],
  back: ['M15 5l-7 7l7 7'],
} as const;
export type IconName = keyof typeof drawings;
export const iconNames = Object.keys(drawings) as readonly IconName[];

/** A line drawing beside words; never the only carrier of a meaning, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {drawings[name].map((path) => (
        <path d={path} />
      ))}
    </svg>
  );
}
