// What the planner's screen knows: the next 48 hours as the server has them, and the booked visits as they change.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isStandingVisit } from '../../shared/domain/booked-visit.ts';
import { ACTIVITIES, type Need } from '../../shared/domain/activity.ts';
import { isLive } from '../../shared/domain/incident-file.ts';
import { readPlanning } from '../../shared/protocol/planning.ts';
import type { BookedVisitView } from '../../shared/protocol/visit-views.ts';
import { call } from '../live/api.ts';
import { useLiveList } from '../live/live-store.tsx';

const KEY = ['planning'];
const AGAIN_MS = 15_000;

export const usePlanning = () => useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(readPlanning, {}, { signal }), refetchInterval: AGAIN_MS });

export function usePlanAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: KEY });
}

export interface Booked extends BookedVisitView { incidentId: string; ref: string; heading: string; district: string | null; need: Need | null }

/** Every standing visit that may be seen here, by when it begins. */
export function useBooked(): readonly Booked[] {
  const incidents = useLiveList('incident');
  return useMemo(() => incidents.flatMap(({ id, ref, visits, tasks, legs, location }) => visits.filter(isStandingVisit).map((visit): Booked => {
    const task = tasks.find((one) => one.id === visit.taskId);
    return { ...visit, incidentId: id, ref, heading: task === undefined ? '' : ACTIVITIES[task.activity].name, district: location?.district ?? null, need: legs.find((leg) => leg.id === visit.legId)?.need ?? null };
  })).toSorted((a, b) => a.fromAt.localeCompare(b.fromAt) || a.id.localeCompare(b.id)), [incidents]);
}

export interface Unbooked { incidentId: string; taskId: string; ref: string; heading: string; district: string | null; dueAt: string | null }

/** Visits to be made that nobody is booked for, nor sent to; what is due first stands first. */
export function useUnbooked(): readonly Unbooked[] {
  const incidents = useLiveList('incident');
  return useMemo(() => incidents.filter(({ state, grade }) => state === 'open' && grade > 1).flatMap(({ id, ref, grade, dueAt, tasks, visits, assignments, location }) => tasks
    .filter((task) => task.state === 'open' && task.kind === 'visit' && (grade === 3 || task.dueAt !== null) && !visits.some((visit) => visit.taskId === task.id && isStandingVisit(visit))
      && !assignments.some((assignment) => assignment.taskId === task.id && (isLive(assignment) || assignment.thereAt !== null)))
    .map((task): Unbooked => ({ incidentId: id, taskId: task.id, ref, heading: ACTIVITIES[task.activity].name, district: location?.district ?? null, dueAt: task.dueAt ?? dueAt })))
    .toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.ref.localeCompare(b.ref)), [incidents]);
}
