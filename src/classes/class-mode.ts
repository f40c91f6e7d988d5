export const classModes = ['part_time', 'full_time'] as const;
export type ClassMode = (typeof classModes)[number];
