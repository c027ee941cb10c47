import { formEn } from '../self-service/form.strings.en.js';
import type { ShareStrings } from './share.strings.js';

export const shareEn: ShareStrings = {
  noClient: formEn.noClient,
  noClientRemedy: formEn.noClientRemedy,
  heading: 'Share with a clinician',
  loading: 'Loading…',
  logInFirst: 'Log in to share from your health passbook with a clinician.',
  openFirst: 'Open your health passbook on this page first, then choose what to share.',
};
