import { decodeQR } from 'qr/decode.js';

/**
 * Reads QR codes from the camera and from pictures. The decoder is plain JavaScript, because a strict content
 * security policy forbids WebAssembly.
 */

/** A pause between two scans that lets the rest of the page run. */
const PAUSE_MS = 60;
/**
 * The maximum width and height of a picture that is decoded. Larger pictures are scaled down, because about a
 * thousand pixels are enough to read a code.
 */
const LONGEST_SIDE = 1_280;

interface Drawable {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

const canvas = new OffscreenCanvas(1, 1);

function readFrom({ source, width, height }: Drawable): string | null {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    // The picture contains no readable code.
    return null;
  }
}

/** Returns the content of the QR code in a picture, or `null` if there is none. */
export async function readPicture(picture: Blob): Promise<string | null> {
  const source = await createImageBitmap(picture);
  try {
    return readFrom({ source, width: source.width, height: source.height });
  } finally {
    source.close();
  }
}

/**
 * Scans with the camera until `isWanted` returns true for the content of a QR code. Rejects if there is no camera
 * or permission is denied. Resolves to `null` when the signal is aborted.
 */
export async function scan(
  video: HTMLVideoElement,
  isWanted: (text: string) => boolean,
  signal: AbortSignal,
): Promise<string | null> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: LONGEST_SIDE } },
  });
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const { videoWidth: width, videoHeight: height } = video;
      const text = width === 0 ? null : readFrom({ source: video, width, height });
      if (text !== null && isWanted(text)) return text;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}
