/** The parts of s3rver (an S3 server over HTTP without types of its own) that our tests use. */
declare module 's3rver' {
  import type { Server } from 'node:http';

  export default class S3rver {
    constructor(options: {
      readonly port: number;
      readonly address: string;
      readonly silent: boolean;
      readonly directory: string;
      readonly configureBuckets?: readonly { readonly name: string; readonly configs: readonly string[] }[];
    });
    run(): Promise<ReturnType<Server['address']>>;
    close(): Promise<void>;
  }
}
