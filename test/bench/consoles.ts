// Two hundred screens in a process of their own, on bare web sockets: the same receiver for the product's messages and for a baseline's.
import { WebSocket } from 'ws';
import { answer } from './answer.ts';

export type Question =
  /** `cookies`: one for each screen; the product's sockets speak engine.io and want one, a baseline's take none. */
  | { kind: 'open'; url: string; cookies: readonly string[] }
  /** Answers once every screen has heard so many messages of that kind since it was asked. */
  | { kind: 'hear'; event: string; times: number }
  /** How many messages and how many things in them (an array's items) all screens have heard since the last such question. */
  | { kind: 'count'; event: string }
  | { kind: 'close' };
/** When the last screen had it, in milliseconds of the epoch; and the message as it came. */
export interface Heard { at: number; text: string }
export interface Counted { messages: number; items: number }

const HANDSHAKE = '40';
const [OPEN, PING, PONG, MESSAGE] = ['0', '2', '3', '42["'];

let screens: WebSocket[] = [];
let heard = (_text: string): void => undefined;
let counting = (_text: string): void => undefined;

async function open({ url, cookies }: Extract<Question, { kind: 'open' }>): Promise<void> {
  screens = await Promise.all(cookies.map((cookie) => new Promise<WebSocket>((resolve, reject) => {
    const screen = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { perMessageDeflate: false, headers: { cookie, origin: url } });
    screen.on('error', reject);
    screen.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith(MESSAGE)) { heard(text); counting(text); }
      else if (text === PING) screen.send(PONG);
      else if (text.startsWith(OPEN)) screen.send(HANDSHAKE);
      else if (text.startsWith(HANDSHAKE)) resolve(screen);
    });
  })));
}

const hear = ({ event, times }: Extract<Question, { kind: 'hear' }>): Promise<Heard> => new Promise((resolve) => {
  let waiting = screens.length * times;
  const start = `42["${event}"`;
  heard = (text) => {
    if (!text.startsWith(start)) return;
    waiting -= 1;
    if (waiting > 0) return;
    const at = performance.timeOrigin + performance.now();
    heard = () => undefined;
    resolve({ at, text });
  };
});

let counted: Counted = { messages: 0, items: 0 };
function count({ event }: Extract<Question, { kind: 'count' }>): Counted {
  const before = counted;
  counted = { messages: 0, items: 0 };
  const start = `42["${event}"`;
  counting = (text) => {
    if (!text.startsWith(start)) return;
    counted.messages += 1;
    counted.items += text.split('"dutyId"').length - 1;
  };
  return before;
}

answer<Question>(async (question) => {
  switch (question.kind) {
    case 'open': return open(question);
    case 'hear': return hear(question);
    case 'count': return count(question);
    case 'close': return screens.forEach((screen) => screen.terminate());
  }
});
