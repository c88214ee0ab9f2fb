import { serveTasks } from '../serve-tasks.ts';
import { importTasks } from './tasks.ts';

/** Entry of the thread in which letters are read. */
serveTasks(() => importTasks);
