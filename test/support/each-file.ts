// Fails a test during which something printed a warning or an error: what nobody reads must not be printed, what matters is an assertion.
import { format } from 'node:util';
import { afterEach } from '@jest/globals';

let printed: string[] = [];
let expected = false;

const record = (...parts: unknown[]): void => {
  printed.push(format(...parts));
};
Object.assign(console, { error: record, warn: record });

afterEach(() => {
  const unexpected = expected ? [] : printed;
  printed = [];
  expected = false;
  if (unexpected.length > 0) throw new Error(`Printed to the console and not expected:\n${unexpected.join('\n')}`);
});

/** For the test that calls it; returns what has been printed, and goes on growing. */
export function expectConsoleError(): readonly string[] {
  expected = true;
  return printed;
}
