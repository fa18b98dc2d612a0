// Times as a calendar reads them (RFC 5545), and nothing else: no name, no place, no reference.
import { createHash } from 'node:crypto';
import type { Instant } from '../../shared/domain/instant.ts';

export interface Entry { id: string; kind: 'shift' | 'visit'; fromAt: Instant; untilAt: Instant; /** Called off, moved or sick: it is taken out again. */ isOff: boolean }

const NAMES = { shift: 'Shift', visit: 'Visit' } as const satisfies Record<Entry['kind'], string>;
const MOST_OCTETS = 75;

/** Says of an entry that it is the same as before, and nothing of what it is. */
const uidOf = ({ id }: Entry): string => `${createHash('sha256').update(`calendar ${id}`).digest('hex').slice(0, 32)}@nightjar.invalid`;
const utc = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** No line is longer than 75 octets; what goes on begins with a space. All that is written here is ASCII, so that an octet is a letter. */
function folded(line: string): string {
  const parts = [line.slice(0, MOST_OCTETS)];
  for (let at = MOST_OCTETS; at < line.length; at += MOST_OCTETS - 1) parts.push(` ${line.slice(at, at + MOST_OCTETS - 1)}`);
  return parts.join('\r\n');
}

export function calendarOf(entries: readonly Entry[], now: Instant, deployment: 'live' | 'rehearsal'): string {
  const mark = deployment === 'rehearsal' ? 'Rehearsal: ' : '';
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Nightjar//Own times//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${mark}Nightjar`, 'REFRESH-INTERVAL;VALUE=DURATION:PT15M', 'X-PUBLISHED-TTL:PT15M',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT', `UID:${uidOf(entry)}`, `DTSTAMP:${utc(now)}`, `DTSTART:${utc(entry.fromAt)}`, `DTEND:${utc(entry.untilAt)}`, `SUMMARY:${mark}${NAMES[entry.kind]}`,
      'CLASS:PRIVATE', `SEQUENCE:${entry.isOff ? 1 : 0}`, `STATUS:${entry.isOff ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
