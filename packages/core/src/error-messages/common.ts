import { text, type LocalizedErrorText } from './error-text.js';

/**
 * Errors that can occur anywhere. Components include these messages so that they can show them even when
 * nothing can be loaded.
 */
export const commonErrors = {
  internal: text(
    '發生未預期的問題。',
    '請再試一次；如果還是一樣，請把錯誤代碼告訴服務窗口。',
    'Something unexpected went wrong.',
    'Please try again. If this happens again, contact support and give the error code.',
  ),
  cancelled: text('已取消。', '需要時可以重新開始。', 'Cancelled.', 'You can start again whenever you like.'),
  'gateway-unreachable': text(
    '連不上健康存摺服務。',
    '請檢查網路連線後再試一次。',
    'The service cannot be reached.',
    'Check your network connection, then try again.',
  ),
  'service-unavailable': text(
    '服務暫時無法使用。',
    '請過幾分鐘再試。',
    'The service is not available right now.',
    'Please try again in a few minutes.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;
