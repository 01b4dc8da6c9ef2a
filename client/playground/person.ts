import type { Ask } from './fill-in';

/** Who is signed in, as far as the playground needs to know. */
export interface Person {
  id: string;
  name: string;
  /** `staff` or `analyst`: which contract the hub serves. */
  audience: string;
}

/** Asks the hub who is signed in; null when nobody is. */
export async function whoIsHere(ask: Ask): Promise<Person | null> {
  const data = await ask('{ me { id name audience } }');
  return (data?.me as Person | null | undefined) ?? null;
}
