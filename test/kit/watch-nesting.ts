import { watchNesting } from '#server/database/nesting';

watchNesting();
