/** How long the file's URL stays valid, so that the browser can start to copy the file. */
const KEEP_MS = 60_000;

/** Saves a file through the browser, like a download. */
export function saveFile(blob: Blob, fileName: string): void {
  if ((navigator as { standalone?: boolean }).standalone !== true) {
    download(blob, fileName);
    return;
  }
  // Web apps added to the iOS Home Screen cannot download files, so the share sheet saves them instead.
  navigator.share({ files: [new File([blob], fileName, { type: blob.type })] }).catch((thrown: unknown) => {
    if ((thrown as DOMException).name !== 'AbortError') download(blob, fileName);
  });
}

function download(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEEP_MS);
}
