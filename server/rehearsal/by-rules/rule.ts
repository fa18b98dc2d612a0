// What stands behind a route here: who acts, the strict input, and the same decisions that the server's command asks for.
import { z } from 'zod';
import type { Reporter } from '../../../shared/domain/decide-attendance.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import { instantOf, type Instant } from '../../../shared/domain/instant.ts';
import type { InputOf, Route } from '../../../shared/protocol/route.ts';
import { Refused, type County, type Duty, type Member } from './county.ts';

export interface Deed { county: County; actor: Member; duty: Duty | undefined }
export interface Rule { route: Route; run(deed: Deed, doing: object): Record<string, Id> }

export const rule = <R extends Route>(route: R, run: (deed: Deed, input: InputOf<R>) => Record<string, Id> | void): Rule => {
  const schema = z.strictObject({ ...route.params.shape, ...route.query.shape, ...route.body.shape });
  return {
    route,
    run(deed, doing) {
      if (Array.isArray(route.may) && !deed.actor.roles.some((role) => route.may.includes(role))) throw new Refused('not-your-role', { who: 'somebody else' });
      return run(deed, schema.parse(doing) as InputOf<R>) ?? {};
    },
  };
};

export const isControl = ({ roles }: Member): boolean => roles.includes('coordinator') || roles.includes('supervisor');

/** A fact carries its own moment where the device had no signal. */
export const reporter = (who: { staffId: Id; now: Instant }, device: { at: Instant; offsetMs: number } | undefined): Reporter =>
  ({ ...who, happenedAt: device === undefined ? who.now : instantOf(Date.parse(device.at) + device.offsetMs), fromDevice: device !== undefined });
