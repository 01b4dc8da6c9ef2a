import { useState } from 'react';
import type { BoardSession } from './board-document';
import { pictureOf } from './still-picture';

/** The picture on a wall that is told of `session`: the same while it is frozen. */
export function usePicture(session: BoardSession | null | undefined): BoardSession | null | undefined {
  const [told, hear] = useState(session);
  const [picture, show] = useState(session);
  if (told === session) return picture;
  // Kept in step while rendering: the wall never paints what it should have held back.
  const next = pictureOf(picture, session);
  hear(session);
  show(next);
  return next;
}
