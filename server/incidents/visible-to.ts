// The one predicate that every read, count and search of incidents goes through: `maySeeIncident` of shared/domain, in SQL.
import type { Viewer } from '../../shared/domain/visibility.ts';

const LIVE = "('dispatched', 'accepted', 'going', 'there')";

/** SQL for "this viewer may see `i`"; what it needs is pushed onto `parameters`. Nobody sees anything by default. */
export function visibleTo(viewer: Viewer, parameters: unknown[], i = 'i'): string {
  const has = (...roles: string[]) => viewer.roles.some((role) => roles.includes(role));
  const put = (value: unknown): string => `$${parameters.push(value)}`;
  const ways: string[] = [];
  const staff = put(viewer.staffId);
  if (has('responder', 'edt')) {
    const duty = put(viewer.dutyId);
    ways.push(`EXISTS (SELECT FROM assignment va WHERE va.incident_id = ${i}.id AND va.staff_id = ${staff}::uuid AND (va.state IN ${LIVE} OR va.duty_id = ${duty}::uuid))`);
    if (has('responder')) ways.push(`(NOT ${i}.restricted AND ${i}.raised_duty_id = ${duty}::uuid)`);
  }
  if (has('coordinator', 'supervisor', 'edt')) ways.push(`(${i}.restricted AND ${staff}::uuid = ANY(${i}.named_staff_ids))`);
  if (has('coordinator', 'supervisor')) ways.push(`NOT ${i}.restricted`);
  if (has('edt')) ways.push(`(NOT ${i}.restricted AND (${i}.first_graded_at IS NOT NULL OR ${i}.raised_by_id = ${staff}::uuid OR ${i}.owner_id = ${staff}::uuid))`);
  return ways.length === 0 ? `(false AND ${staff}::uuid IS NULL)` : `(${ways.join(' OR ')})`;
}
