import type { Route } from '../routes.ts';
export function deploymentRoutes(): readonly Route[] {
  return [];
}
