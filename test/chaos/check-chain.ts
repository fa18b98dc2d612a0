// The chain verifies: each line follows from the one before, none is missing, none was changed; and the product's own verification agrees.
import { GENESIS, hashOf } from '../../server/events/logged-event.ts';
import type { Rule } from './history.ts';

export const chain: Rule = {
  name: 'the chain verifies',
  findings({ log, verification }) {
    const broken = log.flatMap((line, index) => {
      const { hash, ...content } = line;
      const before = log[index - 1];
      if (line.seq !== index + 1) return [`line ${index + 1} of the log is missing before ${line.seq}`];
      if (line.prevHash !== (before?.hash ?? GENESIS)) return [`line ${line.seq} of the log does not follow from the one before`];
      return hash === hashOf(content) ? [] : [`line ${line.seq} of the log was changed`];
    });
    return [...broken, ...verification.map(({ seq, problem }) => `the product's verification says of ${seq}: ${problem}`)];
  },
};
