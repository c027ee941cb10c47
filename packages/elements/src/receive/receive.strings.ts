import type { ReceiveBodyStrings } from './receive-body.strings.js';

export const receiveZh = {
  heading: '接收病人分享的健康資料',
};

/** The words of `<mhb-receive>` before the rest is here. */
export type ReceiveStrings = typeof receiveZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly receive?: Partial<ReceiveStrings & ReceiveBodyStrings>;
  }
}
