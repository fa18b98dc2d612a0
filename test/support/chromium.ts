// A Chromium to drive, on whatever machine: one that is named, installed, in an npm package, or to be had from Debian; in this order.
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { unpackChromium } from './packaged-chromium.ts';

type Program = Pick<LaunchOptions, 'executablePath' | 'env'>;

const run = promisify(execFile);
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Playwright itself adds --no-sandbox, without which Chromium does not start as root. Nothing here may call home. */
const FLAGS = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const refusals: string[] = [];
  for (const find of [named, installed, unpackChromium, fromDebian]) {
    try {
      const program = await find();
      if (program) return await chromium.launch({ ...options, ...program, args: [...FLAGS, ...(options.args ?? [])] });
    } catch (error) {
      refusals.push(String(error));
      // Who names one wants that one, not another in silence.
      if (find === named) break;
    }
  }
  throw new Error(['No Chromium starts here: install one, or set CHROMIUM_PATH to its program.', ...refusals].join('\n'));
}

async function named(): Promise<Program | undefined> {
  const executablePath = process.env.CHROMIUM_PATH;
  return executablePath ? { executablePath } : undefined;
}

async function installed(): Promise<Program | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const executablePath of NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    if (await access(executablePath, constants.X_OK).then(() => true, () => false)) return { executablePath };
  }
  return undefined;
}

async function fromDebian(): Promise<Program | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '--quiet'], { env });
  await run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', 'chromium'], { env });
  return installed();
}
