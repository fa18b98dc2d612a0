// People for a bench: one who has booked on, or many who are signed in.
import type { Role } from '../../shared/domain/visibility.ts';
import type { Caller } from './http.ts';
import type { Ground, Seat } from './stage.ts';

export async function seated(ground: Ground, caller: Caller, name: string, role: Role, seat: 'control' | 'edt' | 'responder'): Promise<Seat> {
  const person = await ground.person(name, role);
  await caller.post(person.cookie, '/duties', { seat, teamId: null });
  return person;
}

export async function seats(ground: Ground, count: number, role: Role): Promise<Seat[]> {
  const people: Seat[] = [];
  for (let made = 1; made <= count; made += 1) people.push(await ground.person(`${role} ${made}`, role));
  return people;
}
