import 'reflect-metadata';
import { makeTemplate } from './template';

/** Run by the global setup in a process of its own; the last line that it prints is the template. */
console.log(JSON.stringify(await makeTemplate(process.env.DATABASE_URL)));
