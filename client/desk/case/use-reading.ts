// Reads a record once and keeps it: each reading is logged, so nothing is read again without cause.
import { keepPreviousData, useQuery } from '@tanstack/react-query';

export function useReading<T>(key: readonly unknown[], read: (signal: AbortSignal) => Promise<T>) {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => read(signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    placeholderData: keepPreviousData,
  });
}
