/**
 * Which words (`system.*` of the errors namespace) tell a person what the system's code in `reason` of an error means.
 * `other` for a code people cannot do anything with; its words name the code.
 */
export function systemReasonWord(reason: string) {
  switch (reason) {
    case 'EACCES':
    case 'EPERM':
      return 'denied';
    case 'EROFS':
      return 'readonly';
    case 'ENOENT':
      return 'missing';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'notFolder';
    case 'ENOTFILE':
    case 'EISDIR':
      return 'isFolder';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'busy';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'ENAMETOOLONG':
      return 'nameTooLong';
    default:
      return 'other';
  }
}
