import { type ComponentType, createElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { Skeleton } from '../ui/skeleton';
import { appWords as words } from '../words/app-words';

/** A page that is not needed to open the console. `preload` fetches it ahead; it never fails, and may be asked again. */
export type LaterPage = (() => ReactNode) & { readonly preload: () => Promise<void> };

/**
 * A page that comes when it is gone to, or ahead (`app/use-ahead.ts`). Where it cannot be fetched, a calm note stands in its place with a way to try again: the
 * window stays, with what waits in it, and is never loaded anew by itself. Where the hub answers and has the part no more, as after a release, the person may.
 */
export function laterPage(fetchPage: () => Promise<ComponentType>): LaterPage {
  let page: ComponentType | undefined;
  let fetching: Promise<void> | undefined;
  const preload = (): Promise<void> => {
    fetching ??= fetchPage().then(
      (found) => void (page = found),
      () => void (fetching = undefined),
    );
    return fetching;
  };
  function Page() {
    const [stands, turn] = useState<'coming' | 'here' | 'missing' | 'gone'>('coming');
    const misses = useRef(0);
    useEffect(() => {
      let isHere = true;
      const look = async (): Promise<void> => {
        await preload();
        const isGone = !page && misses.current++ > 0 && (await hubAnswers());
        if (isHere) turn(page ? 'here' : isGone ? 'gone' : 'missing');
      };
      if (stands === 'coming') void look();
      return () => void (isHere = false);
    }, [stands]);
    if (page) return createElement(page);
    if (stands === 'coming' || stands === 'here') return <Skeleton />;
    const again = (): void => {
      stylesAgain();
      turn('coming');
    };
    return <NotLoaded again={again} isGone={stands === 'gone'} />;
  }
  return Object.assign(Page, { preload });
}

/** Asks anew for style sheets that did not come: the bundler asks for each of them once. */
function stylesAgain(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (!link.sheet) link.replaceWith(link.cloneNode());
}

const hubAnswers = (): Promise<boolean> =>
  fetch('/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

function NotLoaded({ again, isGone }: { again: () => void; isGone: boolean }) {
  return (
    <section className="panel narrow" role="alert">
      <h1>{words.notLoaded.title}</h1>
      <p>{isGone ? words.notLoaded.gone : words.notLoaded.means}</p>
      <button type="button" className="button button-main" onClick={again}>
        {words.again}
      </button>{' '}
      {isGone ? (
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.notLoaded.reload}
        </button>
      ) : null}
    </section>
  );
}
