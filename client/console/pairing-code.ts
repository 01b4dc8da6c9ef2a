/** The code as the hub knows it, from whatever a person types: full-width letters of a Japanese keyboard, small ones, spaces between. */
export function pairingCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}
