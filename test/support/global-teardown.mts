// Stops what the global setup started.
let close: () => Promise<void> = async () => undefined;

export function closeAfterRun(work: () => Promise<void>): void {
  close = work;
}

export default async function tearDown(): Promise<void> {
  await close();
}
