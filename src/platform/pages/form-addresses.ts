declare module 'fastify' {
  interface FastifyInstance {
    forms: FormAddresses;
  }
}

/** Addresses that only take forms, and the pages behind them. */
export class FormAddresses {
  private readonly read: RegExp[] = [];
  private readonly sent: RegExp[] = [];

  know(methods: string | readonly string[], url: string): void {
    if (/^\/(api|assets)\//.test(url)) return;
    const pattern = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`);
    if ([methods].flat().includes('GET')) this.read.push(pattern);
    if ([methods].flat().includes('POST')) this.sent.push(pattern);
  }

  /** The nearest page above an address to which only forms are sent; null for any other address. */
  pageBehind(path: string): string | null {
    if (!this.sent.some((pattern) => pattern.test(path))) return null;
    const parts = path.replace(/\/$/, '').split('/');
    for (let length = parts.length - 1; length > 1; length -= 1) {
      const above = parts.slice(0, length).join('/');
      if (this.read.some((pattern) => pattern.test(above))) return above;
    }
    return '/';
  }
}

/** An address whose signs cannot be read is that of no route: it is answered like any other that nobody has. */
export function legibleAddress(url: string): string {
  if (!url.includes('%')) return url;
  const [path] = url.split('?', 1) as [string];
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.startsWith('/api/') ? '/api/-' : '/-';
  }
}
