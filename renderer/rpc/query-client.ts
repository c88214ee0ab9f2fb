import { QueryClient } from '@tanstack/react-query';

export function createQueryClient(): QueryClient {
  // There is no network: data is local and changes only by events, so focus and reconnect of the PC mean nothing.
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false, gcTime: 5 * 60_000 },
      mutations: { networkMode: 'always' },
    },
  });
}
