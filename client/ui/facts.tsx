import type { ReactNode } from 'react';

/** Names and values in a row; a value that is not there says so. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand twice, and the lines never change places
        <div key={place}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? '―' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
