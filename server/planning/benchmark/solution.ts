// A plan in the benchmark's published form; and what that form says by itself: whether it is a solution at all, and what it costs, by the benchmark's rules and none of the planner's.
import type { Plan } from '../engine/problem.ts';
import type { Instance } from './instance.ts';

interface Stop { patient_id: string; service_id: string; /** When the service begins. */ arrival_time: number; departure_time: number }
export interface Solution { routes: { caregiver_id: string; locations: Stop[] }[]; global_ordering: string[] }

export function solutionOf({ patients, caregivers }: Instance, plan: Plan): Solution {
  const stops = plan.visits.flatMap(({ visit, legs }) => legs.map(({ shift, start }, leg) => {
    const patient = patients[visit];
    const asked = patient?.required_caregivers[leg];
    if (patient === undefined || asked === undefined) throw new Error(`the plan has a visit ${visit}, leg ${leg}, that nobody asked for`);
    return { shift, stop: { patient_id: patient.id, service_id: asked.service, arrival_time: start, departure_time: start + asked.duration } };
  }));
  return {
    routes: caregivers.map(({ id }, index) => ({ caregiver_id: id, locations: stops.filter(({ shift }) => shift === index).map(({ stop }) => stop) })),
    global_ordering: plan.visits.map(({ visit }) => patients[visit]?.id ?? ''),
  };
}

export interface Verdict { cost: number; distance: number; tardiness: number; worst: number; faults: string[] }
/** Sums of minutes are not exact to the last bit. */
const HAIR = 1e-6;

export function judge({ patients, caregivers, distances }: Instance, { routes }: Solution): Verdict {
  const faults: string[] = [];
  const placeOf = (id: string | undefined): number => (id === undefined ? 0 : patients.findIndex((patient) => patient.id === id) + 1);
  let [distance, tardiness, worst] = [0, 0, 0];
  for (const { caregiver_id: carer, locations } of routes) {
    const able = caregivers.find(({ id }) => id === carer)?.abilities ?? [];
    let [from, free] = [0, 0];
    for (const stop of locations) {
      const to = placeOf(stop.patient_id);
      const way = distances[from]?.[to] ?? Infinity;
      distance += way;
      if (stop.arrival_time < free + way - HAIR) faults.push(`${carer} is at ${stop.patient_id} before they can be`);
      if (!able.includes(stop.service_id)) faults.push(`${carer} cannot do ${stop.service_id} for ${stop.patient_id}`);
      [from, free] = [to, stop.departure_time];
    }
    distance += distances[from]?.[0] ?? Infinity;
  }
  const stops = routes.flatMap(({ caregiver_id: carer, locations }) => locations.map((stop) => ({ carer, ...stop })));
  for (const { id, time_window: [opens, closes], required_caregivers: asked, synchronization } of patients) {
    const [first, second, ...more] = asked.map(({ service, duration }) => {
      const done = stops.filter((stop) => stop.patient_id === id && stop.service_id === service);
      const [only] = done;
      if (only === undefined || done.length > 1) faults.push(`${id} gets ${service} ${done.length} times`);
      if (only === undefined) return undefined;
      if (only.arrival_time < opens - HAIR) faults.push(`${id} is visited before its window`);
      if (Math.abs(only.departure_time - only.arrival_time - duration) > HAIR) faults.push(`${service} for ${id} does not take its time`);
      const late = Math.max(0, only.arrival_time - closes);
      tardiness += late;
      worst = Math.max(worst, late);
      return only;
    });
    if (more.length > 0 || second === undefined || first === undefined) continue;
    if (first.carer === second.carer) faults.push(`${id} is visited by one carer alone`);
    const gap = second.arrival_time - first.arrival_time;
    const [least, most] = synchronization?.type === 'sequential' ? synchronization.distance : [0, 0];
    if (gap < least - HAIR || gap > most + HAIR) faults.push(`the two at ${id} begin ${gap} minutes apart`);
  }
  if (stops.length > patients.reduce((sum, { required_caregivers: asked }) => sum + asked.length, 0)) faults.push('there are visits that nobody asked for');
  return { cost: (distance + tardiness + worst) / 3, distance, tardiness, worst, faults };
}
