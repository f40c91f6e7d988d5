import { Agent, request } from 'node:http';

/** A request as it goes over the wire: what `fetch` would mend or refuse to send, too. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RawAnswer {
  /** 0 when the connection was closed without one. */
  readonly status: number;
  readonly text: string;
}

/** Sends many requests, eight at a time; their answers in the same order. */
export async function send(url: string, requests: readonly Sent[]): Promise<RawAnswer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  try {
    return await Promise.all(requests.map((sent) => sendOne(agent, url, sent)));
  } finally {
    agent.destroy();
  }
}

function sendOne(agent: Agent, url: string, { method, path, headers, body = '' }: Sent): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve) => {
    const lost = (error: Error) => resolve({ status: 0, text: error.message });
    request({ agent, hostname, port, method, path, headers: { ...headers, ...length } }, (answer) => {
      const parts: Buffer[] = [];
      answer
        .on('data', (part: Buffer) => parts.push(part))
        .once('error', lost)
        .once('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    })
      .once('error', lost)
      .end(body);
  });
}
