import { children } from './children/children';
import { council } from './council/council';
import type { Department } from './department';
import { disability } from './disability/disability';
import { elderlyCare } from './elderly-care/elderly-care';
import { livelihood } from './livelihood/livelihood';

/** Every department there is. */
export const departments: readonly Department[] = [elderlyCare, disability, livelihood, children, council];
