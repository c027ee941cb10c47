/**
 * A screenshot as the video that Chromium plays instead of a camera (`--use-file-for-fake-video-capture`).
 */

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 10;

/**
 * YUV4MPEG2, gray: the picture in the middle of a white one, like a screen seen by a camera.
 * @param {import('playwright-core').Page} page in which the picture is drawn
 * @param {Buffer} png
 * @returns {Promise<Buffer>}
 */
export async function cameraFilm(page, png) {
  const luma = await page.evaluate(
    async ([data, w, h]) => {
      const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
      const image = await globalThis.createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new globalThis.OffscreenCanvas(w, h).getContext('2d');
      if (context === null) throw new Error('No canvas');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, w, h);
      const scale = Math.min((w * 0.9) / image.width, (h * 0.9) / image.height);
      const [dw, dh] = [image.width * scale, image.height * scale];
      context.drawImage(image, (w - dw) / 2, (h - dh) / 2, dw, dh);
      const { data: pixels } = context.getImageData(0, 0, w, h);
      return Array.from({ length: w * h }, (_each, at) => pixels[at * 4] ?? 0);
    },
    /** @type {const} */ ([png.toString('base64'), WIDTH, HEIGHT]),
  );
  const chroma = Buffer.alloc((WIDTH / 2) * (HEIGHT / 2) * 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Uint8Array.from(luma), chroma]);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`),
    ...Array.from({ length: FRAMES }, () => frame),
  ]);
}

/** Command-line options with which Chromium plays the video without asking. @param {string} path */
export const playingCamera = (path) => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${path}`,
];
