// The debrief of a stretch of nights, on screen and as a file: each reading by name is logged.
import { debriefOf } from '../../shared/domain/debrief.ts';
import type { CrewAtWork, DebriefFacts } from '../../shared/domain/debrief-facts.ts';
import type { TargetMinutes } from '../../shared/domain/debrief-targets.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { isControl } from '../../shared/domain/visibility.ts';
import type * as routes from '../../shared/protocol/debrief.ts';
import type { Queryable } from '../database/connect.ts';
import { logAccess } from '../events/access-log.ts';
import { actorOf, type Exchange, type Query } from '../http/handle.ts';
import type { Actor } from '../identity/actor.ts';
import { policyNow } from '../incidents/policy.store.ts';
import { alarmLoad } from './alarm-load.ts';
import { debriefCsv } from './debrief-csv.ts';
import { crewsAtWork, debriefFacts, stretchOf, type Stretch } from './debrief.store.ts';
import { debriefView } from './debrief.view.ts';

interface Material { facts: DebriefFacts[]; targets: TargetMinutes; crewsOnDuty: (at: Instant) => CrewAtWork[] }

const material = async (db: Queryable, actor: Actor, now: Instant, stretch: Stretch): Promise<Material> =>
  ({ facts: await debriefFacts(db, actor, stretch), targets: (await policyNow(db, now)).body.targetMinutes, crewsOnDuty: await crewsAtWork(db, stretch) });

const inWords = ({ from, until }: Stretch): string => `${from} to ${until}`;

export const readDebrief: Query<typeof routes.readDebrief> = async ({ db, actor, now }, input) => {
  const { rehearsal, ...stretch } = await stretchOf(db, now, input);
  const { facts, ...known } = await material(db, actor, now, stretch);
  const byName = isControl(actor);
  if (byName) await logAccess(db, actor, now, { action: 'search', entity: 'debrief', entityId: null, purpose: inWords(stretch) });
  const withholding = byName ? 'nothing' : 'small counts';
  return debriefView(debriefOf(facts, { ...stretch, asAt: now, ...known }), await alarmLoad(db, stretch, withholding), rehearsal, withholding);
};

export const exportDebrief: Exchange<typeof routes.exportDebrief> = async ({ db, clock }, input, request, response) => {
  const [actor, now] = [actorOf(request), clock.now()];
  const { rehearsal, ...stretch } = await stretchOf(db, now, input);
  const { facts, ...known } = await material(db, actor, now, stretch);
  await logAccess(db, actor, now, { action: 'export', entity: 'debrief', entityId: null, purpose: inWords(stretch) });
  response.type('text/csv; charset=utf-8; header=present').attachment(`${rehearsal ? 'rehearsal-' : ''}debrief-${stretch.from.slice(0, 10)}.csv`);
  return debriefCsv(facts, stretch, rehearsal, { asAt: now, everything: facts, ...known });
};
