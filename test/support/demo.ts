// The demo as a newcomer starts it (compiled server, embedded Postgres, seeded county) and people signed in to it in real browsers.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

const PASSWORD = 'nightjar-by-night';

export interface Demo {
  url: string;
  /** What any page printed as an error, or the content security policy stopped. */
  faults: string[];
  /** In a browser of its own, where one is given. */
  signIn(username: string, options?: BrowserContextOptions, on?: Browser): Promise<Page>;
  page(options?: BrowserContextOptions): Promise<Page>;
  /** A journey whose failure leaves a picture of every screen in `test-results/`. */
  journey(name: string, walk: () => Promise<void>): () => Promise<void>;
  /** The server dies without warning; its database may live on. */
  kill(): Promise<void>;
  /** At the same address, on what is there. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

export async function startDemo(): Promise<Demo> {
  const home = await mkdtemp(join(tmpdir(), 'nightjar-journey-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const start = async (): Promise<ChildProcess> => {
    const started = spawn(process.execPath, ['dist/server/main.js', '--demo'], { env: { ...process.env, NIGHTJAR_HOME: home, PORT: String(port), DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
    await saysReady(started, url);
    return started;
  };
  let server = await start();
  const browser = await launchChromium();
  const faults: string[] = [];
  const page = async (options: BrowserContextOptions = {}): Promise<Page> => newPage(browser, url, faults, options);
  return {
    url, faults, page,
    journey: (name, walk) => async () => {
      try {
        await walk();
      } catch (error) {
        await mkdir('test-results', { recursive: true });
        for (const [index, context] of browser.contexts().entries()) for (const open of context.pages()) await open.screenshot({ path: `test-results/${name}-${index}.png` });
        throw error;
      }
    },
    async signIn(username, options, on = browser) {
      const signedIn = await newPage(on, url, faults, options ?? {});
      await signedIn.goto(`${url}/`);
      await signedIn.getByLabel('User name').fill(username);
      await signedIn.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await signedIn.getByRole('button', { name: 'Sign in' }).click();
      await signedIn.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
      return signedIn;
    },
    kill: () => end(server, 'SIGKILL'),
    async startAgain() { server = await start(); },
    async stop() {
      await browser.close();
      await end(server, 'SIGTERM');
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Being asked who one is before one has said so is no fault; everything else is. */
const EXPECTED = /401 \(Unauthorized\)/;

/** Without what was asked, which may name somebody. */
const pathOf = (url: string): string => URL.parse(url)?.pathname ?? 'no address';

async function newPage(browser: Browser, url: string, faults: string[], options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, colorScheme: 'dark', permissions: ['geolocation'], geolocation: { latitude: 53.781, longitude: -2.236 }, baseURL: url, ...options });
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error' && !EXPECTED.test(message.text())) faults.push(`${message.text()} (${pathOf(message.location().url)})`); });
  page.on('pageerror', (error) => { faults.push(error.message); });
  return page;
}

function end(server: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => { server.once('exit', () => resolve()); });
  server.kill(signal);
  return ended;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

async function saysReady(server: ChildProcess, url: string): Promise<void> {
  const said: string[] = [];
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data: Buffer) => { said.push(data.toString()); });
  for (let tries = 0; tries < 1200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`the demo ended:\n${said.join('')}`);
    const ready = await fetch(`${url}/api/health/ready`).then((answer) => answer.ok, () => false);
    if (ready) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`the demo did not become ready:\n${said.join('')}`);
}
