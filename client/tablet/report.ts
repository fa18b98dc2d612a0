// What this tablet has said and the server has not answered yet, read back out of the outbox.
import { z } from 'zod';
import { OUTCOMES } from '../../shared/domain/incident-words.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { addNote } from '../../shared/protocol/incidents.ts';
import { addRiskFact, recordLocated, recordSeenMissing } from '../../shared/protocol/missing.ts';
import type { UnsentCommand } from '../live/use-outbox.ts';
import { checkIn, sayLeaving } from '../../shared/protocol/stays.ts';
import { advanceAssignment, recordNoAccess, recordOutcome, recordSeen } from '../../shared/protocol/dispatch.ts';

const Sighting = { seenPersonIds: z.array(z.string()), notSeenPersonIds: z.array(z.string()) };
const Said = {
  advance: z.object({ assignmentId: z.string(), to: z.enum(['accepted', 'going', 'there', 'left']), alsoFor: z.array(z.string()) }),
  seen: z.object({ assignmentId: z.string(), ...Sighting }),
  noAccess: z.object({ assignmentId: z.string(), note: z.string().nullable() }),
  outcome: z.object({ taskId: z.string(), outcome: z.enum(OUTCOMES), note: z.string(), ...Sighting }),
  found: z.object({ missingId: z.string() }),
  seenMissing: z.object({ missingId: z.string(), well: z.boolean() }),
  riskFact: z.object({ missingId: z.string(), fact: z.string(), source: z.string() }),
  checkIn: z.object({ assignmentId: z.string(), alsoFor: z.array(z.string()) }),
  leaving: z.object({ assignmentId: z.string(), leaveBy: z.string(), alsoFor: z.array(z.string()) }),
  note: z.object({ incidentId: z.string(), body: z.string(), internal: z.boolean() }),
};

/** `at` is the moment it was pressed, by the deployment's clock as far as it was known here. */
export type Report = { commandId: string; at: Instant; isSent: boolean } & (
  | ({ kind: 'advance' } & z.infer<typeof Said.advance>)
  | ({ kind: 'seen' } & z.infer<typeof Said.seen>)
  | ({ kind: 'noAccess' } & z.infer<typeof Said.noAccess>)
  | ({ kind: 'outcome' } & z.infer<typeof Said.outcome>)
  | ({ kind: 'found' } & z.infer<typeof Said.found>)
  | ({ kind: 'seenMissing' } & z.infer<typeof Said.seenMissing>)
  | ({ kind: 'riskFact' } & z.infer<typeof Said.riskFact>)
  | ({ kind: 'checkIn' } & z.infer<typeof Said.checkIn>)
  | ({ kind: 'leaving' } & z.infer<typeof Said.leaving>)
  | ({ kind: 'note' } & z.infer<typeof Said.note>)
);

/** One command as the outbox shows it. */
export type Pressed = Pick<UnsentCommand, 'commandId' | 'path' | 'body' | 'at'>;

/** Null for what this screen did not put there, or can no longer read: it is still sent, only not shown ahead of its answer. */
export function reportOf({ commandId, path, body, at }: Pressed, isSent: boolean): Report | null {
  switch (path) {
    case advanceAssignment.path: return read('advance', Said.advance.safeParse(body));
    case recordSeen.path: return read('seen', Said.seen.safeParse(body));
    case recordNoAccess.path: return read('noAccess', Said.noAccess.safeParse(body));
    case recordOutcome.path: return read('outcome', Said.outcome.safeParse(body));
    case recordLocated.path: return read('found', Said.found.safeParse(body));
    case recordSeenMissing.path: return read('seenMissing', Said.seenMissing.safeParse(body));
    case addRiskFact.path: return read('riskFact', Said.riskFact.safeParse(body));
    case checkIn.path: return read('checkIn', Said.checkIn.safeParse(body));
    case sayLeaving.path: return read('leaving', Said.leaving.safeParse(body));
    case addNote.path: return read('note', Said.note.safeParse(body));
    default: return null;
  }
  function read<K extends string, T extends object>(kind: K, parsed: z.ZodSafeParseResult<T>) {
    return parsed.success ? { commandId, at, isSent, kind, ...parsed.data } : null;
  }
}
