// A call is taken: raised as an incident, or recognised as one that is known and noted there.
import * as routes from '../../../shared/protocol/incidents.ts';
import { plusMinutes } from '../../../shared/domain/instant.ts';
import { worseAnswers } from '../calls/answers.ts';
import type { RehearsalCall } from '../calls/rehearsal-call.ts';
import { HABITS } from './habits.ts';
import type { Person } from './person.ts';
import type { Ringing } from './switchboard.ts';

export async function takeCall(me: Person, { kind, call }: Ringing): Promise<void> {
  await (kind === 'worse' ? hearWorse(me, call) : hear(me, call));
  await me.wait(me.night.chance(call.key, kind, 'taking').between(...HABITS.hands));
}

async function hear(me: Person, call: RehearsalCall): Promise<void> {
  const { night } = me;
  const earlierId = call.follows === null ? undefined : night.incidentOf(call.follows.key);
  if (call.follows === null || earlierId === undefined || call.follows.kind === 'repeat') return raise(me, call, null);
  const chance = night.chance(call.key, 'recognised');
  switch (call.follows.kind) {
    case 'duplicate': {
      if (chance.chance(HABITS.noticesDuplicate)) return note(me, earlierId, call.follows.text);
      const noticedAt = chance.chance(HABITS.linksDuplicateLater) ? plusMinutes(me.now(), chance.between(8, 30)) : null;
      return raise(me, call, noticedAt === null ? null : { id: earlierId, noticedAt });
    }
    case 'third-caller': return note(me, earlierId, call.follows.text);
    case 'news-on-closed': {
      await note(me, earlierId, call.follows.text);
      if (chance.chance(HABITS.reopensOnNews)) await me.do(routes.reopenIncident, { incidentId: earlierId, reason: call.follows.text });
    }
  }
}

async function note(me: Person, incidentId: string, body: string): Promise<void> { await me.do(routes.addNote, { incidentId, body, internal: false }); }

async function raise(me: Person, call: RehearsalCall, sameAs: { id: string; noticedAt: string } | null): Promise<void> {
  const { door, reportedAt, summary, location, people, flags, missingRisk, answers, caller } = call;
  const answer = await me.do(routes.raiseIncident, { door, reportedAt, summary, location, people, flags, missingRisk, answers, caller });
  if (answer.done && answer.ids.incidentId !== undefined) me.night.raised(call, answer.ids.incidentId, sameAs);
}

/** A fresh assessment, where nobody has been there yet. */
async function hearWorse(me: Person, call: RehearsalCall): Promise<void> {
  const incidentId = me.night.incidentOf(call.key);
  const incident = me.sight().incidents.find(({ id }) => id === incidentId);
  if (incident === undefined || incident.state === 'closed' || incident.attendedAt !== null) return;
  await me.do(routes.assessIncident, { incidentId: incident.id, flags: incident.flags, missingRisk: incident.missingRisk, answers: worseAnswers(call) });
}
