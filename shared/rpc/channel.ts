/** A duplex of structured-cloneable messages: MessagePort, parentPort, a child process, or memory. */
export interface Channel<Out, In> {
  post(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}
