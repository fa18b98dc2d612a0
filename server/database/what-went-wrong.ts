// Reads what was thrown. `instanceof Error` would not do: in a test, Node's own errors come from outside the test's world.
import { types } from 'node:util';

/** Such as ENOENT of the file system, 57P01 of PostgreSQL, or the exit status of a command. */
export function codeOf(error: unknown): string | number | undefined {
  if (!types.isNativeError(error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' || typeof error.code === 'number' ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return types.isNativeError(error) ? error.message : String(error);
}
