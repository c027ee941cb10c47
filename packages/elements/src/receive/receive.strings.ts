import type { ReceiveBodyStrings } from './receive-body.strings.js';

export const receiveZh = {
  heading: '接收病人分享的健康資料',
};

/** The strings that `<mhb-receive>` shows before its body is loaded. */
export type ReceiveStrings = typeof receiveZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly receive?: Partial<ReceiveStrings & ReceiveBodyStrings>;
  }
}
