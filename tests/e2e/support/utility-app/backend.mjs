/** A backend that keeps to `shared/rpc/host.ts` and otherwise returns what it is told. */
const { parentPort } = process;
let init;

parentPort.on('message', ({ data: message, ports: [port] }) => {
  switch (message.type) {
    case 'init':
      init = message.init;
      parentPort.postMessage({ type: 'ready' });
      break;
    case 'connect':
      port.on('message', ({ data }) => {
        if (data === 'die') process.exit(3);
        else if (data === 'host') {
          parentPort.postMessage({ type: 'hostCall', id: 1, call: { name: 'takeDroppedFile', input: { token: 't' } } });
        } else port.postMessage({ echo: data, init, names: Object.keys(process.env) });
      });
      port.start();
      port.postMessage({ hello: process.pid });
      globalThis.lastPort = port;
      break;
    case 'hostResult':
      globalThis.lastPort.postMessage(message);
      break;
    case 'shutdown':
      parentPort.postMessage({ type: 'shutdownDone' });
      process.exit(0);
  }
});
