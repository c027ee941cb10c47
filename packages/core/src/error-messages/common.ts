import { text, type LocalizedErrorText } from './error-text.js';

/** What can go wrong anywhere. */
export const commonErrors = {
  internal: text(
    '發生未預期的問題。',
    '請再試一次；若仍發生，請聯絡服務窗口並告知錯誤代碼。',
    'Something unexpected went wrong.',
    'Please try again. If it happens again, contact support and mention the error code.',
  ),
  cancelled: text('已取消。', '需要時可以重新開始。', 'Cancelled.', 'You can start again whenever you like.'),
} as const satisfies Record<string, LocalizedErrorText>;
