// What a simulated person sees of the night and can do in it, whichever way it is served: over the wire, as people do, or by the rules alone, as fast as they run.
import type { Refusal } from '../../shared/domain/decision.ts';
import type { Point } from '../../shared/domain/distance.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import type { ReceivingTeamView } from '../../shared/protocol/handovers.ts';
import type { CallOf, Route } from '../../shared/protocol/route.ts';
import type { DutyView, HandoverView, IncidentView, PositionView, TeamView } from '../../shared/protocol/views.ts';

/** The night's time: the rehearsal's clock over the wire, a queue of moments by the rules alone. */
export interface Time {
  now(): Instant;
  /** Resolves at this moment of the night, at once where it has passed or the night is over; several in the order of their moments. */
  until(at: Instant): Promise<void>;
}

/** The part of an incident that a simulated person goes by: any `IncidentView` is one. */
export type SeenIncident = Pick<IncidentView,
  'id' | 'version' | 'state' | 'reportedAt' | 'raisedAt' | 'grade' | 'proposedGrade' | 'strictest' | 'gradedAt' | 'dueAt' | 'attendedAt' | 'flags' | 'missingRisk' | 'policeHaveItAt' | 'tasks' | 'legs' | 'assignments' | 'followUps' | 'news' | 'requests' | 'handovers' | 'missing' | 'promises' | 'stays'>
  & { location: { lat: number | null; lon: number | null; districtCode: string | null } | null; people: readonly { personId: string; isChild: boolean }[]; owner: { staffId: string } };

/** What one person may see, as it stands; the arrays stay the same until something in them changes. */
export interface Sight {
  incidents: readonly SeenIncident[];
  duties: readonly DutyView[];
  teams: readonly TeamView[];
  handovers: readonly HandoverView[];
  /** By duty: the newest of each. */
  positions: ReadonlyMap<Id, Pick<PositionView, 'lat' | 'lon' | 'at'>>;
}

/** A line of the ranking: whom to send, in the order of the legs, with the minutes of each where they are known; `whole` where nobody is then missing. */
export interface SuggestedCrew { dutyIds: readonly Id[]; minutes: readonly (number | null)[]; whole: boolean }

export type Answer = { done: true; ids: Record<string, string> } | { done: false; refusal: Refusal };
/** A call's fields without the command's number, which the service makes. */
export type Doing<R extends Route> = Omit<CallOf<R>, 'commandId'>;

/** A simulated person who is signed in. */
export interface Presence {
  readonly staffId: Id;
  readonly name: string;
  readonly roles: readonly Role[];
  sight(): Sight;
  /** Who takes handovers, from the list that control and the EDT desk choose from. Added for the people: a handover names its team by id. */
  receivingTeams(): Promise<readonly Pick<ReceivingTeamView, 'id' | 'name' | 'kind'>[]>;
  /** Who is suggested for a task, the first line first; where nobody can fill every leg, who could go ahead, if anybody may. */
  suggested(taskId: Id): Promise<readonly SuggestedCrew[]>;
  /** Resolves when what this person sees has changed since their `sight()` was last asked for, at the latest at the moment given. Positions alone are not news. */
  news(latest: Instant): Promise<void>;
  /** Does it, again and again where nobody answers; a refusal is an answer. A fact made without signal is answered as done at once, kept on the device, and sent with its own moment once there is signal. */
  do<R extends Route>(route: R, doing: Doing<R>): Promise<Answer>;
  /** Where this person's device is now. */
  stand(at: Point): void;
  /** Without signal nothing is heard, and what is done waits on the device. */
  signal(there: boolean): void;
  /** False while a real person sits in this seat: then the simulated one does nothing. */
  free(): boolean;
}

export interface Service {
  time: Time;
  /** By the key of the staff list. */
  presence(key: string): Presence;
  /** Once the night's hours are over, or it is ended from outside: from then on every wait, for time or for news, resolves at once. */
  over(): boolean;
}
