/** Hands a file to the browser to keep, under a name that every system takes. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name.replace(/[\\/:*?"<>|\s]+/gu, '_');
  link.click();
  // Only once the browser has it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
