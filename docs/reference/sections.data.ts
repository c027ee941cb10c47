import { sections } from '@mhb-kit/core/passbook';

export default {
  load: () => sections.map(({ key, label }) => ({ key, chinese: label['zh-Hant'], english: label.en })),
};
