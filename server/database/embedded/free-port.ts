// Finds a port of 127.0.0.1 that nothing listens on.
import { createServer } from 'node:net';

/** The preferred port where it is free, else any; 0 prefers none. */
export async function freePort(preferred: number): Promise<number> {
  return (await tryToListen(preferred)) ?? (await tryToListen(0)) ?? Promise.reject(new Error('No port of 127.0.0.1 is free.'));
}

export async function isFree(port: number): Promise<boolean> {
  return (await tryToListen(port)) !== undefined;
}

function tryToListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
