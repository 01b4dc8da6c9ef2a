import { getMetadataStorage } from 'type-graphql';
import { getMetadataArgsStorage } from 'typeorm';

/** Decorators register with these two packages, which outlive our modules: before those are loaded anew (`npm run dev`), what they registered goes. */
export function forgetDecorators(): void {
  getMetadataStorage().clear();
  for (const list of Object.values(getMetadataArgsStorage())) if (Array.isArray(list)) list.length = 0;
}
