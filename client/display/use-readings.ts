import { useEffect, useState } from 'react';
import { backOff } from '../graphql/back-off';
import { pause } from '../graphql/pause';

const QUERY = 'query BoardReadings { readings { id furigana } }';
const SILENT_MS = 5_000;

/** How terms, places and offices are read, asked for once, when furigana are first wanted. Until the hub answers, the wall stands without. */
export function useReadings(token: string, wanted: boolean): readonly string[] | undefined {
  const [readings, set] = useState<readonly string[]>();
  const missing = wanted && !readings;
  useEffect(() => {
    if (!missing) return;
    const stopper = new AbortController();
    void (async () => {
      for (let failures = 0; !stopper.signal.aborted; failures += 1) {
        const answer = await ask(token).catch(() => undefined);
        if (stopper.signal.aborted) return;
        if (answer) return set(answer);
        await pause(backOff(failures));
      }
    })();
    return () => stopper.abort();
  }, [token, missing]);
  return readings;
}

async function ask(token: string): Promise<readonly string[]> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { authorization: `Display ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, operationName: 'BoardReadings' }),
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(SILENT_MS),
  });
  const { data } = (await response.json()) as { data: { readings: readonly { furigana: string }[] } };
  return data.readings.map(({ furigana }) => furigana);
}
