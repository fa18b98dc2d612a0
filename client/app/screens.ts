// The screens there are, who may open which, and where each person begins.
import type { Role } from '../../shared/domain/visibility.ts';
import type { Me } from '../../shared/protocol/session.ts';

export interface ScreenInfo {
  path: string;
  title: string;
  may: readonly Role[];
  /** The wall has no controls, so no bar; the tablet has a strip of its own, so a slim one. */
  bar: 'full' | 'slim' | 'none';
  /** Off where the screen's pages carry headings of their own. */
  heading: boolean;
}

export const SCREENS = {
  console: { path: '/console', title: 'Console', may: ['coordinator', 'supervisor'], bar: 'full', heading: true },
  plan: { path: '/plan', title: 'Plan', may: ['coordinator', 'supervisor'], bar: 'full', heading: true },
  roster: { path: '/roster', title: 'Roster', may: ['coordinator', 'supervisor'], bar: 'full', heading: true },
  desk: { path: '/desk', title: 'Desk', may: ['edt', 'receiving-team'], bar: 'full', heading: true },
  tablet: { path: '/tablet', title: 'Tablet', may: ['responder'], bar: 'slim', heading: false },
  wall: { path: '/wall', title: 'Wall screen', may: ['coordinator', 'supervisor'], bar: 'none', heading: true },
  admin: { path: '/admin', title: 'Accounts', may: ['administrator'], bar: 'full', heading: true },
  audit: { path: '/audit', title: 'Audit', may: ['auditor'], bar: 'full', heading: true },
  figures: { path: '/figures', title: 'Figures', may: ['analyst', 'supervisor'], bar: 'full', heading: true },
  policy: { path: '/policy', title: 'Grading policy', may: ['coordinator', 'supervisor', 'edt'], bar: 'full', heading: true },
  debrief: { path: '/debrief', title: 'Debrief', may: ['coordinator', 'supervisor', 'analyst'], bar: 'full', heading: true },
} as const satisfies Record<string, ScreenInfo>;

export type ScreenName = keyof typeof SCREENS;
const NAMES = ['console', 'plan', 'roster', 'desk', 'tablet', 'wall', 'admin', 'audit', 'figures', 'debrief', 'policy'] as const satisfies readonly ScreenName[];
/** The screen that goes with what one is doing tonight. */
const OF_SEAT = { control: 'console', edt: 'desk', responder: 'tablet' } as const satisfies Record<string, ScreenName>;

export const mayOpen = (me: Me, name: ScreenName): boolean => SCREENS[name].may.some((role) => me.roles.includes(role));

export const screensOf = (me: Me): ScreenName[] => NAMES.filter((name) => mayOpen(me, name));

export const screenAt = (path: string): ScreenName | null =>
  NAMES.find((name) => path === SCREENS[name].path || path.startsWith(`${SCREENS[name].path}/`)) ?? null;

/** By duty first, for whoever has several roles; null without a role in force. */
export function homeOf(me: Me): ScreenName | null {
  const seat = me.duty && OF_SEAT[me.duty.seat];
  return seat && mayOpen(me, seat) ? seat : (screensOf(me)[0] ?? null);
}
