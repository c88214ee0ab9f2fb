import { serveTasks } from '../serve-tasks.ts';
import { createPreviewTasks } from './tasks.ts';

/** Entry of the thread in which pages are drawn. */
serveTasks(createPreviewTasks);
