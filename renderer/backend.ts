import { askFirstQuestions } from './frame/first-questions.ts';
import { connectToBackend } from './rpc/connection.ts';

/** The first module of the window to run: what comes after it is loaded while the backend answers already. */
export const backend = askFirstQuestions(connectToBackend(window));
