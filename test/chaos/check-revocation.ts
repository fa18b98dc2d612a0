// Nothing reaches a screen after its access ended, but for the two seconds that the product states; over HTTP not even those.
import type { History, Message, Rule } from './history.ts';

/** "Off the screen and the socket within two seconds" (docs/operating.md). */
const STATED_MS = 2_000;

export const revocation: Rule = {
  name: 'nothing after revocation',
  findings: (history) => afterEnd(history).filter(({ message, lateMs }) => lateMs > (message.kind === 'snapshot' ? 0 : STATED_MS))
    .map(({ message, how, lateMs }) => `screen ${message.screen} was sent ${message.kind === 'live' || message.kind === 'snapshot' ? `a ${message.kind} message of ${message.changes.length} changes` : `a message (${message.kind})`} ${lateMs} ms after its ${how}`),
};

interface AfterEnd { message: Message; how: string; lateMs: number }

function afterEnd({ messages, revocations }: Pick<History, 'messages' | 'revocations'>): AfterEnd[] {
  return revocations.flatMap(({ screens, at, how }) => messages.filter(({ screen, sentAfter }) => screens.includes(screen) && sentAfter > at).map((message) => ({ message, how, lateMs: message.sentAfter - at })));
}

/** How long after the answer that access had ended something still came; the figure for the report. */
export const longestAfterEndMs = (history: Pick<History, 'messages' | 'revocations'>): number => Math.max(0, ...afterEnd(history).map(({ lateMs }) => lateMs));
