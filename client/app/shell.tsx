import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { forgetKept, forgetOthers } from '../offline/kept';
import { GlassBar } from '../protection/glass-bar';
import { mayBreakGlass } from '../protection/may-break-glass';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { appWords as words } from '../words/app-words';
import { deskPages } from './desk-pages';
import { SignInHint } from './sign-in-hint';
import { SignOut } from './sign-out';
import { useAhead } from './use-ahead';
import { type Me, mayAskAccess, mayOversee, useMe } from './use-me';

/** The frame of every page: where one is, who one is, and nothing else for people who are not signed in. */
export function Shell() {
  const { me, problem, again } = useMe();
  // Nobody is signed in (any more), or somebody else is: what others have left in this browser goes.
  useEffect(() => {
    if (me === null) void forgetKept();
    else if (me) void forgetOthers(me.id);
  }, [me]);
  useAhead(me?.audience === 'staff' ? deskPages : undefined);
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="masthead">
        <Link to="/" className="brand">
          {words.name}
        </Link>
        {me ? <Navigation me={me} /> : null}
      </header>
      {mayBreakGlass(me) ? <GlassBar /> : null}
      <main id="main" tabIndex={-1}>
        {problem ? <ProblemNote problem={problem} again={again} /> : null}
        {me ? <Outlet /> : null}
        {me === null ? <SignInHint /> : null}
        {me === undefined && !problem ? <Skeleton /> : null}
      </main>
    </>
  );
}

function Navigation({ me }: { me: Me }) {
  const staff = me.audience === 'staff';
  return (
    <>
      <nav aria-label={words.navigation}>
        <Link to="/">{staff ? words.pages.home : words.pages.start}</Link>
        {staff ? <Link to="/inbox">{words.pages.inbox}</Link> : null}
        {staff ? <Link to="/cases">{words.pages.cases}</Link> : null}
        {staff ? <Link to="/cards">{words.pages.cards}</Link> : null}
        <Link to="/resources">{words.pages.resources}</Link>
        <Link to="/indicators">{words.pages.indicators}</Link>
        <a href="/playground">{words.pages.playground}</a>
        {mayAskAccess(me) ? <Link to="/permissions">{words.pages.permissions}</Link> : null}
        {me.roles.includes('administrator') ? <Link to="/administration">{words.pages.administration}</Link> : null}
        {mayOversee(me) ? <Link to="/audit">{words.pages.audit}</Link> : null}
      </nav>
      <p className="whoami">
        <a href="/account" title={words.account}>
          <strong>{me.name}</strong>
        </a>
      </p>
      <SignOut />
    </>
  );
}
