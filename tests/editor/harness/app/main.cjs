// A window that shows the address it is given and nothing more: the editor alone, on the browser that Electron brings.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1100, height: 900, useContentSize: true });
  void window.loadURL(process.env['LETTER_HARNESS_URL']);
});
app.on('window-all-closed', () => app.quit());
