// A look at the board: of everything that is due and that this person works, the most urgent, done.
import { plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import { compareUrgency } from '../../../shared/domain/status.ts';
import type { SeenIncident, Sight } from '../service.ts';
import { doMove } from './do-move.ts';
import { HABITS } from './habits.ts';
import { RANK, type Wish } from './moves.ts';
import type { Person } from './person.ts';
import { crewFor, freeHands, isCivil } from './send.ts';
import { wishesOf } from './wishes.ts';

/** What was refused, or found nobody, is looked at again after this long. */
const AGAIN_MINUTES = 2;
const PLANNED_RANK = 8;

interface Due { incident: SeenIncident; wish: Wish; rank: number }

export class Board {
  /** Wishes are read from the incident alone, so the same view asks the same. */
  private readonly wishes = new WeakMap<SeenIncident, Wish[]>();
  private readonly putOff = new Map<string, Instant>();
  private readonly tries = new Map<string, number>();

  constructor(private readonly me: Person, private readonly isMine: (incident: SeenIncident, wish: Wish) => boolean) {}

  /** True when there was something to do, and it was tried. */
  async look(): Promise<boolean> {
    const { me } = this;
    const sight = me.sight();
    const next = await this.next(sight);
    if (next === undefined) return false;
    const { incident, wish: { move } } = next;
    if (move.kind === 'stand-down') for (const { dutyId, id } of incident.assignments) if (move.assignmentIds.includes(id)) me.silent.add(dutyId);
    const tries = (this.tries.get(`${incident.id} ${move.kind}`) ?? 0) + 1;
    this.tries.set(`${incident.id} ${move.kind}`, tries);
    const draw = me.chance(this.labelOf(incident), move.kind, tries);
    await me.wait(move.kind === 'grade' ? draw.between(...HABITS.grading) : draw.between(...HABITS.hands));
    const still = me.sight().incidents.find(({ id }) => id === incident.id);
    const done = still !== undefined && still.version === incident.version && await doMove(me, still, move);
    if (!done) this.putOff.set(`${incident.id} ${move.kind}`, plusMinutes(me.now(), AGAIN_MINUTES));
    return true;
  }

  private async next(sight: Sight): Promise<Due | undefined> {
    const now = this.me.now();
    const due = [...this.dueAt(sight, now)];
    const free = due.some(({ wish }) => wish.move.kind === 'send') ? freeHands(this.me, sight) : [];
    const civil = isCivil(now);
    for (const rank of [...new Set(due.map(({ rank }) => rank))].toSorted((a, b) => a - b)) {
      const alike = due.filter((one) => one.rank === rank && (one.wish.move.kind !== 'send' || (free.length > 0 && (rank !== PLANNED_RANK || civil))));
      for (const one of alike.toSorted((a, b) => compareUrgency(factsOf(a.incident), factsOf(b.incident)))) {
        const { incident, wish: { move } } = one;
        if (move.kind !== 'send' || (await crewFor(this.me, sight, incident, move.taskId, free)) !== null) return one;
      }
    }
    return undefined;
  }

  private * dueAt({ incidents }: Sight, now: Instant): Iterable<Due> {
    for (const incident of incidents) for (const wish of this.wishesOf(incident)) {
      if (wish.from > now || !this.isMine(incident, wish) || (this.putOff.get(`${incident.id} ${wish.move.kind}`) ?? '') > now) continue;
      yield { incident, wish, rank: wish.move.kind === 'send' && incident.grade > 2 ? PLANNED_RANK : RANK[wish.move.kind] };
    }
  }

  private wishesOf(incident: SeenIncident): Wish[] {
    const known = this.wishes.get(incident);
    if (known !== undefined) return known;
    const { night } = this.me;
    const wishes = wishesOf(incident, night.knownOf(incident.id), (purpose) => night.chance(this.labelOf(incident), purpose));
    this.wishes.set(incident, wishes);
    return wishes;
  }

  /** The call's key where it is known: the same in every run of the same night. */
  private labelOf({ id }: SeenIncident): string { return this.me.night.knownOf(id)?.call.key ?? id; }
}

const factsOf = (incident: SeenIncident) => ({ ...incident, incident });
