import type { Audience } from '#server/access/viewer';

/** Whether an audience may ask for the schema itself, over HTTP and WebSocket alike. A display holds the one document that it needs. */
export function mayIntrospect(audience: Audience): boolean {
  return audience !== 'display';
}
