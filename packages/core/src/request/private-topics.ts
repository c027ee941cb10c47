/** What a young person may keep from who represents them; which of these, and from what age on, is the operator's decision. */
export const privateTopics = ['mental-health', 'sexual-health', 'hiv', 'violence'] as const;
export type PrivateTopic = (typeof privateTopics)[number];
