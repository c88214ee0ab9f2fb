import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { neverFirst, neverLast } from '#backend/export/docx/settings.ts';
import { standInFolder } from './fonts/stand-ins.ts';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../', import.meta.url));

/** An office PC for the length of a run: LibreOffice with the stand-ins of the office fonts and no others but Noto. */
export interface Office {
  folder: string;
  /** Paths of the PDFs, in the order of the Word files, which lie in `folder` as well. */
  convert(docx: readonly string[]): Promise<string[]>;
  close(): void;
}

export function openOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-conformance-'));
  const env = { ...process.env, FONTCONFIG_FILE: fontConfig(folder), LC_ALL: 'C.UTF-8' };
  let profiles = 0;
  return {
    folder,
    async convert(docx) {
      if (docx.length === 0) return [];
      profiles += 1;
      const profile = join(folder, `profile-${profiles}`);
      const output = join(folder, `word-${profiles}`);
      const list = join(folder, `list-${profiles}`);
      const soffice = (...args: string[]) =>
        run('soffice', ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(profile).href}`, ...args], {
          env,
          timeout: 60_000,
          maxBuffer: 16e6,
        });
      const pdfs = docx.map((path) => join(output, path.replace(/^.*\//, '').replace(/\.docx$/, '.pdf')));
      const pairs = docx.flatMap((path, index) => [path, pdfs[index] ?? ''].map((file) => pathToFileURL(file).href));
      mkdirSync(output);
      writeFileSync(list, `${pairs.join('\n')}\n`);
      // The first start of a profile would overwrite the macro.
      await soffice('--terminate_after_init');
      writeMacro(join(profile, 'user/basic/Standard'));
      const { stdout, stderr } = await soffice(`macro:///Standard.Module1.PrintAll("${list}")`);
      for (const pdf of pdfs) {
        await access(pdf).catch((cause: unknown) => {
          throw new Error(`LibreOffice made no ${pdf}: ${stdout}${stderr}`, { cause });
        });
      }
      return pdfs;
    },
    close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Prints each file of a list after its target, and tells LibreOffice 7.4 what Word reads in the files, each of which is a
 * rule of its own on the file: no space between Chinese and figures (`w:autoSpaceDE`), no mark that hangs at the end of
 * a line (`w:overflowPunct`, which it reads inverted), the marks that begin or end no line (`w:noLineBreaksBefore`,
 * `w:noLineBreaksAfter`), and of a last paragraph only its last two lines on the page of the tail, where LibreOffice
 * would take all of it (`LetGo`).
 */
function writeMacro(folder: string): void {
  const source = `Sub PrintAll(listPath As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim pdf(0) As New com.sun.star.beans.PropertyValue
  Dim chinese As New com.sun.star.lang.Locale
  Dim marks As New com.sun.star.i18n.ForbiddenCharacters
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  pdf(0).Name = "FilterName" : pdf(0).Value = "writer_pdf_Export"
  chinese.Language = "zh" : chinese.Country = "CN"
  marks.beginLine = ${basicText(neverFirst)}
  marks.endLine = ${basicText(neverLast)}
  f = FreeFile
  Open listPath For Input As #f
  While Not EOF(f)
    Line Input #f, source
    If source <> "" Then
      Line Input #f, target
      doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
      doc.createInstance("com.sun.star.document.Settings").ForbiddenCharacters.setForbiddenCharacters(chinese, marks)
      styles = doc.StyleFamilies.getByName("ParagraphStyles")
      For i = 0 To styles.Count - 1
        styles.getByIndex(i).setPropertyValue("ParaIsCharacterDistance", False)
        styles.getByIndex(i).setPropertyValue("ParaIsHangingPunctuation", False)
      Next
      While LetGo(doc)
      Wend
      doc.storeToURL(target, pdf())
      doc.close(True)
    End If
  Wend
  Close #f
  StarDesktop.terminate()
End Sub

Function LetGo(doc) As Boolean
  LetGo = False
  view = doc.CurrentController.ViewCursor
  paragraphs = doc.Text.createEnumeration()
  While paragraphs.hasMoreElements()
    last = paragraphs.nextElement()
    If IsKeptText(last) Then
      LetGo = True
      last.ParaKeepTogether = False
      last.ParaOrphans = 2
      last.ParaWidows = 2
      view.gotoRange(last.End, False)
      lastPage = view.Page
      Do While paragraphs.hasMoreElements()
        tail = paragraphs.nextElement()
        If tail.supportsService("com.sun.star.text.Paragraph") Then
          If tail.String <> "" Then
            view.gotoRange(tail.Start, False)
            If view.Page > lastPage Then CarryOver(doc, view, last)
            Exit Do
          End If
        End If
      Loop
      Exit Function
    End If
  Wend
End Function

Function IsKeptText(paragraph) As Boolean
  IsKeptText = False
  If Not paragraph.supportsService("com.sun.star.text.Paragraph") Then Exit Function
  style = paragraph.ParaStyleName
  If style = ${basicText('公文正文')} Or style = ${basicText('公文列表')} Then IsKeptText = paragraph.ParaKeepTogether
End Function

Sub CarryOver(doc, view, last)
  view.gotoRange(last.End, False)
  view.goUp(3, False)
  If doc.Text.compareRegionStarts(last, view) < 0 Then
    last.BreakType = com.sun.star.style.BreakType.PAGE_BEFORE
    Exit Sub
  End If
  view.gotoRange(last.End, False)
  view.goUp(1, False)
  view.gotoStartOfLine(False)
  at = doc.Text.createTextCursorByRange(view.Start)
  doc.Text.insertControlCharacter(at, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  at.BreakType = com.sun.star.style.BreakType.PAGE_BEFORE
  at.ParaFirstLineIndent = 0
  at.gotoPreviousParagraph(False)
  at.ParaLastLineAdjust = com.sun.star.style.ParagraphAdjust.BLOCK
End Sub
`;
  const module = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  writeFileSync(
    join(folder, 'Module1.xba'),
    `${head}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"` +
      ` script:language="StarBasic">${module}</script:module>`,
  );
  writeFileSync(
    join(folder, 'script.xlb'),
    `${head}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"` +
      ' library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>',
  );
}

/** A string of StarBasic, whose sources hold ASCII only safely. */
function basicText(text: string): string {
  return [...text].map((character) => `Chr(${character.charCodeAt(0)})`).join(' & ');
}

/** Names every stand-in answers to; what a letter asks for besides falls back to the serif. */
function fontConfig(folder: string): string {
  const cache = join(repository, 'node_modules/.cache/conformance-fontconfig');
  mkdirSync(cache, { recursive: true });
  const fallback = join(repository, 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular');
  const path = join(folder, 'fonts.conf');
  writeFileSync(
    path,
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
      `<dir>${standInFolder()}</dir><dir>${fallback}</dir><cachedir>${cache}</cachedir>` +
      '<match target="pattern"><edit name="family" mode="append"><string>Noto Serif SC</string></edit></match>' +
      '</fontconfig>',
  );
  return path;
}
