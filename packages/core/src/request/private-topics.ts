/**
 * Topics that a young person may keep private from their representative. The operator decides which of them,
 * and from what age.
 */
export const privateTopics = ['mental-health', 'sexual-health', 'hiv', 'violence'] as const;
export type PrivateTopic = (typeof privateTopics)[number];
