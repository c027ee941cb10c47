import type { RepresentationKind, SessionRepresentation } from '@mhb-kit/core/gateway';

type Topic = SessionRepresentation['withheld'][number];

/** Both languages are in one file, because the strings are short and every screen needs them. */
export const whosePassbookZh = {
  whose: (name: string) => `您正在查看 ${name} 的健康存摺`,
  as: { parent: '您以父母身分代理', guardian: '您以監護人身分代理' } satisfies Record<
    RepresentationKind,
    string
  >,
  until: (day: string) => `，到 ${day} 為止；每次查看都會留下紀錄。`,
  withheld: (topics: string) => `不論有沒有紀錄，未成年人的代理人都看不到這些項目：${topics}。`,
  topics: {
    'mental-health': '身心健康',
    'sexual-health': '性與生殖健康',
    hiv: 'HIV',
    violence: '暴力與虐待',
  } satisfies Record<Topic, string>,
  join: '、',
};

export const whosePassbookEn: typeof whosePassbookZh = {
  whose: (name) => `You are reading the passbook of ${name}`,
  as: { parent: 'You represent them as a parent', guardian: 'You represent them as their guardian' },
  until: (day) => `, until ${day}. Each access is recorded.`,
  withheld: (topics) =>
    `Records on these topics, if there are any, are not shown to representatives of minors: ${topics}.`,
  topics: {
    'mental-health': 'mental health',
    'sexual-health': 'sexual and reproductive health',
    hiv: 'HIV',
    violence: 'violence and abuse',
  },
  join: ', ',
};
