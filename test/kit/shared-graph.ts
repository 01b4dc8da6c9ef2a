import { departments } from '#server/departments/registry';
import { type ComposedHub, composeHub, type Hub } from '#server/hub/hub';

let composed: Promise<ComposedHub> | undefined;

/** The graph of the embedded departments, composed once for all the cities that a worker opens: composing is most of what opening a hub costs. */
export function sharedGraph(): Promise<ComposedHub> {
  composed ??= composeHub(departments);
  return composed;
}

/** Such a hub leaves its graph as it is. */
export function asSharing(hub: Hub): Hub {
  return {
    ...hub,
    useRemote: async () => {
      throw new Error('this city shares its graph with others: open it with { ownGraph: true } to change it');
    },
  };
}
