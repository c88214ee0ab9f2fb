import { describe, expect, it } from 'vitest';
import { parseNamesWithoutLibrary, parseNeededVersions, parseSymbols } from './elf-symbols.mjs';
import { withoutNewer } from './glibc-stand-ins.mjs';
import { tooNew } from './oldest-systems.mjs';

const symbolTable = `
Symbol table '.dynsym' contains 7 entries:
   Num:    Value          Size Type    Bind   Vis      Ndx Name
     0: 0000000000000000     0 NOTYPE  LOCAL  DEFAULT  UND
    34: 00000000000138b0   117 FUNC    GLOBAL DEFAULT   17 exp@GLIBC_2.2.5
    35: 0000000000039370    95 FUNC    GLOBAL DEFAULT   17 exp@@GLIBC_2.29
    36: 00000000000f87a0   240 FUNC    WEAK   DEFAULT   16 fcntl64@@GLIBC_2.28
    37: 00000000000f77e0    18 FUNC    WEAK   DEFAULT   16 stat64@@GLIBC_2.33
    38: 0000000000000000     0 FUNC    GLOBAL DEFAULT  UND __tls_get_addr@GLIBC_2.3 (2)
    39: 0000000000000000     0 NOTYPE  GLOBAL DEFAULT  UND napi_throw
    40: 0000000000000000     0 NOTYPE  WEAK   DEFAULT  UND __gmon_start__
`;

const versionInfo = `
Version definition section '.gnu.version_d' contains 1 entry:
  0x001c: Rev: 1  Flags: none  Index: 2  Cnt: 1  Name: GLIBC_2.36

Version needs section '.gnu.version_r' contains 2 entries:
 Addr: 0x0000000000000000  Offset: 0x000000  Link: 4 (.dynstr)
  000000: Version: 1  File: libc.so.6  Cnt: 2
  0x0010:   Name: GLIBC_2.2.5  Flags: none  Version: 6
  0x0020:   Name: GLIBC_2.34  Flags: none  Version: 5
  0x0030: Version: 1  File: libstdc++.so.6  Cnt: 1
  0x0040:   Name: GLIBCXX_3.4.29  Flags: none  Version: 4
`;

describe('what a Linux binary asks for', () => {
  it('is read from what it needs, not from what it offers', () => {
    expect(parseNeededVersions(versionInfo)).toEqual(['GLIBC_2.2.5', 'GLIBC_2.34', 'GLIBCXX_3.4.29']);
  });

  it('is too new when Kylin V10 and UOS 20 do not have it', () => {
    expect(tooNew(['GLIBC_2.2.5', 'GLIBC_2.28', 'GLIBC_2.34', 'GLIBCXX_3.4.25', 'GLIBCXX_3.4.29'])).toEqual([
      'GLIBC_2.34',
      'GLIBCXX_3.4.29',
    ]);
    expect(tooNew(['GLIBC_2.100', 'GLIBC_3.0', 'GLIBC_PRIVATE', 'GCC_4.2.0'])).toEqual(['GLIBC_2.100', 'GLIBC_3.0']);
  });

  it('may be a name that no library has: the loader would only find out on the person’s desk', () => {
    expect(parseNamesWithoutLibrary(symbolTable)).toEqual(['napi_throw']);
  });
});

describe('a stand-in of glibc', () => {
  it('offers each function as the oldest system has it, and nothing that came later', () => {
    expect(withoutNewer(parseSymbols(symbolTable)).map(({ name, version }) => `${name} ${version}`)).toEqual([
      'exp GLIBC_2.2.5',
      'fcntl64 GLIBC_2.28',
    ]);
  });
});
