import { formEn } from '../self-service/form.strings.en.js';
import type { ApplicationReviewStrings } from './application-review.strings.js';

export const applicationReviewEn: ApplicationReviewStrings = {
  birthDateShown: (roc, western) => `${western} (ROC ${roc})`,
  reviewHeading: 'Please check your data',
  send: 'Send application',
  change: 'Change something',
  passwordLabel: formEn.newPassword,
  passwordHidden: 'chosen (not shown)',
  none: 'not given',
  sentHeading: 'We have received your application',
  sent: (email) =>
    `We are checking your data and will send the result to ${email}, usually within minutes. When the confirmation e-mail arrives, take these steps within 5 days; after that, you have to apply again.`,
  next: [
    'Open your mailbox and find “My Health Bank: confirm your registration”. If the e-mail is not there, look in the junk folder. If you get the e-mail “registration not possible” instead, follow the instructions in it.',
    'Insert your NHI card into the card reader, then open the link in the e-mail.',
    'Enter the six digits from the text message. Your account is then active.',
  ],
};
