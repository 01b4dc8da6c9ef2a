import type { ComponentType } from 'react';
import { laterPage } from './later-page';

export const HomePage = laterPage(() => import('../console/home-page').then((part): ComponentType => part.HomePage));
export const SessionPage = laterPage(() => import('../console/session-page').then((part): ComponentType => part.SessionPage));
export const MinutesPage = laterPage(() => import('../minutes/minutes-page').then((part): ComponentType => part.MinutesPage));
export const InboxPage = laterPage(() => import('../inbox/inbox-page').then((part): ComponentType => part.InboxPage));

/** What somebody at a desk may go to when the network is gone: the conference, its minutes, the way back to the list. */
export const deskPages = [HomePage, SessionPage, MinutesPage, InboxPage] as const;
