import type { Storage as PlaygroundStorage } from '@graphiql/toolkit';

/**
 * Keeps a person's tabs and history until the browser tab is closed, apart from those of whoever else signs in on this machine.
 * Not GraphiQL's own `localStorage`: queries may name people, and office machines are shared.
 */
export function personalStorage(personId: string): PlaygroundStorage {
  const prefix = `playground:${personId}:`;
  const keys = () => Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
  return {
    getItem: (key) => sessionStorage.getItem(prefix + key),
    setItem: (key, value) => sessionStorage.setItem(prefix + key, value),
    removeItem: (key) => sessionStorage.removeItem(prefix + key),
    clear: () => {
      for (const key of keys()) sessionStorage.removeItem(key);
    },
    get length() {
      return keys().length;
    },
  };
}
