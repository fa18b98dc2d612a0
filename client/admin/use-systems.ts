// The other systems that send calls, as the administrator's lists are kept: asked again every fifteen seconds, and after each command.
import { useQuery } from '@tanstack/react-query';
import { listSystems } from '../../shared/protocol/systems.ts';
import { call } from '../live/api.ts';

export const useSystems = () => useQuery({ queryKey: ['admin', 'systems'], queryFn: ({ signal }) => call(listSystems, {}, { signal }), refetchInterval: 15_000 });
