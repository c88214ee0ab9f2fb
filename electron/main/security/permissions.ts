import type { Session } from 'electron';

/** All a drafting window needs: put text on the clipboard, and fill the screen in focus mode. */
const grantedPermissions: readonly string[] = ['clipboard-sanitized-write', 'fullscreen'];

export function isGrantedPermission(permission: string): boolean {
  return grantedPermissions.includes(permission);
}

/** Both handlers, because pages may ask (`request`) or just look (`check`), and each has its own default: yes. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isGrantedPermission(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isGrantedPermission(permission));
  session.setDevicePermissionHandler(() => false);
}
