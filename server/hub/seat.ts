/** Where frames go: one operation on one socket. `send` must not wait. */
export interface Seat {
  /** The operation's id on its socket; equal ids share one buffer. */
  readonly id: string;
  /** Who sits there, for the audit: no frame leaves before it names them. */
  readonly actor: string;
  send(frame: Buffer): void;
}
