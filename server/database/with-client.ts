// One connection for one piece of work, closed whatever happens.
import { Client } from 'pg';

export async function withClient<T>(url: string, purpose: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: `nightjar ${purpose}` });
  // A connection lost between two queries is told by the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
