import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';

/** What a page may be told to look like; told nothing, it looks as the reader's system does. */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = 'theme';
export const themeDays = 400;

export function pageTheme(request: FastifyRequest): Theme | null {
  return themes.find((theme) => theme === request.cookies?.[themeCookie]) ?? null;
}

/** The colour of what a browser draws around a page. */
export const barColours: Readonly<Record<Theme, string>> = { light: '#a3211b', dark: '#20252b' };
