/**
 * npm hands on a SIGTERM to the shell in which it has started us, and that dies of it without a word: where npm is above, to lose the
 * parent is to be asked to stop. Without npm it says nothing (`nohup node … &`).
 */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
