// The socket's messages and the snapshot they continue (docs/house.md, Live). Every view is as of one place in the log.
import { z } from 'zod';
import { At } from './fields.ts';
import { SilentSourceView } from './silent-source.ts';
import { SosView } from './sos-view.ts';
import { DutyView, HandoverView, IncidentView, NightView, OvernightNoteView, PositionView, TeamView } from './views.ts';

export const PROTOCOL_VERSION = 3;

export const ENTITIES = ['incident', 'duty', 'team', 'handover', 'overnightNote', 'night', 'silentSource', 'sos'] as const;
export type Entity = (typeof ENTITIES)[number];
export interface ViewOf { incident: IncidentView; duty: DutyView; team: TeamView; handover: HandoverView; overnightNote: OvernightNoteView; night: NightView; silentSource: SilentSourceView; sos: SosView }

const gone = <E extends Entity>(entity: E) => z.strictObject({ entity: z.literal(entity), id: z.string(), gone: z.literal(true) });
const shown = <E extends Entity, V extends z.ZodType>(entity: E, view: V) => z.strictObject({ entity: z.literal(entity), id: z.string(), view });

/** One thing as it stands, or that it is no longer to be seen. */
export const Change = z.union([
  shown('incident', IncidentView), shown('duty', DutyView), shown('team', TeamView), shown('handover', HandoverView), shown('overnightNote', OvernightNoteView), shown('night', NightView), shown('silentSource', SilentSourceView), shown('sos', SosView),
  ...ENTITIES.map(gone),
]);
export type Change = { [E in Entity]: { entity: E; id: string; view: ViewOf[E] } }[Entity] | { entity: Entity; id: string; gone: true };

/** `seq` is the place in the log that the views were read at. The same bytes for all who see the same, so nothing of one connection's own is in it. */
export const LiveBatch = z.strictObject({ seq: z.int(), changes: z.array(Change) });
export interface LiveBatch { seq: number; changes: readonly Change[] }

/** `n`: how many batches this connection was sent. Whoever has heard another number has a hole, and fetches everything afresh. */
export const Heartbeat = z.strictObject({ n: z.int(), seq: z.int(), serverNow: At, speed: z.number() });
export type Heartbeat = z.infer<typeof Heartbeat>;

export const Positions = z.array(PositionView);

export const Snapshot = z.strictObject({
  protocol: z.int(), seq: z.int(), serverNow: At, speed: z.number(), incident: z.array(IncidentView), duty: z.array(DutyView), team: z.array(TeamView),
  handover: z.array(HandoverView), overnightNote: z.array(OvernightNoteView), night: z.array(NightView), silentSource: z.array(SilentSourceView), sos: z.array(SosView), positions: Positions,
});
export type Snapshot = z.infer<typeof Snapshot>;

/** What the server emits: reliable and counted, but for positions, where only the newest matters. `ended`: sign in again. */
export interface ServerToClient {
  live: (batch: LiveBatch) => void;
  heartbeat: (beat: Heartbeat) => void;
  positions: (positions: z.infer<typeof Positions>) => void;
  ended: (reason: 'signed-out' | 'access-ended') => void;
}
export interface ClientToServer { ping: (answer: (serverNow: string) => void) => void }
