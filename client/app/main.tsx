// The first code to run on the page.
import { createRoot } from 'react-dom/client';
import { config } from 'zod';

// The page's policy forbids eval, and zod tries it when a schema is built: told here, before any module that builds one is loaded.
config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root.');
const { App } = await import('./app.tsx');
createRoot(root).render(<App />);
