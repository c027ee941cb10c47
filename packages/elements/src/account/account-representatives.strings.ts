export const accountRepresentativesZh = {
  representatives: '誰可以代您查看',
  representativesHint: '服務窗口會依戶口名簿或法院裁定登記代理人。要查詢或結束代理，請聯絡服務窗口。',
  noRepresentatives: '目前沒有。',
  kind: { parent: '父母', guardian: '監護人' },
  representativeTimes: (until: string, read: string | null) =>
    read === null ? `到 ${until} 為止，還沒有看過` : `到 ${until} 為止，最近查看：${read}`,
  representativeWithout: (topics: string) => `看不到：${topics}`,
  loading: '讀取中…',
  retry: '再試一次',
};

/** The strings for the list of a person's legal representatives. */
export type AccountRepresentativesStrings = typeof accountRepresentativesZh;
