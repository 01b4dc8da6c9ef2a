import pg from 'pg';

const RECONNECT_MS = 500;

/** A connection that only listens. Notices may be lost while it reconnects; whoever listens must not depend on them. */
export interface Listening {
  close(): Promise<void>;
}

/** Listens on a channel of a real PostgreSQL, again after every loss of the connection. `lost` is told each time. */
export function listenTo(url: string, channel: string, heard: (payload: string) => void, lost: () => void): Listening {
  let client: pg.Client | undefined;
  let closed = false;
  const connect = async () => {
    const mine = new pg.Client({ connectionString: url });
    client = mine;
    let gone = false;
    const again = () => {
      if (gone || closed) return;
      gone = true;
      lost();
      mine.end().catch(() => undefined);
      setTimeout(() => void connect(), RECONNECT_MS).unref();
    };
    mine.on('error', again);
    mine.on('end', again);
    mine.on('notification', (note) => note.payload && heard(note.payload));
    try {
      await mine.connect();
      await mine.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch {
      again();
    }
  };
  void connect();
  return {
    close: async () => {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
}
