/**
 * Codes with which the hub closes a socket. 4403 ends it: come with a new permission or not at all. The others say «come again»: 1012 the hub
 * restarts and 1013 it cannot be asked now, and what the screen shows may stay; 4205 the rights have changed, and it may not.
 */
export const CLOSED = { forbidden: 4403, changed: 4205, busy: 1013, restart: 1012 } as const;
