import { type EChartsOption, init } from 'echarts';

/** What is drawn of one plot, to be put inside an `svg` element of this size. */
interface Drawn {
  /** In pixels: kept free before the page is laid out, so that nothing jumps. */
  readonly width: number;
  readonly height: number;
  readonly marks: string;
}

/** The same twice: as wide as a page of text, and as narrow as a phone. */
export interface Drawing {
  readonly wide: Drawn;
  readonly narrow: Drawn;
}

export const widths = { wide: 760, narrow: 320 } as const satisfies Record<keyof Drawing, number>;
export type Size = keyof typeof widths;

/** How a part of a plot looks. Each is told apart by its pattern too; `empty` is an outline: what is not there. */
export type Tone = 'blue' | 'red' | 'gold' | 'green' | 'empty';

/** What the drawing is made with. None of it reaches a page: each stands for a variable of the stylesheet. */
const drawnWith = {
  ink: '#1f2328',
  line: '#d5d9de',
  surface: '#fffffe',
  blue: '#0b4a82',
  red: '#a3211b',
  gold: '#8a6100',
  green: '#1a5e2c',
} as const;
const { surface } = drawnWith;
export const { ink, line } = drawnWith;

/** The look of what has this tone. */
export function lookOf(tone: Tone) {
  return tone === 'empty'
    ? { color: surface, borderColor: ink, borderWidth: 1 }
    : { color: drawnWith[tone], ...(tone === 'blue' ? {} : { decal: patterns[tone] }) };
}

/** The ink that is read on this tone. */
export const inkOn = (tone: Tone): string => (tone === 'empty' ? ink : surface);

const stripes = { dashArrayX: [1, 0], symbolSize: 1, color: 'rgba(255,255,255,0.35)' };
const patterns = {
  red: { ...stripes, dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  gold: { ...stripes, dashArrayY: [2, 5], rotation: Math.PI / 4 },
  green: { symbol: 'circle', dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.6, color: stripes.color }, // prettier-ignore
};

/** @param option of the size it is drawn in: on a phone there is no room for all that a page shows */
export function drawing(option: (size: Size) => { readonly height: number; readonly option: EChartsOption }): Drawing {
  const drawn = (size: Size) => {
    const { height, option: ofSize } = option(size);
    return draw(widths[size], height, ofSize);
  };
  return { wide: drawn('wide'), narrow: drawn('narrow') };
}

function draw(width: number, height: number, option: EChartsOption): Drawn {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return { width, height, marks: cleaned(chart.renderToSVGString()) };
  } finally {
    chart.dispose();
  }
}

/** What stands for the plot's own id in the names of its patterns. */
export const ofThisPlot = '@plot@';

/**
 * The content policy refuses inline styles: what they say of a drawing is said by its attributes as well. Colours are those of
 * the page, whichever it has. What only scripts would need is left out.
 */
function cleaned(svg: string): string {
  return svg
    .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/\s(?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, `${ofThisPlot}-`)
    .replace(/\sstyle="([^"]*)"/g, (_, style: string) => asAttributes(style))
    .replace(/"(#[0-9a-f]{6})"/g, (whole, colour: string) => variables.get(colour) ?? whole)
    .replaceAll('"rgb(255,255,255)"', '"var(--plot-surface)"');
}

const asAttributes = (style: string) =>
  style
    .split(';')
    .map((rule) => /^\s*([\w-]+)\s*:\s*(.+?)\s*$/.exec(rule))
    .filter((rule) => rule?.[1] !== 'font-family')
    .map((rule) => (rule ? ` ${rule[1]}="${rule[2]}"` : ''))
    .join('');

const variables: ReadonlyMap<string, string> = new Map(
  Object.entries(drawnWith).map(([name, colour]) => [
    colour,
    name === 'ink' ? '"currentColor"' : `"var(--plot-${name})"`,
  ]),
);
