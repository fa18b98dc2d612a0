// The people of a night at their work: resolves when its hours are over and every one of them has stopped where they stood.
import type { Service } from '../service.ts';
import type { Shift } from '../shifts.ts';
import { coordinate } from './coordinator.ts';
import { receive } from './day-team.ts';
import { onTheDesk } from './edt.ts';
import { Night, type NightSettings } from './night.ts';
import { NightOver, type Person } from './person.ts';
import { respond } from './responder.ts';
import { work } from './shift-change.ts';
import { supervise } from './supervisor.ts';

export type { NightSettings } from './night.ts';

/** Begun a second time (the people were lost, the night went on), it goes on from what stands, and no call is taken twice. */
export async function playNight(service: Service, settings: NightSettings): Promise<void> {
  const night = new Night(service, settings);
  const people = [...night.people.values()];
  if (people.some((person) => person.duty() !== undefined)) night.switchboard.forgetBefore(night.now());
  await Promise.all(people.map(async (person) => {
    try {
      await live(person);
    } catch (error) {
      if (!(error instanceof NightOver)) throw error;
    }
  }));
}

async function live(me: Person): Promise<void> {
  if (me.staff.roles.includes('receiving-team')) return receive(me);
  await work(me, me.night.shifts.filter(({ key }) => key === me.key), (shift) => duringOf(me)(me, shift));
}

function duringOf({ staff }: Person): (me: Person, shift: Shift) => Promise<void> {
  if (staff.seat === 'edt') return onTheDesk;
  if (staff.seat === undefined) return respond;
  return staff.roles.includes('supervisor') ? supervise : coordinate;
}
