// What a crew is told when an incident becomes a Grade 1 under them: hold back, withdraw or stay, read and confirmed by each (docs/practice.md, Grades).
import { accept, refuse, type Decision } from './decision.ts';
import { isLive, type Assignment, type Id, type IncidentFile } from './incident-file.ts';
import { heldBetween, type Instant } from './instant.ts';

export const CREW_ORDERS = ['hold-back', 'withdraw', 'stay'] as const;
export type CrewOrder = (typeof CREW_ORDERS)[number];
/** Said to the crew, in full, on their tablets. */
export const ORDER_WORDS = {
  'hold-back': 'Hold back', withdraw: 'Withdraw', stay: 'Stay where you are',
} as const satisfies Record<CrewOrder, string>;
export const ORDER_MEANS = {
  'hold-back': 'Do not go in. Wait at a safe distance until the police are there.', withdraw: 'Leave now, by the safest way. Say when you are away.', stay: 'Stay with them. The police are coming to you.',
} as const satisfies Record<CrewOrder, string>;

/** `endedAt`: no longer a Grade 1, so no longer so. */
export interface Instruction { id: Id; assignmentId: Id; staffId: Id; crewOrder: CrewOrder; at: Instant; byId: Id; readAt: Instant | null; endedAt: Instant | null }

export interface InstructionBodies {
  'instruction.given': { instructionId: Id; assignmentId: Id; staffId: Id; crewOrder: CrewOrder };
  'instruction.read': { instructionId: Id; assignmentId: Id; staffId: Id };
}
type Stamped<N extends keyof InstructionBodies> = InstructionBodies[N] & { name: N; at: Instant; byId: Id };
export type InstructionEvent = Stamped<'instruction.given'> | Stamped<'instruction.read'>;
interface Who { staffId: Id; now: Instant }

/** Whoever is on a visit, going or there: task, check-ins and position go on meanwhile. */
export const crewOut = (file: IncidentFile): Assignment[] => file.assignments.filter((assignment) => assignment.kind === 'visit' && isLive(assignment));
const isTold = (file: IncidentFile, { id }: Assignment): boolean => file.instructions.some(({ assignmentId, endedAt }) => assignmentId === id && endedAt === null);
/** Out on a Grade 1, and not told yet what to do: asked for, never assumed. */
export const crewToTell = (file: IncidentFile): Assignment[] => (file.incident.grade === 1 && file.incident.state === 'open' ? crewOut(file).filter((assignment) => !isTold(file, assignment)) : []);

/** To everybody who is out; another order later takes the place of the first. `newId` makes one for each. */
export function decideInstruct(file: IncidentFile, crewOrder: CrewOrder, newId: () => Id, who: Who): Decision<InstructionEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (file.incident.grade !== 1) return refuse('crew-told-at-grade-1');
  const out = crewOut(file);
  if (out.length === 0) return refuse('nobody-to-tell');
  return accept(...out.map((assignment): InstructionEvent => ({
    name: 'instruction.given', at: who.now, byId: who.staffId, instructionId: newId(), assignmentId: assignment.id, staffId: assignment.staffId, crewOrder,
  })));
}

/** A fact from a tablet, never refused for what has changed meanwhile; pressed twice it stays as it was first. */
export function decideReadInstruction(file: IncidentFile, instructionId: Id, who: Who & { happenedAt: Instant }): Decision<InstructionEvent> {
  const instruction = file.instructions.find(({ id, staffId }) => id === instructionId && staffId === who.staffId);
  if (instruction === undefined) return refuse('not-found');
  if (instruction.readAt !== null) return accept();
  return accept({
    name: 'instruction.read', at: heldBetween(instruction.at, who.happenedAt, who.now), byId: who.staffId, instructionId, assignmentId: instruction.assignmentId, staffId: instruction.staffId,
  });
}

export function withInstruction(file: IncidentFile, event: InstructionEvent): IncidentFile {
  if (event.name === 'instruction.read') return { ...file, instructions: file.instructions.map((one) => (one.id === event.instructionId ? { ...one, readAt: event.at } : one)) };
  const before = file.instructions.map((one) => (one.assignmentId === event.assignmentId && one.endedAt === null ? { ...one, endedAt: event.at } : one));
  return { ...file, instructions: [...before, { id: event.instructionId, assignmentId: event.assignmentId, staffId: event.staffId, crewOrder: event.crewOrder, at: event.at, byId: event.byId, readAt: null, endedAt: null }] };
}

export const withInstructionsOver = (file: IncidentFile, at: Instant): IncidentFile =>
  (file.instructions.some(({ endedAt }) => endedAt === null) ? { ...file, instructions: file.instructions.map((one) => (one.endedAt === null ? { ...one, endedAt: at } : one)) } : file);
