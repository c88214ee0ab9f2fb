/** Without Vitest, so that helper processes of the app's tests can use it too. */
export { hostWithoutDesktop as testHost } from '#backend/hosts/no-desktop.ts';
