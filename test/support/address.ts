// Where a route's input goes: its path with the parameters filled in, and the rest as query or body.
import type { Route } from '../../shared/protocol/route.ts';

/** A command that brings no id gets one. */
export function addressOf(route: Route, input: object): [path: string, body?: unknown] {
  const params = Object.keys(route.params.shape);
  const path = `/api${route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(Reflect.get(input, key))))}`;
  const rest = Object.fromEntries(Object.entries(input).filter(([key, value]) => !params.includes(key) && value !== undefined));
  if (route.method === 'GET') {
    const query = new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)])).toString();
    return [query === '' ? path : `${path}?${query}`];
  }
  return [path, 'commandId' in route.body.shape ? { commandId: crypto.randomUUID(), ...rest } : rest];
}
