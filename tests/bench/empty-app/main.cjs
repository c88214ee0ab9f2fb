// The least an Electron app can be: one window with one page. What Dafu's start and keystrokes are measured against.
const { app, BrowserWindow } = require('electron');
const path = require('node:path');

app.on('ready', () => {
  void new BrowserWindow({ width: 1366, height: 768 }).loadFile(path.join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
