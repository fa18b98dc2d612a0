// No entity goes back on any screen: neither in its place in the log, nor in the version that people act on.
import type { Rule } from './history.ts';

export const versions: Rule = {
  name: 'versions never go back on any screen',
  findings({ shown }) {
    const latest = new Map<string, { seq: number; version: number }>();
    return shown.flatMap(({ screen, entity, id, seq, version }) => {
      const key = `${screen} ${entity} ${id}`;
      const before = latest.get(key) ?? { seq: -1, version: -1 };
      latest.set(key, { seq: Math.max(before.seq, seq), version: Math.max(before.version, version ?? -1) });
      const back = seq < before.seq ? `from place ${before.seq} in the log to ${seq}` : version !== null && version < before.version ? `from version ${before.version} to ${version}` : null;
      return back === null ? [] : [`${entity} ${id} went back ${back} on screen ${screen}`];
    });
  },
};
