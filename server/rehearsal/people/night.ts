// What the simulated people of one night share: its time, who they are, which incident came of which call, and what the phone brings.
import { plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import type { SeedStaff } from '../../seed/staff.ts';
import type { RehearsalCall } from '../calls/rehearsal-call.ts';
import { seeded, type Seeded } from '../calls/seeded.ts';
import { crewsOf, type Crew } from '../crews.ts';
import type { Service } from '../service.ts';
import type { Shift } from '../shifts.ts';
import type { Cars } from './car.ts';
import { Person } from './person.ts';
import type { WayOfSending } from './way-of-sending.ts';
import { Switchboard } from './switchboard.ts';

export interface NightSettings { staff: readonly SeedStaff[]; shifts: readonly Shift[]; calls: readonly RehearsalCall[]; seed: number; way: WayOfSending }

/** What the simulated know of an incident beyond what is written in it. */
export interface Known { call: RehearsalCall; /** The incident it is really the same as, and when somebody notices. */ sameAs: { id: Id; noticedAt: Instant } | null }

export class Night {
  readonly people: ReadonlyMap<string, Person>;
  readonly crews: ReadonlyMap<string, Crew>;
  readonly switchboard: Switchboard;
  readonly shifts: readonly Shift[];
  readonly responders: number;
  readonly way: WayOfSending;
  readonly cars: Cars = new Map();
  private readonly seed: number;
  private readonly known = new Map<Id, Known>();
  private readonly incidents = new Map<string, Id>();

  constructor(readonly service: Service, { staff, shifts, calls, seed, way }: NightSettings) {
    this.seed = seed;
    this.way = way;
    this.shifts = shifts;
    this.responders = staff.filter(({ team }) => team !== undefined).length;
    this.people = new Map(staff.map((one) => [one.key, new Person(one, this)]));
    this.crews = new Map(crewsOf(Math.ceil(this.responders / 2)).map((crew) => [crew.callSign, crew]));
    this.switchboard = new Switchboard(calls);
  }
  now(): Instant { return this.service.time.now(); }

  /** A stream of its own for each thing decided, whatever was drawn before. */
  chance(...labels: (string | number)[]): Seeded { return seeded([this.seed, ...labels].join('/')); }

  raised(call: RehearsalCall, incidentId: Id, sameAs: Known['sameAs']): void {
    this.known.set(incidentId, { call, sameAs });
    this.incidents.set(call.key, incidentId);
  }
  knownOf(incidentId: Id): Known | undefined { return this.known.get(incidentId); }
  incidentOf(callKey: string): Id | undefined { return this.incidents.get(callKey); }

  byStaffId(staffId: Id): Person | undefined {
    for (const person of this.people.values()) if (person.staffId === staffId) return person;
    return undefined;
  }
  /** By the rota; whether they have booked on is another thing. */
  shiftOf(key: string): Shift | undefined {
    const now = this.now();
    return this.shifts.find((shift) => shift.key === key && shift.from <= now && shift.until > now);
  }
  rotaed(seat: Shift['seat'], withinMinutes = 0): Shift[] {
    const now = this.now();
    const soon = plusMinutes(now, withinMinutes);
    return this.shifts.filter((shift) => shift.seat === seat && shift.from <= soon && shift.until > now);
  }
}
