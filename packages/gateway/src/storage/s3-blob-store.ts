import type * as S3 from '@aws-sdk/client-s3';
import { MhbError } from '@mhb-kit/core/error';
import type { BlobStore } from './blob-store.js';

export interface S3Options {
  readonly bucket: string;
  /**
   * The address of the server, such as `https://objects.example.tw`; by default, Amazon's server for the region.
   */
  readonly endpoint?: string;
  /** The region; by default `us-east-1`, which servers without regions expect. */
  readonly region?: string;
  /** The prefix of every key; by default, there is none. */
  readonly prefix?: string;
  /**
   * The credentials; by default, the SDK looks for them in the environment and in the metadata of the instance.
   */
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
}

/**
 * The size of one part in bytes; S3 requires at least 5 MiB. While an archive is being stored, this much of it is
 * in memory.
 */
const PART = 8 * 1024 * 1024;
const DELETIONS_AT_ONCE = 8;

/**
 * Opens a blob store in a bucket. It uses only features that all S3 servers have: whole objects and multipart
 * uploads of known lengths, ranges, lists and single deletions, but no conditional writes, multi-object deletions,
 * lifecycle rules or trailing checksums.
 * @throws {MhbError} `configuration-invalid` if the optional `@aws-sdk/client-s3` is not installed
 */
export async function openS3Blobs(options: S3Options): Promise<BlobStore> {
  const sdk: typeof S3 = await import('@aws-sdk/client-s3').catch((error: unknown) => {
    throw new MhbError(
      'configuration-invalid',
      'To store archives on S3, install the package @aws-sdk/client-s3',
      {
        cause: error,
      },
    );
  });
  const { bucket: Bucket, prefix = '', endpoint, accessKeyId, secretAccessKey } = options;
  const client = new sdk.S3Client({
    region: options.region ?? 'us-east-1',
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey } }),
    // The SDK adds checksums by default, in a framing that some servers store as content.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

  async function* keysUnder(folder: string): AsyncGenerator<string> {
    let token: string | undefined;
    do {
      const page: S3.ListObjectsV2CommandOutput = await client.send(
        new sdk.ListObjectsV2Command({
          Bucket,
          Prefix: `${prefix}${folder}`,
          ...(token === undefined ? {} : { ContinuationToken: token }),
        }),
      );
      for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
      token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  async function writeInParts(Key: string, pieces: AsyncIterable<Buffer>): Promise<void> {
    const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand({ Bucket, Key }));
    try {
      const Parts: S3.CompletedPart[] = [];
      for await (const Body of pieces) {
        const PartNumber = Parts.length + 1;
        const { ETag } = await client.send(
          new sdk.UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body, ContentLength: Body.length }),
        );
        Parts.push({ PartNumber, ETag });
      }
      await client.send(
        new sdk.CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
      );
    } catch (error) {
      // Abort the upload, because the parts of an unfinished upload would cost money forever.
      await client
        .send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
        .catch(() => undefined);
      throw error;
    }
  }

  return {
    async write(key, source) {
      const Key = `${prefix}${key}`;
      const pieces = inParts(source)[Symbol.asyncIterator]();
      const first = await pieces.next();
      const Body = first.done === true ? Buffer.alloc(0) : first.value;
      if (Body.length < PART) {
        await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body, ContentLength: Body.length }));
        return;
      }
      await writeInParts(
        Key,
        (async function* () {
          yield Body;
          yield* { [Symbol.asyncIterator]: () => pieces };
        })(),
      );
    },
    async *read(key, start, end) {
      if (start >= end) return;
      const { Body } = await client.send(
        new sdk.GetObjectCommand({ Bucket, Key: `${prefix}${key}`, Range: `bytes=${start}-${end - 1}` }),
      );
      if (Body !== undefined) yield* Body as AsyncIterable<Uint8Array>;
    },
    async delete(key) {
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: `${prefix}${key}` }));
    },
    async days() {
      const days = new Set<string>();
      let token: string | undefined;
      do {
        const page: S3.ListObjectsV2CommandOutput = await client.send(
          new sdk.ListObjectsV2Command({
            Bucket,
            Prefix: prefix,
            Delimiter: '/',
            ...(token === undefined ? {} : { ContinuationToken: token }),
          }),
        );
        for (const { Prefix = '' } of page.CommonPrefixes ?? []) days.add(Prefix.slice(prefix.length, -1));
        token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
      } while (token !== undefined);
      return [...days].sort();
    },
    async deleteDay(day) {
      const keys: string[] = [];
      for await (const key of keysUnder(`${day}/`)) keys.push(key);
      const lane = async (): Promise<void> => {
        for (let Key = keys.pop(); Key !== undefined; Key = keys.pop()) {
          await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }));
        }
      };
      await Promise.all(Array.from({ length: DELETIONS_AT_ONCE }, lane));
    },
    async check() {
      await client.send(new sdk.HeadBucketCommand({ Bucket }));
    },
  };
}

/** Yields chunks of exactly one part's size; only the last chunk may be smaller. */
async function* inParts(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length;) {
      const take = Math.min(bytes.length - at, PART - length);
      // Copy the bytes, because the source might reuse its buffer.
      parts.push(Buffer.from(bytes.subarray(at, at + take)));
      length += take;
      at += take;
      if (length === PART) {
        yield Buffer.concat(parts, length);
        parts = [];
        length = 0;
      }
    }
  }
  if (length > 0) yield Buffer.concat(parts, length);
}
