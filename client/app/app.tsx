// What everything stands on: styles and messages, the cache of questions asked, and a net under it all.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useState } from 'react';
import { Unreachable } from '../live/api.ts';
import { UiProvider } from '../ui/provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Routes } from './routes.tsx';

const newQueries = (): QueryClient => new QueryClient({
  defaultOptions: {
    queries: {
      // Only silence is worth asking again: a refusal stays one.
      retry: (failed, error) => error instanceof Unreachable && failed < 2,
      // The browser's own idea of "online" is often wrong in both directions.
      networkMode: 'always',
      staleTime: 10_000,
    },
    mutations: { networkMode: 'always' },
  },
});

export function App() {
  const [queries] = useState(newQueries);
  return (
    <StrictMode>
      <UiProvider>
        <ErrorBoundary what="Nightjar">
          <QueryClientProvider client={queries}>
            <Routes />
          </QueryClientProvider>
        </ErrorBoundary>
      </UiProvider>
    </StrictMode>
  );
}
