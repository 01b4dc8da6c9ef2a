import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react';
import { Skeleton } from '../ui/skeleton';
import { appWords as words } from '../words/app-words';

/** A page that is not needed to open the console. `preload` fetches it ahead; it never fails, and may be asked again. */
export type LaterPage = (() => ReactNode) & { readonly preload: () => Promise<void> };

/**
 * A page that comes when it is gone to, or ahead (`app/use-ahead.ts`). Where it cannot be fetched, a calm note stands in its place with a way to try again: the
 * window stays, with what waits in it, and is never loaded anew by itself.
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
    const [stands, turn] = useState<'coming' | 'here' | 'missing'>('coming');
    useEffect(() => {
      let isHere = true;
      if (stands === 'coming') void preload().then(() => isHere && turn(page ? 'here' : 'missing'));
      return () => void (isHere = false);
    }, [stands]);
    if (page) return createElement(page);
    if (stands !== 'missing') return <Skeleton />;
    const again = (): void => {
      stylesAgain();
      turn('coming');
    };
    return <NotLoaded again={again} />;
  }
  return Object.assign(Page, { preload });
}

/** Asks anew for style sheets that did not come: the bundler asks for each of them once. */
function stylesAgain(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (!link.sheet) link.replaceWith(link.cloneNode());
}

function NotLoaded({ again }: { again: () => void }) {
  return (
    <section className="panel narrow" role="alert">
      <h1>{words.notLoaded.title}</h1>
      <p>{words.notLoaded.means}</p>
      <button type="button" className="button button-main" onClick={again}>
        {words.again}
      </button>
    </section>
  );
}
