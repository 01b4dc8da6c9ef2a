/** A key for one intention, sent again unchanged when the request is: the hub then does it once. (`randomUUID` is missing on plain http.) */
export function requestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
