import { expect, type Locator, type Page } from '@playwright/test';

/** The person at the desk: what they do in the window, in the words they see. */
export class DeskPerson {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  /** The text one types into. */
  get letter(): Locator {
    return this.window.getByRole('textbox', { name: '答复函正文' });
  }

  button(name: string | RegExp): Locator {
    return this.window.getByRole('button', { name });
  }

  async skipAssistant(): Promise<void> {
    await this.button('跳过，以后再填').click();
    await expect(this.window.getByRole('heading', { name: '工作台' })).toBeVisible();
  }

  async fillAssistant(name: string, unit: string): Promise<void> {
    await this.window.getByLabel('您的姓名').fill(name);
    await this.window.getByLabel('全称').fill(unit);
    await this.button('下一步').click();
    await this.button('开始使用').click();
    await expect(this.window.getByRole('heading', { name: '工作台' })).toBeVisible();
  }

  async openSample(): Promise<void> {
    await this.button(/打开示例/).click();
    await expect(this.letter).toBeVisible();
    await this.saved();
  }

  /** A new reply for a case with this title, from the suggested template. */
  async createReply(caseTitle: string): Promise<void> {
    await this.button(/新建答复/)
      .first()
      .click();
    const panel = this.window.getByRole('dialog', { name: '新建答复' });
    await panel.getByLabel('案由').fill(caseTitle);
    await this.button('创建稿件').click();
    await expect(this.letter).toBeVisible();
  }

  /** Puts the caret at the end of the block that holds this text, or of the block with this prompt. */
  async caretAtEndOf(block: Locator): Promise<void> {
    await block.click();
    await this.window.keyboard.press('End');
  }

  /** Opens the system's dialog for files, which the test answers (`app.answerDialogs`). */
  async chooseFilesToImport(): Promise<void> {
    await this.window.getByRole('button', { name: '导入', exact: true }).click();
    await this.window.getByRole('menuitem', { name: '选择文件…' }).click();
  }

  /** The list of files that were not imported; one alert for each. */
  refusedFiles(count: number): Locator {
    return this.window.getByRole('dialog', { name: `有 ${count} 份没有导入` });
  }

  get emptyDesk(): Locator {
    return this.window.getByRole('heading', { name: '还没有稿件' });
  }

  async saved(): Promise<void> {
    await expect(this.window.getByLabel('保存状态')).toHaveText('已保存');
  }

  async backToDesk(): Promise<void> {
    await this.button('返回工作台').click();
    await expect(this.window.getByRole('heading', { name: '工作台' })).toBeVisible();
  }
}
